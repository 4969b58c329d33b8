/// Days since each session at each of some moments, and how many sessions were done by then.
struct CurveClock: Sendable {
    /// Sessions in all.
    let sessionCount: Int
    /// Row by row, days since each session; negative for those not done.
    private(set) var elapsed: [Double] = []
    /// Sessions done at each moment.
    private(set) var done: [Int] = []

    /// Value of ``elapsed`` for a session that is not done.
    static let notDone = -1.0

    /// The clock of visits.
    init(visits: [CurveVisit], sessions: [CurveSession]) {
        sessionCount = sessions.count
        for visit in visits {
            append(day: visit.day, isBefore: visit.isBeforeSessionOfItsDay, sessions: sessions)
        }
    }

    /// The clock of plain days.
    init(days: [Double], sessions: [CurveSession]) {
        sessionCount = sessions.count
        for day in days { append(day: day, isBefore: false, sessions: sessions) }
    }

    private mutating func append(day: Double, isBefore: Bool, sessions: [CurveSession]) {
        var count = sessions.count { $0.day <= day }
        if isBefore {
            // The session of its own day is the nearest one less than a day away; it is still to come.
            var nearest: Int?
            for index in sessions.indices where abs(sessions[index].day - day) < 1 {
                if let best = nearest, abs(sessions[best].day - day) <= abs(sessions[index].day - day) {
                    continue
                }
                nearest = index
            }
            if let nearest { count = min(count, nearest) }
        }
        done.append(count)
        for (index, session) in sessions.enumerated() {
            elapsed.append(index < count ? max(0, day - session.day) : Self.notDone)
        }
    }

    /// Days since a session at a moment; negative where it is not done.
    func since(_ session: Int, at row: Int) -> Double { elapsed[row * sessionCount + session] }

    /// Days since the last session done at a moment; nil before the first.
    func sinceLast(at row: Int) -> Double? {
        done[row] == 0 ? nil : since(done[row] - 1, at: row)
    }
}
