import HealingCurve
import PhotoDecoding

/// What the page of all clients says beyond findings, stages and measures.
///
/// The page's script has no words of its own: it fills templates, in which `#` stands for a number.
package struct OverviewWords: Sendable {
    let language: Language

    /// The page's heading.
    var title: String { text("title") }
    var client: String { text("columns.client") }
    var verdict: String { text("columns.verdict") }
    var stage: String { text("columns.stage") }
    var newestPhoto: String { text("columns.newest") }
    var nextPhoto: String { text("columns.next") }
    var course: String { text("columns.course") }
    var photos: String { text("columns.photos") }

    var noClients: String { text("no-clients") }
    /// What stands where there is nothing.
    let none = "–"
    var find: String { text("controls.find") }
    var findHint: String { text("controls.find-hint") }
    var all: String { text("controls.all") }
    var dueSoon: String { text("controls.due-soon") }
    var sortBy: String { text("controls.sort") }
    var worstFirst: String { text("controls.worst-first") }
    var reset: String { text("controls.reset") }
    /// What a table of no rows says.
    var noMatch: String { text("controls.no-match") }

    // MARK: Templates of the script

    var shown: String { text("script.shown", ["number": "#", "all": "##"]) }
    var allShown: String { text("script.all-shown", ["all": "##"]) }
    var overdueCount: String { text("script.overdue-count", ["number": "#"]) }
    var overdue: String { text("script.overdue") }
    var dueNow: String { text("script.due-now") }
    var touchUpDue: String { text("script.touch-up-due") }

    // MARK: Rows

    /// The label of a level.
    func label(_ level: OverviewRow.Level) -> String { text("levels.\(level.rawValue)") }

    /// A finding with the day on which it was seen.
    func finding(_ finding: OverviewFinding) -> String {
        language.lists.commas([
            language.findings.title(finding.code), finding.day.map(language.dates.day),
        ])
    }

    /// What is off without a finding.
    func off(_ measure: CurveMeasure) -> String {
        text("off", ["measure": language.measures.name(measure), "status": language.measures.outside])
    }

    /// What has passed.
    func past(_ codes: [String]) -> String {
        text("past", ["findings": codes.map(language.findings.title).joined(separator: "; ")])
    }

    /// How many earlier verdicts new photos have changed.
    func revised(_ count: Int) -> String { text("revised", count: count) }

    /// Which photo is wanted next.
    func wanted(day: Int) -> String { language.dates.day(Double(day)) }

    /// A touch-up's window, as exact as it is.
    func touchUp(_ window: TouchUpWindow) -> String {
        let width = Double(window.to.map { $0 - window.from } ?? .max / 2)
        let from = language.forecasts.moment(Self.date(window.from), width: width)
        guard let end = window.to else { return text("touch-up.later", ["from": from]) }
        let to = language.forecasts.moment(Self.date(end), width: width, isFar: true)
        return from == to
            ? text("touch-up.at", ["when": from]) : text("touch-up.between", ["from": from, "to": to])
    }

    /// Photos that could not be measured.
    func notMeasured(_ count: Int) -> String { text("not-measured", count: count) }

    /// What a small chart shows, beneath it.
    func measure(_ chart: OverviewChart) -> String {
        let value = chart.values.last.map { language.measures.number($0, of: chart.measure) } ?? none
        let unit = language.measures.unit(chart.measure, hasScale: chart.hasScale)
        return text(
            "measure",
            [
                "measure": language.measures.name(chart.measure),
                "value": language.numbers.with(unit: unit, value),
            ])
    }

    /// What a small chart shows, for those who don't see it.
    func course(_ chart: OverviewChart) -> String {
        let place = chart.deviation.map { $0 > 1 ? "course.outside" : "course.expected" } ?? "course.plain"
        return text(place, count: chart.photos, ["measure": measure(chart)])
    }

    // MARK: Counts and lists

    /// All counts, as one line under the heading.
    func counts(clients: Int, attention: Int, failed: Int, notMeasured: Int, strays: Int) -> String {
        var words = [text("counts.clients", count: clients)]
        words.append(attention == 0 ? text("counts.none") : text("counts.attention", count: attention))
        if failed > 0 { words.append(text("counts.failed", count: failed)) }
        if notMeasured > 0 { words.append(text("counts.not-measured", count: notMeasured)) }
        if strays > 0 { words.append(text("counts.strays", count: strays)) }
        return words.joined(separator: " · ")
    }

    var straysTitle: String { text("strays.title") }
    var straysAdvice: String { text("strays.advice") }

    /// A date from whole days since 1970-01-01.
    static func date(_ day: Int) -> WallClock { WallClock(secondsSince1970: day * 86_400) }

    private func text(_ key: String, _ values: [String: String] = [:]) -> String {
        language.text("overview." + key, values)
    }

    private func text(_ key: String, count: Int, _ values: [String: String] = [:]) -> String {
        language.text("overview." + key, count: count, values)
    }
}
