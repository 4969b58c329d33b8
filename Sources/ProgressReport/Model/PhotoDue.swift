/// When a client's next photo is wanted.
///
/// Photos are wanted on the days of ``visits`` after the last session, when something new is to be seen. A photo some
/// days off does as well; each day's window tells from when and until when. After the first year, a photo a year is.
public struct PhotoDue: Sendable, Codable, Equatable {
    /// A day after a session on which a photo tells something new.
    package struct Visit: Sendable {
        /// The day.
        package let day: Int
        /// A photo from this day on counts for it.
        package let from: Int
        /// Later than on this day the photo is late.
        package let until: Int
    }

    /// The days, in order.
    ///
    /// Fresh (redness), darkest, palest look, settled skin, settled colour; half a year and a year narrow the forecast of
    /// the touch-up most. Windows end before the next one's day, and widen as changes slow down.
    package static let visits = [
        Visit(day: 1, from: 0, until: 3), Visit(day: 7, from: 5, until: 10),
        Visit(day: 14, from: 11, until: 20), Visit(day: 42, from: 28, until: 56),
        Visit(day: 90, from: 75, until: 120), Visit(day: 180, from: 150, until: 240),
        Visit(day: 365, from: 300, until: 455),
    ]
    private static let year = 365
    /// Days around each later year's day.
    private static let yearReach = (before: 65, after: 90)

    /// The day after the last session.
    public var day: Int
    /// The date of that day, as days since 1970-01-01.
    public var date: Int
    /// From this date on a photo counts for it.
    public var from: Int
    /// Later than on this date the photo is late.
    public var until: Int

    /// The next photo after those that there are.
    ///
    /// - Parameters:
    ///   - session: Date of the last session, as days since 1970-01-01.
    ///   - newest: Date of the newest photo, or nil without one.
    ///   - isSessionCovered: Whether a photo of the session's own day was taken after it.
    package init(afterSession session: Int, newest: Int?, isSessionCovered: Bool) {
        let passed = newest.map { $0 - session } ?? -1
        let reached = passed == 0 && !isSessionCovered ? -1 : passed
        let visit = Self.visits.first { $0.from > reached } ?? Self.later(reached)
        day = visit.day
        date = session + visit.day
        from = session + visit.from
        until = session + visit.until
    }

    private static func later(_ reached: Int) -> Visit {
        let years = max(2, (reached + yearReach.before) / year + 1)
        let day = years * year
        return Visit(day: day, from: day - yearReach.before, until: day + yearReach.after)
    }
}
