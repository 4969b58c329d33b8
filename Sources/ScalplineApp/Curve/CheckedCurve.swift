import HealingCurve

/// How well an expected curve holds on a practice's own clients, for the person at the screen.
public struct CheckedCurve: Sendable {
    /// What the values of one measure in one stage say of its bands; the raw value is the word in JSON.
    package enum Verdict: String, Sendable {
        case tooFew = "too-few"
        case asItShouldBe = "as-it-should-be"
        case tooNarrow = "too-narrow"
        case tooWide = "too-wide"

        /// As a table tells it.
        var words: String {
            switch self {
            case .tooFew: "too few to say"
            case .asItShouldBe: "as it should be"
            case .tooNarrow: "too narrow"
            case .tooWide: "too wide"
            }
        }
    }

    /// Share of values that a band is to hold.
    static let goal = 0.9
    /// Fewer values than this say nothing.
    private static let fewestValues = 30
    /// A share farther than this many standard errors from the goal is not as it should be.
    private static let errorsOfDifference = 2.0

    /// The curve's file, or nil for the published one.
    let file: String?
    /// Whether it was learned from clients by `scalpline curve fit`.
    let isFitted: Bool
    /// The clients.
    let selection: PracticeSelection
    /// By measure and stage.
    let rows: [CurveCalibration.Row]
    /// What could be measured and what not; without findings.
    public let summary: RunSummary

    /// What a share of values says.
    ///
    /// The standard error is taken as no smaller than that of as many independent values under a band that is right:
    /// a handful of clients who all agree would else look surer than they are.
    ///
    /// - Parameters:
    ///   - values: How many.
    ///   - held: How many of them lay within the band.
    ///   - standardError: Of the share, by clients.
    /// - Returns: The verdict.
    package static func verdict(values: Int, held: Int, standardError: Double) -> Verdict {
        guard values >= fewestValues else { return .tooFew }
        let least = (goal * (1 - goal) / Double(values)).squareRoot()
        let error = standardError.isFinite ? max(standardError, least) : least
        let off = Double(held) / Double(values) - goal
        if abs(off) <= errorsOfDifference * error { return .asItShouldBe }
        return off < 0 ? .tooNarrow : .tooWide
    }

    /// What a row says.
    static func verdict(_ row: CurveCalibration.Row) -> Verdict {
        verdict(values: row.values, held: row.held, standardError: row.standardError)
    }
}
