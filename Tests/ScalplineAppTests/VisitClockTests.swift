import PhotoDecoding
import ScalplineApp
import Testing

@Suite("Days since the sessions")
struct VisitClockTests {
    static func clock(_ month: Int, _ day: Int, _ hour: Int = 12, _ minute: Int = 0) throws -> WallClock {
        try #require(WallClock(year: 2026, month: month, day: day, hour: hour, minute: minute))
    }

    @Test("days count from the last session, and are negative before the first")
    func days() throws {
        let clock = VisitClock(sessions: [try Self.clock(3, 2), try Self.clock(3, 16)])
        let before = try #require(clock.place(of: try Self.clock(3, 1), isBefore: false))
        #expect(before.day == -1)
        #expect(before.chartDay == -1)
        let between = try #require(clock.place(of: try Self.clock(3, 10, 18), isBefore: false))
        #expect(between.day == 8.25)
        #expect(between.chartDay == 8.25)
        let after = try #require(clock.place(of: try Self.clock(3, 20), isBefore: false))
        #expect(after.day == 4)
        #expect(after.chartDay == 18)
        #expect(!after.isBeforeSessionOfItsDay)
    }

    @Test("a photo of a session's day is on the side that it shows, whatever the hour")
    func sameDay() throws {
        let clock = VisitClock(sessions: [try Self.clock(3, 2), try Self.clock(3, 16)])
        let earlyAfter = try #require(clock.place(of: try Self.clock(3, 16, 9), isBefore: false))
        #expect(earlyAfter.day == 0)
        #expect(earlyAfter.chartDay == 14)
        let lateAfter = try #require(clock.place(of: try Self.clock(3, 16, 18), isBefore: false))
        #expect(lateAfter.day == 0.25)
        let lateBefore = try #require(clock.place(of: try Self.clock(3, 16, 18), isBefore: true))
        #expect(lateBefore.isBeforeSessionOfItsDay)
        #expect(abs(lateBefore.day - 13.99) < 1e-9)
        #expect(lateBefore.chartDay < 14)
        let first = try #require(clock.place(of: try Self.clock(3, 2, 15), isBefore: true))
        #expect(first.day < 0)
        #expect(first.isBeforeSessionOfItsDay)
    }

    @Test("without sessions there is no day")
    func none() throws {
        #expect(VisitClock(sessions: []).place(of: try Self.clock(3, 2), isBefore: false) == nil)
    }
}
