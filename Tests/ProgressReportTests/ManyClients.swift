import ProgressReport
import SteadyMath

/// Made-up rows of many clients, for the page's size and for browsers.
enum ManyClients {
    private static let names = [
        "Anna", "بنيامين الحداد", "Carla Maria de los Ángeles von Hohenstein-Wittgenstein zu Sayn",
        "דינה לוי",
        "Эрик", "小林 さくら", "Zoë 🌿", "Ólafur O’Neill",
    ]

    /// Rows, each with a chart of a dozen points, on all days of the first year and beyond.
    ///
    /// - Parameter count: How many.
    /// - Returns: The same rows each time.
    static func rows(_ count: Int) -> [OverviewRow] {
        let days = SampleCourse().days
        // The photo from before the session has no darkness: twelve points are left.
        let calm = OverviewRow(SampleCourse(days: days + [540]).report(client: "", name: nil))
        let courses = (1...days.count).map { length in
            OverviewRow(
                SampleCourse(
                    days: Array(days.prefix(length)), lastingRedness: length % 5 == 0 ? 3...400 : nil
                ).report(client: "", name: nil))
        }
        var random = SeededRandom(seed: 11)
        return (0..<count).map { number in
            var row = courses[Int(random.next() % UInt64(courses.count))]
            let shift = Int(random.next() % 500)
            row.client = "client-\(number)"
            row.displayName = number % 3 == 0 ? nil : names[number % names.count] + " \(number)"
            row.chart = row.level == .attention ? row.chart : calm.chart
            row.lastVisit = row.lastVisit.map { $0 + shift }
            row.nextPhoto = row.nextPhoto.map { due in
                var due = due
                due.date += shift
                due.from += shift
                due.until += shift
                return due
            }
            if number % 97 == 5 {
                row.level = .failure
                row.failure = PhotoFailure(
                    code: "bad-client-file",
                    message: "client.yaml, line 3: unknown key \"sesions\", did you mean \"sessions\"?")
                row.findings = []
                row.stage = nil
                row.day = nil
                row.lastVisit = nil
                row.nextPhoto = nil
                row.chart = nil
                row.touchUp = nil
            }
            if number % 41 == 7 { row.notMeasured = 1 }
            if number % 29 == 3 { row.revised = 2 }
            return row
        }
    }
}
