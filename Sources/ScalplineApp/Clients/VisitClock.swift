import PhotoDecoding

/// Counts days from a client's sessions.
package struct VisitClock: Sendable {
    /// Where a photo stands among the sessions.
    package struct Place: Sendable, Equatable {
        /// Days since the last session; negative before the first.
        package var day: Double
        /// Days since the first session, on the same footing as `day`.
        package var chartDay: Double
        /// Whether the photo was taken before the session of its own day.
        package var isBeforeSessionOfItsDay: Bool
    }

    /// A photo from before the session of its own day lies at least this far before it, in days: a quarter of an
    /// hour, whatever the hour that the session is counted from.
    private static let leastBefore = 0.01

    /// Sessions in order of time.
    let sessions: [WallClock]

    /// Days of the sessions since the first.
    var sessionDays: [Double] { sessions.map(days(since:)) }

    /// Makes a clock.
    ///
    /// - Parameter sessions: In order of time.
    package init(sessions: [WallClock]) {
        self.sessions = sessions
    }

    /// Where a photo stands.
    ///
    /// - Parameters:
    ///   - taken: When it was taken.
    ///   - isBefore: Whether it was taken before the session of its own day, should there be one.
    /// - Returns: Nil without sessions.
    package func place(of taken: WallClock, isBefore: Bool) -> Place? {
        guard !sessions.isEmpty else { return nil }
        var chartDay = days(since: taken)
        let sameDay = sessions.indices.filter { sessions[$0].calendarDay == taken.calendarDay }
        var latest = sessions.lastIndex { $0 <= taken }
        var isBeforeSession = false
        if let first = sameDay.first {
            if isBefore {
                isBeforeSession = true
                chartDay = min(chartDay, days(since: sessions[first]) - Self.leastBefore)
                latest = first > 0 ? first - 1 : nil
            } else {
                let session = sameDay.last { sessions[$0] <= taken } ?? first
                chartDay = max(chartDay, days(since: sessions[session]))
                latest = session
            }
        }
        let day = latest.map { chartDay - days(since: sessions[$0]) } ?? chartDay
        return Place(day: day, chartDay: chartDay, isBeforeSessionOfItsDay: isBeforeSession)
    }

    private func days(since clock: WallClock) -> Double {
        guard let first = sessions.first else { return 0 }
        return Double(clock.secondsSince1970 - first.secondsSince1970) / 86_400
    }
}
