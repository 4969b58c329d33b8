import PhotoDecoding
import Testing

@Suite("A camera's clock counts days of the civil calendar")
struct WallClockTests {
    @Test("Every day of four centuries comes back from its number, and the next day follows")
    func roundTrip() {
        guard let first = WallClock(year: 1801, month: 1, day: 1, hour: 0) else {
            Issue.record("no date")
            return
        }
        var previous = 0
        for day in 0..<146_097 {
            let clock = WallClock(secondsSince1970: first.secondsSince1970 + day * 86_400 + 4_271)
            let part = clock.parts
            let again = WallClock(
                year: part.year, month: part.month, day: part.day, hour: part.hour, minute: part.minute,
                second: part.second)
            if again != clock { Issue.record("\(clock.text)") }
            let number = (part.year * 12 + part.month) * 31 + part.day
            if number <= previous { Issue.record("\(clock.text) does not follow") }
            previous = number
        }
    }

    @Test("Known days have their known numbers")
    func knownDays() {
        #expect(WallClock(year: 1970, month: 1, day: 1, hour: 0)?.secondsSince1970 == 0)
        #expect(WallClock(year: 2000, month: 3, day: 1, hour: 0)?.calendarDay == 11_017)
        #expect(WallClock(year: 1969, month: 12, day: 31)?.calendarDay == -1)
        #expect(WallClock(year: 2026, month: 3, day: 5)?.text == "2026-03-05T12:00:00")
        #expect(
            WallClock(year: 33, month: 4, day: 3, hour: 9, minute: 5, second: 7)?.text
                == "0033-04-03T09:05:07")
        #expect(WallClock(year: 2026, month: 3, day: 5, hour: 23, minute: 59, second: 60)?.parts.second == 59)
        #expect(WallClock(year: 1, month: 1, day: 1, hour: 0)?.dateText == "0001-01-01")
    }

    @Test("Dates that no calendar has are refused")
    func impossibleDates() {
        #expect(WallClock(year: 2023, month: 2, day: 29) == nil)
        #expect(WallClock(year: 1900, month: 2, day: 29) == nil)
        #expect(WallClock(year: 2000, month: 2, day: 29) != nil)
        #expect(WallClock(year: 2026, month: 13, day: 1) == nil)
        #expect(WallClock(year: 2026, month: 4, day: 31) == nil)
        #expect(WallClock(year: 2026, month: 4, day: 0) == nil)
        #expect(WallClock(year: 0, month: 1, day: 1) == nil)
        #expect(WallClock(year: 2026, month: 1, day: 1, hour: 24) == nil)
        #expect(WallClock(year: 2026, month: 1, day: 1, minute: 60) == nil)
    }

    @Test("Order and difference are those of time")
    func order() throws {
        let noon = try #require(WallClock(year: 2026, month: 3, day: 2))
        let evening = try #require(WallClock(year: 2026, month: 3, day: 2, hour: 18))
        #expect(noon < evening)
        #expect(evening.days - noon.days == 0.25)
        #expect(noon.calendarDay == evening.calendarDay)
    }
}
