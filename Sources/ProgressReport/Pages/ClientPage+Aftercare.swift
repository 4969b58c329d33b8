import HealingCurve
import PhotoDecoding

extension ClientPage {
    /// Stage, what is expected, aftercare, what comes next.
    var position: Markup {
        guard let day = summary.day else { return Markup() }
        let advice = StageGuide.advice(day: day, findings: Set(summary.current.map(\.code)))
        let asOf = summary.latest?.taken.map { "As of the newest photo, \(DateWords.long($0)). " } ?? ""
        return """
            <section><h2>\(ReportWords.position): \(advice.title)</h2>
            \(steps(day: day))
            <p>\(asOf)\(advice.position)</p>
            <div class="columns">
            <div class="card"><h3>\(ReportWords.expectedNow)</h3>\(PageFrame.list(advice.expected))</div>
            <div class="card"><h3>\(ReportWords.careNow)</h3>\(PageFrame.list(advice.care))\
            <p class="muted small">\(ReportWords.adviceFirst)</p></div>
            <div class="card"><h3>\(ReportWords.comesNext)</h3>\(PageFrame.list(advice.next))</div>
            </div></section>
            """
    }

    /// The stages after the latest session with their dates.
    private func steps(day: Double) -> Markup {
        guard day >= 0, let latest = summary.latest, let index = report.latestSession(of: latest) else {
            return Markup()
        }
        let session = report.sessions[index].date
        let stages: [HealingStage] = [.immediateCare, .initialHealing, .settling, .longTerm]
        let items = stages.enumerated().map { order, stage -> Markup in
            let from = StageGuide.firstDay(stage)
            let to = order + 1 < stages.count ? StageGuide.firstDay(stages[order + 1]) : .infinity
            let isNow = day >= from && day < to
            let css: Markup =
                isNow ? " class=\"now\" aria-current=\"step\"" : day >= to ? " class=\"done\"" : ""
            return """
                <li\(css)><b>\(StageGuide.name(stage))</b>\(StageGuide.days(stage))<br>\
                \(dates(session, from: from, to: to))</li>

                """
        }
        return "<ol class=\"steps\">\n\(items)</ol>"
    }

    private func dates(_ session: WallClock, from: Double, to: Double) -> String {
        func date(_ day: Double) -> WallClock {
            WallClock(secondsSince1970: session.secondsSince1970 + Int(day) * 86_400)
        }
        guard to.isFinite else { return "from " + DateWords.short(date(from)) }
        return DateWords.short(date(from)) + " – " + DateWords.short(date(to - 1))
    }

    /// Settled darkness and the touch-up window.
    var forecast: Markup {
        guard let forecast = report.forecast else {
            guard let reason = report.forecastReason, !report.sessions.isEmpty, (summary.day ?? 0) >= 0
            else { return Markup() }
            return """
                <section><h2>\(ReportWords.forecast)</h2>
                <p>Nothing can be foretold yet because \(ReasonWords.clause(reason.rawValue)).</p></section>
                """
        }
        let views = report.views.count > 1 ? report.views.first : nil
        let speaks = views.map { "<p class=\"muted small\">\(ViewWords.view($0.name))</p>\n" as Markup }
        return """
            <section><h2>\(ReportWords.forecast)</h2>
            \(speaks ?? Markup())\(forecastCard(forecast))</section>
            """
    }

    /// A forecast in words.
    func forecastCard(_ forecast: CurveForecast) -> Markup {
        let settled = forecast.settledDarkness
        let percent = { (value: Double) in MeasureWords.plain(value * 100, decimals: 0) }
        let settledDate = report.sessions.last.map {
            DateWords.long(
                WallClock(secondsSince1970: $0.date.secondsSince1970 + Int(StageGuide.settledDay) * 86_400))
        }
        let isSettled = (summary.day ?? 0) >= StageGuide.settledDay
        let keep = isSettled ? "had kept" : "are likely to keep"
        let touchUp = forecast.touchUp
        let months = [touchUp.low, touchUp.median, touchUp.high].map { report.date(onChartDay: $0) }
        var window: Markup = "A touch-up is not foreseen."
        if let from = months[0], let median = months[1] {
            let to = months[2].map(DateWords.month)
            window = """
                A touch-up is likely to be due around <b>\(DateWords.month(median))</b> \
                (\(to.map { "between \(DateWords.month(from)) and \($0)" } ?? "not before \(DateWords.month(from))")), \
                when the pigment covers less than 70 % of what it covered once settled.
                """
        }
        return """
            <div class="card"><p>Three months after the latest session\(settledDate.map { " (\($0))" } ?? ""), the dots \
            \(keep) about <b>\(percent(settled.median))\(MeasureWords.noBreak)%</b> of their fresh darkness (between \
            \(percent(settled.low)) and \(percent(settled.high))\(MeasureWords.noBreak)%). That softening is planned for.</p>
            <p>\(window)</p>
            <p class="muted small">Nine in ten scalps are expected to fall within these ranges; they \
            get narrower with each photo.</p></div>
            """
    }
}
