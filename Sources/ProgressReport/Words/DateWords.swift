import PhotoDecoding

/// Dates and days as a client reads them.
package struct DateWords: Sendable {
    let language: Language

    /// A date, as `10 March 2026`.
    package func long(_ date: WallClock) -> String { told(date, "dates.long", language.months) }

    /// A month, as `March 2026`.
    package func month(_ date: WallClock) -> String {
        let parts = date.parts
        return language.text(
            "dates.month", ["month": language.months[parts.month - 1], "year": String(parts.year)])
    }

    /// A date with few letters, as `10 Mar 2026`.
    package func short(_ date: WallClock) -> String { told(date, "dates.short", language.shortMonths) }

    private func told(_ date: WallClock, _ key: String, _ months: [String]) -> String {
        let parts = date.parts
        return language.text(
            key, ["day": String(parts.day), "month": months[parts.month - 1], "year": String(parts.year)])
    }

    /// A third of a year, as `early 2028`.
    package func third(_ date: WallClock) -> String {
        let parts = date.parts
        let key = parts.month <= 4 ? "dates.early" : parts.month <= 8 ? "dates.mid" : "dates.late"
        return language.text(key, ["year": String(parts.year)])
    }

    /// From one date to another, or from a date on, with few letters.
    package func span(_ from: WallClock, to: WallClock?) -> String {
        guard let to else { return language.text("dates.from", ["date": short(from)]) }
        return language.text("dates.span", ["from": short(from), "to": short(to)])
    }

    /// The number of a day as a calendar counts it.
    ///
    /// A session counts from noon, so the morning after it is 0.9 and the client's day 1.
    package static func number(ofDay day: Double) -> Int { Int(day.rounded()) }

    /// A day after or before a session, as `day 7`.
    package func day(_ day: Double) -> String {
        day >= 0 ? language.text("days.day", ["day": String(Self.number(ofDay: day))]) : before(day)
    }

    /// The same, as the beginning of a sentence's clause: `on day 7`.
    package func onDay(_ day: Double) -> String {
        day >= 0 ? language.text("days.on-day", ["day": String(Self.number(ofDay: day))]) : before(day)
    }

    private func before(_ day: Double) -> String {
        day > -0.5
            ? language.text("days.just-before")
            : language.text("days.before", count: -Self.number(ofDay: day))
    }

    /// A day on the charts' clock, which may lie before the first session: `day −3`.
    package func chartDay(_ day: Double) -> String {
        language.text("days.day", ["day": language.numbers.plain(day.rounded(), decimals: 0)])
    }

    /// A visit in as few words as possible, as `Day 7`.
    package func mark(_ day: Double?) -> String {
        guard let day else { return language.text("days.mark-unknown") }
        if day < 0 { return language.text("days.mark-before") }
        return language.text("days.mark", ["day": String(Self.number(ofDay: day))])
    }
}
