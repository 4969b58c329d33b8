import HealingCurve
import PhotoDecoding

extension ClientPage {
    /// Settled darkness, the touch-up window, and how each photo narrowed both.
    var forecast: Markup {
        guard let forecast = report.forecast else {
            guard let words = noForecastSentence else { return Markup() }
            return """
                <section><h2>\(language.text("forecast.heading"))</h2>
                <p>\(words)</p></section>
                """
        }
        let views = report.views.count > 1 ? report.views.first : nil
        let speaks = views.map { "<p class=\"muted small\">\(language.views.view($0.name))</p>\n" as Markup }
        return """
            <section><h2>\(language.text("forecast.heading"))</h2>
            \(speaks ?? Markup())\(forecastCard(forecast, history: report.forecastHistory))</section>
            """
    }

    /// Why nothing can be foretold; nil where nothing need be said.
    var noForecastSentence: String? {
        guard report.forecast == nil, let reason = report.forecastReason, !report.sessions.isEmpty,
            (summary.day ?? 0) >= 0
        else { return nil }
        return language.text(
            "forecast.nothing-yet", ["because": language.reasons.clause(reason.rawValue)])
    }

    /// A forecast in words and, where several photos foretold it, by photo.
    func forecastCard(_ forecast: CurveForecast, history: [ForecastStep]) -> Markup {
        let wide: Markup =
            isWide(forecast.touchUp)
            ? "<p class=\"muted small\">\(language.text("forecast.wide"))</p>\n" : ""
        return """
            <div class="card"><p>\(keptSentence(forecast))</p>
            <p>\(touchUpSentence(forecast.touchUp))</p>
            \(wide)
            <p class="muted small">\(language.text("forecast.share"))</p>\(table(history))</div>
            """
    }

    /// What the dots keep of their darkness once settled.
    func keptSentence(_ forecast: CurveForecast) -> Markup {
        let settled = forecast.settledDarkness
        let date = report.sessions.last.map { session -> String in
            let day = WallClock(
                secondsSince1970: session.date.secondsSince1970 + Int(StageGuide.settledDay) * 86_400)
            return language.text("forecast.date", ["date": language.dates.long(day)])
        }
        let isSettled = (summary.day ?? 0) >= StageGuide.settledDay
        let shares = language.text(
            "forecast.shares", ["low": percent(settled.low), "high": percent(settled.high)])
        return language.markup(
            isSettled ? "forecast.had-kept" : "forecast.will-keep",
            [
                "date": "\(date ?? "")",
                "share": "<b>\(language.numbers.percent(percent(settled.median)))</b>",
                "range": "\(language.numbers.percent(shares))",
            ])
    }

    private func percent(_ value: Double) -> String { language.numbers.plain(value * 100, decimals: 0) }

    /// Whether a window is called wide.
    func isWide(_ touchUp: ExpectedBand) -> Bool {
        report.date(onChartDay: touchUp.low) != nil && touchUp.high - touchUp.low > ForecastWords.daysOfWide
    }

    /// When a touch-up falls due.
    func touchUpSentence(_ touchUp: ExpectedBand) -> Markup {
        let (from, median, to) = (
            report.date(onChartDay: touchUp.low), report.date(onChartDay: touchUp.median),
            report.date(onChartDay: touchUp.high)
        )
        guard let from, let median else { return "\(language.text("forecast.not-foreseen"))" }
        let width = touchUp.high - touchUp.low
        func moment(_ date: WallClock, isFar: Bool = false) -> Markup {
            "<b>\(language.forecasts.moment(date, width: width, isFar: isFar))</b>"
        }
        let when =
            to.map {
                language.markup("forecast.between", ["from": moment(from), "to": moment($0, isFar: true)])
            }
            ?? language.markup("forecast.not-before", ["from": moment(from)])
        var since = Markup()
        if let last = report.sessions.last, let first = report.sessions.first {
            let days = touchUp.median - (last.date.days - first.date.days)
            if days > 0 {
                since = "\(language.text("forecast.since", ["span": language.forecasts.span(days)]))"
            }
        }
        return language.markup(
            "forecast.touch-up-due", ["when": when, "median": moment(median), "since": since])
    }

    // MARK: By photo

    /// Rows that the table by photo has at most.
    private static let mostRows = 12

    /// The steps that the table has.
    func shownSteps(_ history: [ForecastStep]) -> [ForecastStep] {
        Self.spread(history, most: Self.mostRows)
    }

    /// A step in words: its photo's day, the photo's date, the range of the darkness, the window.
    func words(of step: ForecastStep) -> (photo: String, date: String, share: String, window: String) {
        let photo = photo(named: step.photo)
        let session = photo.flatMap(report.latestSession(of:)).map {
            language.text("forecast.session", ["number": String($0 + 1)])
        }
        let told = report.sessions.count > 1 ? session : nil
        let band = step.forecast.settledDarkness
        let shares = language.text(
            "forecast.column-range", ["low": percent(band.low), "high": percent(band.high)])
        return (
            language.dates.mark(photo?.visit?.day) + (told ?? ""),
            photo?.taken.map(language.dates.short) ?? "", language.numbers.percent(shares),
            range(step.forecast.touchUp)
        )
    }

    private func table(_ history: [ForecastStep]) -> Markup {
        guard history.count > 1 else { return Markup() }
        let settled = BandBar(of: history.map(\.forecast.settledDarkness), least: 0)
        let touchUp = BandBar(of: history.map(\.forecast.touchUp))
        let shown = shownSteps(history)
        let rows = shown.map { step -> Markup in
            let words = words(of: step)
            let date: Markup =
                words.date.isEmpty ? "" : "<br><span class=\"muted\">\(words.date)</span>"
            return """
                <tr><th scope="row">\(words.photo)\(date)</th>\
                <td>\(settled.markup(step.forecast.settledDarkness))\(words.share)</td>\
                <td>\(touchUp.markup(step.forecast.touchUp))\(words.window)</td></tr>

                """
        }
        let left = history.count - shown.count
        let leftOut: Markup =
            left > 0 ? "<p class=\"muted small\">\(language.views.leftOut(left))</p>\n" : ""
        return """

            <h3 class="part">\(language.text("forecast.history"))</h3>
            <p class="muted small">\(language.text("forecast.history-explanation"))</p>
            <table class="narrowing"><thead><tr><th scope="col">\(language.text("table.photo"))</th>\
            <th scope="col">\(language.text("forecast.settled"))</th>\
            <th scope="col">\(language.text("forecast.touch-up"))</th></tr></thead>
            <tbody>
            \(rows)</tbody></table>
            \(leftOut)
            """
    }

    private func range(_ window: ExpectedBand) -> String {
        let width = window.high - window.low
        let from = report.date(onChartDay: window.low).map { language.forecasts.moment($0, width: width) }
        let to = report.date(onChartDay: window.high).map {
            language.forecasts.moment($0, width: width, isFar: true)
        }
        return language.text(
            "forecast.window", ["from": from ?? "", "to": to ?? language.text("forecast.later")])
    }

    /// The first, the last, and others evenly between.
    private static func spread(_ steps: [ForecastStep], most: Int) -> [ForecastStep] {
        guard steps.count > most else { return steps }
        return (0..<most).map { steps[$0 * (steps.count - 1) / (most - 1)] }
    }
}
