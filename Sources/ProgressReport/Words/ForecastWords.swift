import PhotoDecoding

/// What is to come, in words that are as exact as what is known.
///
/// A translation replaces this file.
package enum ForecastWords {
    static let title = "What comes next: colour and touch-up"
    static let history = "How each photo narrowed it"
    static let historyExplanation =
        "What could be foretold once each photo was known. Bar: nine in ten scalps; tick: half of them."
    static let settled = "Darkness once settled"
    static let touchUp = "Touch-up"
    static let share =
        "Nine in ten comparable scalps are expected to fall within these ranges."
    static let wide =
        "That is a wide window: how fast pigment fades shows only after months. A photo after half a year and one "
        + "after a year narrow it most."

    /// Windows narrower than this many days are told in months.
    private static let daysForMonths = 240.0
    /// Windows narrower than this many days are told in thirds of a year to both sides.
    private static let daysForThirds = 1_000.0
    /// Windows wider than this many days are called wide.
    static let daysOfWide = 550.0
    private static let daysOfYear = 365.25
    private static let daysOfMonth = 30.44
    /// From this many months on a span is told in years.
    private static let monthsForYears = 18.0

    /// A day in a window, as exact as the window is.
    ///
    /// - Parameters:
    ///   - date: The day.
    ///   - width: Days that the window is wide.
    ///   - isFar: Whether the day is the window's far end, which is the least known.
    /// - Returns: As `March 2028`, `early 2028` or, at the far end of a wide window, `2032`.
    package static func moment(_ date: WallClock, width: Double, isFar: Bool = false) -> String {
        if width < daysForMonths { return DateWords.month(date) }
        let parts = date.parts
        if width >= daysForThirds, isFar { return String(parts.year) }
        let third = ["early", "mid", "late"][min(max((parts.month - 1) / 4, 0), 2)]
        return third == "mid" ? "mid-\(parts.year)" : "\(third) \(parts.year)"
    }

    /// The session that a day counts from, behind the day.
    static func session(_ number: Int) -> String { " of session \(number)" }

    /// A time in months, or in half years where it is longer.
    ///
    /// - Parameter days: How long, above 0.
    /// - Returns: As `14 months`, `2½ years` and `3 years`.
    package static func span(_ days: Double) -> String {
        let months = days / daysOfMonth
        if months < monthsForYears {
            return ReportWords.count(max(1, Int(months.rounded())), "month", "months")
        }
        let halves = Int((days / daysOfYear * 2).rounded())
        let whole = halves / 2
        return (halves % 2 == 0 ? "\(whole)" : "\(whole)½") + " years"
    }
}
