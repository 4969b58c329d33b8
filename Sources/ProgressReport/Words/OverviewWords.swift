import HealingCurve
import PhotoDecoding

/// What the page of all clients says beyond findings, stages and measures.
///
/// The page's script has no words of its own: it fills templates, in which `#` stands for a number.
package struct OverviewWords: Sendable {
    let language: Language

    /// The page's heading.
    var title: String { language.text("overview.title") }
    var client: String { language.text("overview.columns.client") }
    var verdict: String { language.text("overview.columns.verdict") }
    var stage: String { language.text("overview.columns.stage") }
    var newestPhoto: String { language.text("overview.columns.newest") }
    var nextPhoto: String { language.text("overview.columns.next") }
    var course: String { language.text("overview.columns.course") }
    var photos: String { language.text("overview.columns.photos") }

    var noClients: String { language.text("overview.no-clients") }
    /// What stands where there is nothing.
    let none = "–"
    var find: String { language.text("overview.controls.find") }
    var findHint: String { language.text("overview.controls.find-hint") }
    var all: String { language.text("overview.controls.all") }
    var dueSoon: String { language.text("overview.controls.due-soon") }
    var sortBy: String { language.text("overview.controls.sort") }
    var worstFirst: String { language.text("overview.controls.worst-first") }
    var reset: String { language.text("overview.controls.reset") }
    /// What a table of no rows says.
    var noMatch: String { language.text("overview.controls.no-match") }

    // MARK: Templates of the script

    var shown: String { language.text("overview.script.shown", ["number": "#", "all": "##"]) }
    var allShown: String { language.text("overview.script.all-shown", ["all": "##"]) }
    var overdueCount: String { language.text("overview.script.overdue-count", ["number": "#"]) }
    var overdue: String { language.text("overview.script.overdue") }
    var dueNow: String { language.text("overview.script.due-now") }
    var touchUpDue: String { language.text("overview.script.touch-up-due") }

    // MARK: Rows

    /// The label of a level.
    func label(_ level: OverviewRow.Level) -> String { language.text("overview.levels.\(level.rawValue)") }

    /// A finding with the day on which it was seen.
    func finding(_ finding: OverviewFinding) -> String {
        language.lists.commas([
            language.findings.title(finding.code), finding.day.map(language.dates.day),
        ])
    }

    /// What is off without a finding.
    func off(_ measure: CurveMeasure) -> String {
        language.text(
            "overview.off", ["measure": language.measures.name(measure), "status": language.measures.outside])
    }

    /// What has passed.
    func past(_ codes: [String]) -> String {
        language.text(
            "overview.past", ["findings": codes.map(language.findings.title).joined(separator: "; ")])
    }

    /// How many earlier verdicts new photos have changed.
    func revised(_ count: Int) -> String { language.text("overview.revised", count: count) }

    /// Which photo is wanted next.
    func wanted(day: Int) -> String { language.dates.day(Double(day)) }

    /// A touch-up's window, as exact as it is.
    func touchUp(_ window: TouchUpWindow) -> String {
        let width = Double(window.to.map { $0 - window.from } ?? .max / 2)
        let from = language.forecasts.moment(Self.date(window.from), width: width)
        guard let end = window.to else { return language.text("overview.touch-up.later", ["from": from]) }
        let to = language.forecasts.moment(Self.date(end), width: width, isFar: true)
        return from == to
            ? language.text("overview.touch-up.at", ["when": from])
            : language.text("overview.touch-up.between", ["from": from, "to": to])
    }

    /// Photos that could not be measured.
    func notMeasured(_ count: Int) -> String { language.text("overview.not-measured", count: count) }

    /// What a small chart shows, beneath it.
    func measure(_ chart: OverviewChart) -> String {
        let value = chart.values.last.map { language.measures.number($0, of: chart.measure) } ?? none
        let unit = language.measures.unit(chart.measure, hasScale: chart.hasScale)
        return language.text(
            "overview.measure",
            [
                "measure": language.measures.name(chart.measure),
                "value": language.numbers.with(unit: unit, value),
            ])
    }

    /// What a small chart shows, for those who don't see it.
    func course(_ chart: OverviewChart) -> String {
        let place =
            chart.deviation.map { $0 > 1 ? "overview.course.outside" : "overview.course.expected" }
            ?? "overview.course.plain"
        return language.text(place, count: chart.photos, ["measure": measure(chart)])
    }

    // MARK: Counts and lists

    /// All counts, as one line under the heading.
    func counts(clients: Int, attention: Int, failed: Int, notMeasured: Int, strays: Int) -> String {
        var words = [language.text("overview.counts.clients", count: clients)]
        words.append(
            attention == 0
                ? language.text("overview.counts.none")
                : language.text("overview.counts.attention", count: attention))
        if failed > 0 { words.append(language.text("overview.counts.failed", count: failed)) }
        if notMeasured > 0 { words.append(language.text("overview.counts.not-measured", count: notMeasured)) }
        if strays > 0 { words.append(language.text("overview.counts.strays", count: strays)) }
        return words.joined(separator: " · ")
    }

    var straysTitle: String { language.text("overview.strays.title") }
    var straysAdvice: String { language.text("overview.strays.advice") }

    /// A date from whole days since 1970-01-01.
    static func date(_ day: Int) -> WallClock { WallClock(secondsSince1970: day * 86_400) }
}
