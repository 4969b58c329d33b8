import PhotoDecoding

/// A day of the calendar as text.
enum DayText {
    /// A date.
    ///
    /// - Parameter days: Days since 1 January 1970.
    /// - Returns: As `2026-03-02`.
    static func text(daysSince1970 days: Double) -> String {
        WallClock(secondsSince1970: Int((days * 86_400).rounded())).dateText
    }
}
