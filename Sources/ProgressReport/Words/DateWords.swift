import PhotoDecoding

/// Dates and days as a client reads them.
package enum DateWords {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// A date, as `10 March 2026`.
    package static func long(_ date: WallClock) -> String {
        let parts = date.parts
        return "\(parts.day) \(months[parts.month - 1]) \(parts.year)"
    }

    /// A month, as `March 2026`.
    package static func month(_ date: WallClock) -> String {
        let parts = date.parts
        return "\(months[parts.month - 1]) \(parts.year)"
    }

    /// A date with few letters, as `10 Mar 2026`.
    package static func short(_ date: WallClock) -> String {
        let parts = date.parts
        return "\(parts.day) \(months[parts.month - 1].prefix(3)) \(parts.year)"
    }

    /// The number of a day as a calendar counts it.
    ///
    /// A session counts from noon, so the morning after it is 0.9 and the client's day 1.
    package static func number(ofDay day: Double) -> Int { Int(day.rounded()) }

    /// A day after or before a session, as `day 7`.
    package static func day(_ day: Double) -> String {
        if day >= 0 { return "day \(number(ofDay: day))" }
        let before = -number(ofDay: day)
        if day > -0.5 { return "just before the session" }
        return before == 1 ? "1 day before the session" : "\(before) days before the session"
    }

    /// The same, as the beginning of a sentence's clause: `on day 7`.
    package static func onDay(_ day: Double) -> String {
        day >= 0 ? "on \(self.day(day))" : self.day(day)
    }
}
