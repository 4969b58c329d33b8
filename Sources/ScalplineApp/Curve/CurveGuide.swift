import ClientRecords
import HealingCurve
import SteadyMath

/// What an expected curve says of a client of whom nothing has been seen yet: its priors, and what they mean day by
/// day.
public struct CurveGuide: Sendable {
    /// What the table of days tells of one session; the raw value is the name in JSON.
    enum Quantity: String, CaseIterable {
        case redness, darkness, visibleShare, scabs
    }

    /// The bands of one day.
    struct Day {
        /// Days since the session.
        var day: Double
        /// 5, 50 and 95 % points of the true value.
        var bands: [Quantity: ExpectedBand]
    }

    /// Days of the table.
    static let days: [Double] = [0, 1, 3, 5, 7, 10, 14, 28, 42, 90, 365]
    /// Clients that are drawn: enough for 5 % points that are within about a tenth of a deviation.
    private static let clients = 4_000
    /// Where chance starts, the same each time.
    private static let seed: UInt64 = 1
    /// Settled, in days since the last session, as the forecast takes it.
    private static let settledDay = 90.0
    /// Share of the settled coverage under which a touch-up is due, as the forecast takes it.
    private static let touchUpShare = 0.7
    /// Nothing is foretold beyond fifteen years.
    private static let horizon = 15 * daysOfYear
    /// Days of the curve's year.
    static let daysOfYear = 365.0

    /// The practice's own file, or nil for the published curve.
    let file: String?
    /// What is held to be likely of each parameter.
    let priors: CurvePriors
    /// By day.
    let table: [Day]
    /// When a touch-up is due, in days since the last session.
    let touchUp: ExpectedBand

    /// The guide to a curve.
    ///
    /// - Parameters:
    ///   - priors: The curve's priors.
    ///   - file: The practice's own file, or nil for the published curve.
    init(priors: CurvePriors, file: String?) {
        self.priors = priors
        self.file = file
        var random = SeededRandom(seed: Self.seed)
        var values: [[Quantity: [Double]]] = Self.days.map { _ in [:] }
        var waits: [Double] = []
        for _ in 0..<Self.clients {
            let client = priors.drawClient(sessions: [CurveSession(day: 0)], using: &random)
            for (index, day) in Self.days.enumerated() {
                for quantity in Quantity.allCases {
                    let value = Self.value(quantity, of: client, on: day, using: &random)
                    values[index][quantity, default: []].append(value)
                }
            }
            let fading = max(client.darkness.fading, 1e-6)
            let wait = -Steady.log(Self.touchUpShare) / fading * Self.daysOfYear
            waits.append(min(Self.settledDay + wait, Self.horizon))
        }
        table = zip(Self.days, values).map { Day(day: $0, bands: $1.mapValues(Self.band)) }
        touchUp = Self.band(of: waits)
    }

    /// The guide to a curve's file.
    ///
    /// - Parameter file: A practice's own file, or nil for the curve that comes with the program.
    /// - Throws: ``RunError/badCurve(message:)``.
    public init(file: BytePath?) throws(RunError) {
        self.init(priors: try CurveFile.priors(from: file), file: file?.text)
    }

    /// A true value about the curve's form.
    private static func value(
        _ quantity: Quantity, of client: ClientCurve, on day: Double, using random: inout SeededRandom
    ) -> Double {
        switch quantity {
        case .redness:
            CurveScatter.scattered(client.redness(day: day), measure: .redness, using: &random)
        case .darkness:
            CurveScatter.scattered(
                client.darkness.share(daysSinceSession: day), measure: .darkness, using: &random)
        case .visibleShare:
            CurveScatter.scattered(
                client.visibleShare.share(daysSinceSession: day), measure: .density, using: &random)
        case .scabs: CurveScatter.scattered(client.scabArea(day: day), measure: .scabs, using: &random)
        }
    }

    private static func band(of values: [Double]) -> ExpectedBand {
        let sorted = values.sorted()
        func quantile(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let below = Int(place)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
        }
        return ExpectedBand(low: quantile(0.05), median: quantile(0.5), high: quantile(0.95))
    }
}
