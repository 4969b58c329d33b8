import HealingCurve
import PhotoDecoding

extension ClientPage {
    /// Settled darkness, the touch-up window, and how each photo narrowed both.
    var forecast: Markup {
        guard let forecast = report.forecast else {
            guard let reason = report.forecastReason, !report.sessions.isEmpty, (summary.day ?? 0) >= 0
            else { return Markup() }
            return """
                <section><h2>\(ForecastWords.title)</h2>
                <p>Nothing can be foretold yet because \(ReasonWords.clause(reason.rawValue)).</p></section>
                """
        }
        let views = report.views.count > 1 ? report.views.first : nil
        let speaks = views.map { "<p class=\"muted small\">\(ViewWords.view($0.name))</p>\n" as Markup }
        return """
            <section><h2>\(ForecastWords.title)</h2>
            \(speaks ?? Markup())\(forecastCard(forecast, history: report.forecastHistory))</section>
            """
    }

    /// A forecast in words and, where several photos foretold it, by photo.
    func forecastCard(_ forecast: CurveForecast, history: [ForecastStep]) -> Markup {
        let settled = forecast.settledDarkness
        let settledDate = report.sessions.last.map {
            DateWords.long(
                WallClock(secondsSince1970: $0.date.secondsSince1970 + Int(StageGuide.settledDay) * 86_400))
        }
        let isSettled = (summary.day ?? 0) >= StageGuide.settledDay
        let keep = isSettled ? "had kept" : "are likely to keep"
        return """
            <div class="card"><p>Three months after the latest session\(settledDate.map { " (\($0))" } ?? ""), the dots \
            \(keep) about <b>\(percent(settled.median))\(MeasureWords.noBreak)%</b> of their fresh darkness (between \
            \(percent(settled.low)) and \(percent(settled.high))\(MeasureWords.noBreak)%). That softening is planned for.</p>
            \(window(forecast.touchUp))
            <p class="muted small">\(ForecastWords.share)</p>\(table(history))</div>
            """
    }

    private func percent(_ value: Double) -> String { MeasureWords.plain(value * 100, decimals: 0) }

    private func window(_ touchUp: ExpectedBand) -> Markup {
        let (from, median, to) = (
            report.date(onChartDay: touchUp.low), report.date(onChartDay: touchUp.median),
            report.date(onChartDay: touchUp.high)
        )
        guard let from, let median else { return "<p>A touch-up is not foreseen.</p>" }
        let width = touchUp.high - touchUp.low
        let early = ForecastWords.moment(from, width: width)
        let when: Markup =
            to.map {
                "between <b>\(early)</b> and <b>\(ForecastWords.moment($0, width: width, isFar: true))</b>"
            } ?? "not before <b>\(early)</b>"
        var since = ""
        if let last = report.sessions.last, let first = report.sessions.first {
            let days = touchUp.median - (last.date.days - first.date.days)
            if days > 0 { since = ", some \(ForecastWords.span(days)) after the latest session" }
        }
        let wide: Markup =
            width > ForecastWords.daysOfWide ? "<p class=\"muted small\">\(ForecastWords.wide)</p>\n" : ""
        return """
            <p>A touch-up is likely to be due \(when), when the pigment covers less than 70 % of what it covered \
            once settled. It is as likely before <b>\(ForecastWords.moment(median, width: width))</b> as after\
            \(since).</p>
            \(wide)
            """
    }

    // MARK: By photo

    /// Rows that the table by photo has at most.
    private static let mostRows = 12

    private func table(_ history: [ForecastStep]) -> Markup {
        guard history.count > 1 else { return Markup() }
        let settled = BandBar(of: history.map(\.forecast.settledDarkness), least: 0)
        let touchUp = BandBar(of: history.map(\.forecast.touchUp))
        let shown = Self.spread(history, most: Self.mostRows)
        let rows = shown.map { step -> Markup in
            let photo = photo(named: step.photo)
            let (band, window) = (step.forecast.settledDarkness, step.forecast.touchUp)
            let date: Markup =
                photo?.taken.map { "<br><span class=\"muted\">\(DateWords.short($0))</span>" } ?? ""
            let session = photo.flatMap(report.latestSession(of:)).map { ForecastWords.session($0 + 1) }
            let told = report.sessions.count > 1 ? session : nil
            return """
                <tr><th scope="row">\(ViewWords.mark(day: photo?.visit?.day))\(told ?? "")\(date)</th>\
                <td>\(settled.markup(band))\(percent(band.low))–\(percent(band.high))\(MeasureWords.noBreak)%</td>\
                <td>\(touchUp.markup(window))\(range(window))</td></tr>

                """
        }
        let left = history.count - shown.count
        let leftOut: Markup =
            left > 0 ? "<p class=\"muted small\">\(ViewWords.leftOut(left))</p>\n" : ""
        return """

            <h3 class="part">\(ForecastWords.history)</h3>
            <p class="muted small">\(ForecastWords.historyExplanation)</p>
            <table class="narrowing"><thead><tr><th scope="col">Photo</th><th scope="col">\(ForecastWords.settled)</th>\
            <th scope="col">\(ForecastWords.touchUp)</th></tr></thead>
            <tbody>
            \(rows)</tbody></table>
            \(leftOut)
            """
    }

    private func range(_ window: ExpectedBand) -> String {
        let width = window.high - window.low
        let from = report.date(onChartDay: window.low).map { ForecastWords.moment($0, width: width) }
        let to = report.date(onChartDay: window.high).map {
            ForecastWords.moment($0, width: width, isFar: true)
        }
        return [from ?? "", to ?? "later"].joined(separator: " – ")
    }

    /// The first, the last, and others evenly between.
    private static func spread(_ steps: [ForecastStep], most: Int) -> [ForecastStep] {
        guard steps.count > most else { return steps }
        return (0..<most).map { steps[$0 * (steps.count - 1) / (most - 1)] }
    }
}
