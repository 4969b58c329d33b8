import PhotoDecoding

/// What is to come, in words that are as exact as what is known.
package struct ForecastWords: Sendable {
    let language: Language

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
    package func moment(_ date: WallClock, width: Double, isFar: Bool = false) -> String {
        if width < Self.daysForMonths { return language.dates.month(date) }
        if width >= Self.daysForThirds, isFar { return String(date.parts.year) }
        return language.dates.third(date)
    }

    /// A time in months, or in half years where it is longer.
    ///
    /// - Parameter days: How long, above 0.
    /// - Returns: As `14 months`, `2½ years` and `3 years`.
    package func span(_ days: Double) -> String {
        let months = days / Self.daysOfMonth
        if months < Self.monthsForYears {
            return language.text("forecast.months", count: max(1, Int(months.rounded())))
        }
        let halves = Int((days / Self.daysOfYear * 2).rounded())
        let whole = halves / 2
        return language.text("forecast.years", ["years": halves % 2 == 0 ? "\(whole)" : "\(whole)½"])
    }
}
