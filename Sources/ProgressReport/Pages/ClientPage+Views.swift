import HealingCurve

extension ClientPage {
    /// Each view's photos over one another, its dots and its charts; with a heading where there are several views.
    var views: Markup {
        guard report.views.count > 1 else {
            let view = report.views.first
            return
                "\(parts(view, number: 0, level: 2))\(charts(of: view, isAlone: true, heading: heading(language.text("charts.heading"), 2)))"
        }
        let sections = report.views.enumerated().map { number, view -> Markup in
            """
            <h2 class="view">\(language.views.view(view.name))</h2>
            \(parts(view, number: number, level: 3))\
            \(charts(
                of: view, isAlone: false, number: number, heading: heading(language.text("charts.heading"), 3)))\
            \(number == 0 ? Markup() : forecast(of: view))

            """
        }
        return "\(sections)"
    }

    /// A view's pictures.
    private func parts(_ view: ReportView?, number: Int, level: Int) -> Markup {
        guard let view else { return Markup() }
        return """
            \(visits(view, number: number, heading: heading(language.text("visits.heading"), level)))\
            \(map(view, heading: heading(language.text("dots.heading"), level)))
            """
    }

    /// What lies ahead of a view beside the main one, whose forecast stands above.
    private func forecast(of view: ReportView) -> Markup {
        guard let forecast = view.forecast else { return Markup() }
        return
            "<section>\(heading(language.text("forecast.heading"), 3))\n\(forecastCard(forecast, history: view.forecastHistory))</section>"
    }

    private func heading(_ words: String, _ level: Int) -> Markup {
        level == 2 ? "<h2>\(words)</h2>" : "<h3 class=\"part\">\(words)</h3>"
    }

    /// A photo of the report by its file.
    func photo(named file: String) -> ReportPhoto? { report.photos.first { $0.file == file } }
}
