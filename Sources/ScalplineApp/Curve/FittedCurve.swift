import HealingCurve

/// What a practice's own curve has become, for the person at the screen.
public struct FittedCurve: Sendable {
    /// Whether a curve foretells clients better that it was not learned from; the raw value is the word in JSON.
    package enum Foretelling: String, Sendable {
        case better
        case asGood = "as-good"
        case worse
        case unknown
    }

    /// Fewer series than this tell little of a practice.
    static let fewSeries = 10
    /// A difference of more standard errors than this is told as one.
    private static let errorsOfDifference = 2.0
    /// A parameter is told as moved where the practice differs in it with this probability or more.
    private static let likelyDifference = 0.5

    /// The file that was written.
    let file: String
    /// The curve that was started from, or nil for the published one.
    let startFile: String?
    /// Whether that one was learned from clients too, which would then count twice.
    let startIsFitted: Bool
    /// Which clients were learned from.
    let selection: PracticeSelection
    /// What could be measured and what not; without findings.
    public let summary: RunSummary
    /// What was learned; nil without a series to learn from.
    var fit: PracticeFit?

    /// Whether there was anything to learn from; otherwise no file was written.
    public var isWritten: Bool { fit != nil }

    /// What moved, the surest first.
    var moved: [PracticeFit.Move] {
        let moves = (fit?.moves ?? []).filter { $0.probabilityOfDifference >= Self.likelyDifference }
        return moves.enumerated().sorted { left, right in
            let (a, b) = (left.element.probabilityOfDifference, right.element.probabilityOfDifference)
            return a != b ? a > b : left.offset < right.offset
        }.map(\.element)
    }

    /// What hardly moved.
    var unmoved: [CurveParameter] {
        (fit?.moves ?? []).filter { $0.probabilityOfDifference < Self.likelyDifference }.map(\.parameter)
    }

    /// What clients held back say of the fitted curve.
    var foretelling: Foretelling {
        fit?.heldBack.map { Self.foretelling(gain: $0.gain, standardError: $0.standardError) } ?? .unknown
    }

    /// What a mean gain says.
    package static func foretelling(gain: Double, standardError: Double) -> Foretelling {
        guard gain.isFinite, standardError.isFinite else { return .unknown }
        if gain > errorsOfDifference * standardError { return .better }
        return gain < -errorsOfDifference * standardError ? .worse : .asGood
    }
}
