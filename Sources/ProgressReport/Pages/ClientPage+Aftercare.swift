import HealingCurve
import PhotoDecoding

extension ClientPage {
    /// Stage, what is expected, aftercare, what comes next.
    var position: Markup {
        guard let day = summary.day else { return Markup() }
        let advice = language.stages.advice(day: day, findings: Set(summary.current.map(\.code)))
        let asOf = summary.latest?.taken.map {
            language.text("guide.as-of", ["date": language.dates.long($0)])
        }
        return """
            <section><h2>\(language.text("guide.heading", ["stage": advice.title]))</h2>
            \(steps(day: day))
            <p>\(language.lists.sentences([asOf, advice.position]))</p>
            <div class="columns">
            <div class="card"><h3>\(language.text("guide.heading-expected"))</h3>\(PageFrame.list(advice.expected))</div>
            <div class="card"><h3>\(language.text("guide.heading-care"))</h3>\(PageFrame.list(advice.care))\
            <p class="muted small">\(language.text("guide.practitioner-first"))</p></div>
            <div class="card"><h3>\(language.text("guide.heading-next"))</h3>\(PageFrame.list(advice.next))</div>
            </div></section>
            """
    }

    /// The stages after the latest session with their dates.
    private func steps(day: Double) -> Markup {
        guard day >= 0, let latest = summary.latest, let index = report.latestSession(of: latest) else {
            return Markup()
        }
        let session = report.sessions[index].date
        let stages = StageGuide.stages
        let items = stages.enumerated().map { order, stage -> Markup in
            let from = StageGuide.firstDay(stage)
            let to = order + 1 < stages.count ? StageGuide.firstDay(stages[order + 1]) : .infinity
            let isNow = day >= from && day < to
            let css: Markup =
                isNow ? " class=\"now\" aria-current=\"step\"" : day >= to ? " class=\"done\"" : ""
            return """
                <li\(css)><b>\(language.stages.name(stage))</b>\(language.stages.days(stage))<br>\
                \(dates(session, from: from, to: to))</li>

                """
        }
        return "<ol class=\"steps\">\n\(items)</ol>"
    }

    private func dates(_ session: WallClock, from: Double, to: Double) -> String {
        func date(_ day: Double) -> WallClock {
            WallClock(secondsSince1970: session.secondsSince1970 + Int(day) * 86_400)
        }
        return language.dates.span(date(from), to: to.isFinite ? date(to - 1) : nil)
    }
}
