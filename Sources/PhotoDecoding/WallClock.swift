/// A date with time as a camera's clock showed it, without a time zone.
///
/// Ordering and differences are those of the civil calendar (proleptic Gregorian), as days of 24 hours.
public struct WallClock: Sendable, Equatable, Hashable, Comparable, Codable {
    /// Whole seconds since 1970-01-01T00:00:00 on the same clock.
    public var secondsSince1970: Int

    /// Makes a date from whole seconds since 1970-01-01T00:00:00 on the same clock.
    ///
    /// - Parameter secondsSince1970: Negative before 1970.
    public init(secondsSince1970: Int) {
        self.secondsSince1970 = secondsSince1970
    }

    /// Makes a date from its parts, or nil where the parts name no date.
    ///
    /// - Parameters:
    ///   - year: 1…9999.
    ///   - month: 1…12.
    ///   - day: 1…31, and in the month.
    ///   - hour: 0…23; a plain date means noon.
    ///   - minute: 0…59.
    ///   - second: 0…59; the leap second 60 counts as 59.
    public init?(year: Int, month: Int, day: Int, hour: Int = 12, minute: Int = 0, second: Int = 0) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysInMonth(year: year, month: month),
            (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        let days = Self.daysSince1970(year: year, month: month, day: day)
        secondsSince1970 = days * 86_400 + hour * 3_600 + minute * 60 + min(second, 59)
    }

    /// Days since 1970-01-01T00:00, with the time of day as a fraction.
    public var days: Double { Double(secondsSince1970) / 86_400 }

    /// The calendar day, as whole days since 1970-01-01.
    public var calendarDay: Int { (Double(secondsSince1970) / 86_400).rounded(.down).asInt }

    /// The parts of the date.
    public var parts: (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        let day = calendarDay
        let rest = secondsSince1970 - day * 86_400
        let civil = Self.civil(daysSince1970: day)
        return (civil.year, civil.month, civil.day, rest / 3_600, rest / 60 % 60, rest % 60)
    }

    /// The date alone, as `2026-03-05`.
    public var dateText: String {
        let part = parts
        return "\(pad(part.year, 4))-\(pad(part.month, 2))-\(pad(part.day, 2))"
    }

    /// Date and time, as `2026-03-05T10:30:00`.
    public var text: String {
        let part = parts
        return "\(dateText)T\(pad(part.hour, 2)):\(pad(part.minute, 2)):\(pad(part.second, 2))"
    }

    /// Orders by time.
    public static func < (left: WallClock, right: WallClock) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }

    private func pad(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func daysInMonth(year: Int, month: Int) -> Int {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    // The civil-calendar arithmetic of H. Hinnant, "chrono-compatible low-level date algorithms" (2013).
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}

extension Double {
    fileprivate var asInt: Int { Int(self) }
}
