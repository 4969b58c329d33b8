import HealingCurve
import PhotoDecoding

extension ClientPage {
    /// Stage, what is expected, aftercare, what comes next.
    var position: Markup {
        guard let day = summary.day else { return Markup() }
        let advice = advice(day: day)
        return """
            <section><h2>\(language.text("guide.heading", ["stage": advice.title]))</h2>
            \(list(steps(day: day)))
            <p>\(positionSentence(advice))</p>
            <div class="columns">
            <div class="card"><h3>\(language.text("guide.heading-expected"))</h3>\(PageFrame.list(advice.expected))</div>
            <div class="card"><h3>\(language.text("guide.heading-care"))</h3>\(PageFrame.list(advice.care))\
            <p class="muted small">\(language.text("guide.practitioner-first"))</p></div>
            <div class="card"><h3>\(language.text("guide.heading-next"))</h3>\(PageFrame.list(advice.next))\
            \(nextPhotoSentence.map { "<p>\($0)</p>" as Markup } ?? Markup())</div>
            </div></section>
            """
    }

    /// What belongs to the newest photo's day.
    func advice(day: Double) -> StageWords.Advice {
        language.stages.advice(day: day, findings: Set(summary.current.map(\.code)))
    }

    /// Where the client is, and as of when.
    func positionSentence(_ advice: StageWords.Advice) -> String {
        let asOf = summary.latest?.taken.map {
            language.text("guide.as-of", ["date": language.dates.long($0)])
        }
        return language.lists.sentences([asOf, advice.position])
    }

    /// A stage after the latest session.
    struct Step {
        var name: String
        /// Its days in words.
        var days: String
        /// Its first and last date.
        var dates: String
        var isNow: Bool
        var isDone: Bool
    }

    /// The stages after the latest session with their dates; none before it.
    func steps(day: Double) -> [Step] {
        guard day >= 0, let latest = summary.latest, let index = report.latestSession(of: latest) else {
            return []
        }
        let session = report.sessions[index].date
        let stages = StageGuide.stages
        return stages.enumerated().map { order, stage in
            let from = StageGuide.firstDay(stage)
            let to = order + 1 < stages.count ? StageGuide.firstDay(stages[order + 1]) : .infinity
            return Step(
                name: language.stages.name(stage), days: language.stages.days(stage),
                dates: dates(session, from: from, to: to), isNow: day >= from && day < to,
                isDone: day >= to)
        }
    }

    private func list(_ steps: [Step]) -> Markup {
        if steps.isEmpty { return Markup() }
        let items = steps.map { step -> Markup in
            let css: Markup =
                step.isNow
                ? " class=\"now\" aria-current=\"step\"" : step.isDone ? " class=\"done\"" : ""
            return """
                <li\(css)><b>\(step.name)</b>\(step.days)<br>\(step.dates)</li>

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

extension ClientPage {
    /// When the next photo is wanted; nil without a session before the newest photo.
    var nextPhotoSentence: Markup? {
        guard let day = summary.day, day >= 0, let latest = summary.latest,
            let index = report.latestSession(of: latest)
        else { return nil }
        let next = StageGuide.nextPhotoDay(after: day)
        let date = WallClock(
            secondsSince1970: report.sessions[index].date.secondsSince1970 + Int(next) * 86_400)
        return language.markup(
            "guide.next-photo",
            ["date": "<b>\(language.dates.long(date))</b>", "day": "\(language.dates.day(next))"])
    }
}
