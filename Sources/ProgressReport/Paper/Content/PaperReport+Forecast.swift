import HealingCurve

/// What lies ahead, and how each photo narrowed it.
extension PaperReport {
    /// The main view's forecast.
    var forecast: [PaperBlock] {
        guard let forecast = report.forecast else {
            guard let sentence = page.noForecastSentence else { return [] }
            return heading(language.text("forecast.heading")) + [.text(PaperText(sentence))]
        }
        var blocks = heading(language.text("forecast.heading"))
        if report.views.count > 1, let view = report.views.first {
            blocks += [.text(PaperText(language.views.view(view.name), .small)), .space(2)]
        }
        return blocks + self.forecast(forecast, history: report.forecastHistory)
    }

    /// A forecast in words and by photo.
    func forecast(_ forecast: CurveForecast, history: [ForecastStep]) -> [PaperBlock] {
        var blocks: [PaperBlock] = [
            .text(PaperText(page.keptSentence(forecast))), .space(4),
            .text(PaperText(page.touchUpSentence(forecast.touchUp))), .space(3),
        ]
        let remarks = [
            page.isWide(forecast.touchUp) ? language.text("forecast.wide") : nil,
            language.text("forecast.share"),
        ]
        blocks.append(.text(PaperText(language.lists.sentences(remarks), .small)))
        guard history.count > 1 else { return blocks }
        let steps = page.shownSteps(history)
        let touchUps = history.map(\.forecast.touchUp)
        let shares = history.map(\.forecast.settledDarkness)
        let (earliest, latest) = (touchUps.map(\.low).min() ?? 0, touchUps.map(\.high).max() ?? 1)
        let most = shares.map(\.high).max() ?? 1
        let small = PaperStyle(size: 8)
        let rows = steps.map { step -> [PaperTable.Cell] in
            let words = page.words(of: step)
            return [
                PaperTable.Cell(
                    words: PaperText("", small).adding(words.photo, isBold: true).adding(" " + words.date)),
                PaperTable.Cell(
                    words: PaperText(words.share, small),
                    drawing: pen.bar(step.forecast.settledDarkness, low: 0, high: most)),
                PaperTable.Cell(
                    words: PaperText(words.window, small),
                    drawing: pen.bar(step.forecast.touchUp, low: earliest, high: latest)),
            ]
        }
        let head = ["table.photo", "forecast.settled", "forecast.touch-up"].map {
            PaperText(language.text($0), PaperStyle(size: 8, isBold: true))
        }
        blocks.append(.space(8))
        blocks += heading(language.text("forecast.history"), .part)
        blocks += introduction(PaperText(language.text("forecast.history-explanation"), .small))
        blocks += [
            .table(PaperTable(columns: [2.2, 2, 2], head: head, rows: rows))
        ]
        if steps.count < history.count {
            blocks += [
                .space(2), .text(PaperText(language.views.leftOut(history.count - steps.count), .small)),
            ]
        }
        return blocks
    }
}
