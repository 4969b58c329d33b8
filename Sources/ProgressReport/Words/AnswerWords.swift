import HealingCurve
import ScalpMeasurement

/// The answer to "is this normal?", a sentence a measure.
package struct AnswerWords: Sendable {
    let language: Language

    /// Tails above this lie in the middle of the range, of which nothing need be said.
    private static let middleTail = 0.35

    /// What the answer rests on.
    ///
    /// - Parameters:
    ///   - date: When the photo was taken, in words.
    ///   - day: Days since the latest session.
    /// - Returns: Two sentences.
    func explanation(date: String?, day: Double) -> String {
        let photo = language.lists.commas([language.text("answers.photo"), date, language.dates.day(day)])
        return language.text("answers.explanation", ["photo": photo])
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
    func answer(
        _ verdict: MeasureVerdict, isAtTheEdge: Bool, odds: String?, measure: CurveMeasure, day: Double,
        unit: String
    ) -> String {
        guard verdict.status != .notComparable else {
            guard let reason = verdict.reason, reason != MeasureVerdict.noEarlierPhoto else {
                return language.text("answers.first")
            }
            return language.measures.notCompared(because: reason)
        }
        let expected = verdict.band.map { band in
            let range =
                measure == .scabs && !language.measures.isWide(band, of: measure)
                ? language.text("readings.none") : language.measures.range(band, of: measure, unit: unit)
            return language.text("answers.expected", ["day": language.dates.day(day), "range": range])
        }
        let status = language.text("statuses.\(isAtTheEdge ? "edge" : verdict.status.rawValue).sentence")
        let told =
            odds.map { language.text("answers.told-odds", ["status": status, "odds": $0]) }
            ?? language.text("answers.told", ["status": status])
        return language.lists.sentences([expected, told])
    }

    /// How many comparable scalps would lie further out, as a clause.
    ///
    /// - Parameters:
    ///   - measure: Of what.
    ///   - upperTail: Probability of a value at least as high.
    ///   - lowerTail: Probability of a value at least as low.
    /// - Returns: As `about 30 of 100 comparable scalps would be redder`.
    func odds(_ measure: CurveMeasure, upperTail: Double, lowerTail: Double) -> String {
        let tail = min(upperTail, lowerTail)
        if tail >= Self.middleTail { return language.text("answers.middle") }
        let count = Int((tail * 100).rounded())
        let share =
            count < 1
            ? language.text("answers.share-least") : language.text("answers.share", ["count": String(count)])
        let further = upperTail <= lowerTail ? "more" : "less"
        return language.text(
            "answers.odds",
            ["share": share, "differ": language.text("measures.\(measure.rawValue).\(further)")])
    }

    /// What a client reads on the days of the pale phase, where the pigment is within its range.
    package var pale: String { language.text("verdict.pale") }
}
