import ClientRecords
import PhotoDecoding

/// A date that a person gives on the command line, with or without a time of day.
public struct FileDate: Sendable, Equatable {
    /// The date; the day's beginning where only a day was given.
    public let clock: WallClock

    /// Reads `2026-03-04` or `2026-03-04T10:15`.
    ///
    /// - Parameter text: The text; nil where it is no date.
    public init?(_ text: String) {
        guard let date = WrittenDate(text) else { return nil }
        clock =
            date.isWholeDay
            ? WallClock(secondsSince1970: date.clock.calendarDay * 86_400) : date.clock
    }
}
