import Testing

import ProgressReport

@Suite("When the next photo is wanted")
struct PhotoDueTests {
    private func wanted(after day: Int?, isSessionCovered: Bool = true) -> Int {
        PhotoDue(
            afterSession: 20_000, newest: day.map { 20_000 + $0 }, isSessionCovered: isSessionCovered
        ).day
    }

    @Test("The next day of the guide that no photo covers yet")
    func next() {
        #expect(wanted(after: nil) == 1)
        #expect(wanted(after: -3) == 1)
        #expect(wanted(after: 0, isSessionCovered: false) == 1)
        #expect(wanted(after: 0) == 7)
        let days = [1: 7, 4: 7, 5: 14, 10: 14, 11: 42, 27: 42, 28: 90, 74: 90, 75: 180, 160: 365]
        for (newest, due) in days { #expect(wanted(after: newest) == due, "after day \(newest)") }
    }

    @Test("After a year a photo a year is wanted, however long ago the session was")
    func years() {
        let days = [300: 730, 365: 730, 664: 730, 665: 1_095, 3_650: 4_015]
        for (newest, due) in days { #expect(wanted(after: newest) == due, "after day \(newest)") }
    }

    @Test("Windows hold their day, lie in order and do not overlap")
    func windows() {
        let visits = PhotoDue.visits
        #expect(visits.allSatisfy { $0.from <= $0.day && $0.day <= $0.until })
        #expect(zip(visits, visits.dropFirst()).allSatisfy { $0.until < $1.from })
    }

    @Test("Dates are counted from the session")
    func dates() {
        let due = PhotoDue(afterSession: 20_000, newest: 20_002, isSessionCovered: false)
        #expect([due.date, due.from, due.until] == [20_007, 20_005, 20_010])
    }
}
