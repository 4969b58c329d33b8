import HealingCurve
import PhotoDecoding

/// What the page of all clients says beyond findings, stages and measures.
///
/// A translation replaces this file. The page's script has no words of its own: it fills the templates here, in which
/// `#` stands for a number.
enum OverviewWords {
    static let client = "Client"
    static let verdict = "Verdict"
    static let stage = "Stage"
    static let newestPhoto = "Newest photo"
    static let nextPhoto = "Next photo"
    static let course = "Course"
    static let photos = "Photos"

    static let noClients = "There are no clients with photos."
    static let none = "–"
    static let find = "Find"
    static let findHint = "name, folder or finding"
    static let all = "all"
    static let dueSoon = "due within 14 days"
    static let sortBy = "Sort by"
    static let worstFirst = "attention, overdue, newest"
    static let reset = "Show all"
    /// What a table of no rows says.
    static let noMatch = "No client matches."

    // MARK: Templates of the script

    static let shown = "# of ## clients shown"
    static let allShown = "all ## clients shown"
    static let overdueCount = "# overdue"
    static let overdue = "overdue"
    static let dueNow = "due now"
    static let touchUpDue = "touch-up due"

    // MARK: Rows

    /// The label of a level.
    static func label(_ level: OverviewRow.Level) -> String {
        switch level {
        case .attention: "Something to look at"
        case .failure: "Could not be read"
        case .note: "A remark"
        case .asExpected: "On course"
        case .noVerdict: "No comparison yet"
        }
    }

    /// A finding with the day on which it was seen.
    static func finding(_ finding: OverviewFinding) -> String {
        FindingWords.title(finding.code) + (finding.day.map { ", " + DateWords.day($0) } ?? "")
    }

    /// What is off without a finding.
    static func off(_ measure: CurveMeasure) -> String {
        MeasureWords.name(measure) + ": " + MeasureWords.outside
    }

    /// What has passed.
    static func past(_ codes: [String]) -> String {
        "earlier: " + codes.map(FindingWords.title).joined(separator: "; ")
    }

    /// How many earlier verdicts new photos have changed.
    static func revised(_ count: Int) -> String {
        ReportWords.count(count, "earlier verdict", "earlier verdicts") + " revised"
    }

    /// Which photo is wanted next.
    static func wanted(day: Int) -> String { "day \(day)" }

    /// A touch-up's window, as exact as it is.
    static func touchUp(_ window: TouchUpWindow) -> String {
        let width = Double(window.to.map { $0 - window.from } ?? .max / 2)
        let from = ForecastWords.moment(date(window.from), width: width)
        let to = window.to.map { ForecastWords.moment(date($0), width: width, isFar: true) } ?? "later"
        return from == to ? "touch-up \(from)" : "touch-up \(from) – \(to)"
    }

    /// Photos that could not be measured.
    static func notMeasured(_ count: Int) -> String { "\(count) not measured" }

    /// What a small chart shows, beneath it.
    static func measure(_ chart: OverviewChart) -> String {
        let value = chart.values.last.map { MeasureWords.number($0, of: chart.measure) } ?? none
        return MeasureWords.name(chart.measure) + " " + value + MeasureWords.noBreak
            + MeasureWords.unit(chart.measure, hasScale: chart.hasScale)
    }

    /// What a small chart shows, for those who don't see it.
    static func course(_ chart: OverviewChart) -> String {
        let place = chart.deviation.map { $0 > 1 ? ", outside the expected range" : ", as expected" }
        return "\(measure(chart)) in the newest of \(chart.photos) photos\(place ?? "")"
    }

    // MARK: Counts and lists

    /// All counts, as one line under the heading.
    static func counts(clients: Int, attention: Int, failed: Int, notMeasured: Int, strays: Int) -> String {
        var words = [ReportWords.count(clients, "client", "clients")]
        words.append(attention == 0 ? "none to look at" : "\(attention) to look at")
        if failed > 0 { words.append("\(failed) could not be read") }
        if notMeasured > 0 {
            words.append(ReportWords.count(notMeasured, "photo", "photos") + " could not be measured")
        }
        if strays > 0 { words.append(ReportWords.count(strays, "photo", "photos") + " without a client") }
        return words.joined(separator: " · ")
    }

    static let straysTitle = "Photos without a client"
    static let straysAdvice = "Put each into its client’s folder and run again."

    /// A date from whole days since 1970-01-01.
    static func date(_ day: Int) -> WallClock { WallClock(secondsSince1970: day * 86_400) }
}
