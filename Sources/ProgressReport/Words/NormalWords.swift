import HealingCurve
import ScalpMeasurement

/// The answer to "is this normal?", a sentence a measure.
///
/// A translation replaces this file.
package enum NormalWords {
    static let title = "Is this normal?"
    static let newest = "The newest photo"
    static let noValue = "no value"
    /// Tails above this lie in the middle of the range, of which nothing need be said.
    private static let middleTail = 0.35

    /// What the answer rests on.
    ///
    /// - Parameters:
    ///   - date: When the photo was taken, in words.
    ///   - day: Days since the latest session.
    /// - Returns: Two sentences.
    static func explanation(date: String?, day: Double) -> String {
        let photo = ["The newest photo that can be compared", date].compactMap { $0 }.joined(separator: ", ")
        return photo
            + ", \(DateWords.day(day)). “Expected” is where nine in ten comparable scalps lie on that "
            + "day, worked out from the photos before."
    }

    /// A measure's answer.
    ///
    /// - Parameters:
    ///   - verdict: How it lies.
    ///   - isAtTheEdge: Whether it lies outside the range, yet no further than chance explains.
    ///   - odds: A sentence of ``odds(_:upperTail:lowerTail:)``, or nil.
    ///   - measure: Of what.
    ///   - day: Days since the latest session.
    ///   - unit: The measure's unit.
    /// - Returns: The sentence behind the measure's name and value.
    static func answer(
        _ verdict: MeasureVerdict, isAtTheEdge: Bool, odds: String?, measure: CurveMeasure, day: Double,
        unit: String
    ) -> String {
        guard verdict.status != .notComparable else {
            guard let reason = verdict.reason, reason != MeasureVerdict.noEarlierPhoto else {
                return "The first value: the next photo can be compared with it."
            }
            return "Not compared, because \(ReasonWords.clause(reason))."
        }
        var text = ""
        if let band = verdict.band {
            let range =
                measure == .scabs && !MeasureWords.isWide(band, of: measure)
                ? "none" : MeasureWords.range(band, of: measure) + MeasureWords.noBreak + unit
            text = "Expected on \(DateWords.day(day)): \(range). "
        }
        text += isAtTheEdge ? "At the edge of what is expected" : told(verdict.status)
        return text + (odds.map { ": " + $0 } ?? "") + "."
    }

    private static func told(_ status: CurveStatus) -> String {
        switch status {
        case .asExpected: "As expected"
        case .above: "Above the expected range"
        case .below: "Below the expected range"
        case .notComparable: "Not compared"
        }
    }

    /// How many comparable scalps would lie further out, as a clause.
    ///
    /// - Parameters:
    ///   - measure: Of what.
    ///   - upperTail: Probability of a value at least as high.
    ///   - lowerTail: Probability of a value at least as low.
    /// - Returns: As `about 30 of 100 comparable scalps would be redder`.
    static func odds(_ measure: CurveMeasure, upperTail: Double, lowerTail: Double) -> String {
        let isHigh = upperTail <= lowerTail
        let tail = min(upperTail, lowerTail)
        if tail >= middleTail { return "in the middle of the range" }
        let count = Int((tail * 100).rounded())
        let share = count < 1 ? "fewer than 1 of 100" : "about \(count) of 100"
        return "\(share) comparable scalps would \(further(measure, isHigh: isHigh))"
    }

    private static func further(_ measure: CurveMeasure, isHigh: Bool) -> String {
        switch measure {
        case .redness: isHigh ? "be redder" : "be less red"
        case .darkness: isHigh ? "be darker" : "be paler"
        case .coverage: isHigh ? "show more pigment" : "show less pigment"
        case .density: isHigh ? "show more dots" : "show fewer dots"
        case .scabs: isHigh ? "show more scabs" : "show fewer scabs"
        }
    }

    /// What a client reads on the days of the pale phase, where the pigment is within its range.
    package static let pale =
        "A pale or uneven look is expected on these days and passes: wait for week 6 before judging the colour."
}
