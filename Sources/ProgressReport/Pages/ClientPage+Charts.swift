import HealingCurve
import PhotoDecoding
import ScalpMeasurement

extension ClientReport {
    /// A measure's values on the charts' clock, in order of days.
    ///
    /// - Parameters:
    ///   - measure: One of the curve's measures.
    ///   - view: Name of the view whose photos count, or nil for all photos.
    /// - Returns: A point for each photo that has a value and a day.
    package func points(of measure: CurveMeasure, inView view: String? = nil) -> [ChartPoint] {
        let points = photos.compactMap { photo -> ChartPoint? in
            if let view, photo.visit?.view != view { return nil }
            guard let day = photo.visit?.chartDay, let estimate = value(of: measure, in: photo)?.estimate
            else {
                return nil
            }
            let verdict = verdict(on: measure, in: photo)
            return ChartPoint(
                day: day, value: estimate.value, standardError: estimate.standardError,
                foretold: verdict?.band,
                status: verdict?.status ?? .notComparable)
        }
        return points.sorted { $0.day < $1.day }
    }
}

extension ClientPage {
    /// A chart with its title and what it means.
    struct Figure {
        /// What is drawn.
        enum Chart {
            case measure(SVGChart)
            case symptoms(SymptomChart)
        }

        var title: String
        var explanation: String
        var chart: Chart
        /// What the client noted, a line each.
        var notes: [Markup] = []

        /// The measure that is drawn; nil for the symptoms.
        var measure: CurveMeasure? {
            if case .measure(let chart) = chart { chart.measure } else { nil }
        }
        /// How many values are drawn.
        var points: Int {
            switch chart {
            case .measure(let chart): chart.points.count
            case .symptoms(let chart): chart.itching.count + chart.tenderness.count
            }
        }
    }

    /// A view's charts, a chart a measure, and the symptoms with the first view's.
    ///
    /// - Parameters:
    ///   - view: The view, or nil for the main view's bands with all photos.
    ///   - isAlone: Whether it is the only view: all photos are then drawn.
    ///   - number: Tells the charts' parts from those of other views.
    /// - Returns: The charts; none without a session or a day.
    func figures(of view: ReportView?, isAlone: Bool, number: Int = 0) -> [Figure] {
        guard let first = report.sessions.first else { return [] }
        let fit = isAlone ? report.charts : view?.charts ?? [:]
        let foretold = isAlone ? report.foretoldCharts : view?.foretoldCharts ?? [:]
        func chartDay(_ date: WallClock) -> Double { date.days - first.date.days }
        let all = CurveMeasure.allCases.map { measure in
            (measure, report.points(of: measure, inView: isAlone ? nil : view?.name))
        }
        let hasSymptoms = number == 0 && !report.symptoms.isEmpty
        let symptomDays = hasSymptoms ? report.symptoms.map { chartDay($0.date) } : []
        let days = all.flatMap { $0.1.map(\.day) } + symptomDays
        guard !days.isEmpty else { return [] }
        let last = days.max() ?? 0
        let sessions = report.sessions.map { chartDay($0.date) }.filter { $0 <= last }
        let hasBand = !foretold.isEmpty || !fit.isEmpty
        let ahead = max(Self.daysAhead, Self.shareAhead * (last - (sessions.last ?? 0)))
        let frame = ChartFrame(days: days + (hasBand ? [last + ahead] : []), sessions: sessions)
        var figures = all.filter { !$0.1.isEmpty }.map { measure, points in
            Figure(
                title: language.text(
                    "charts.title", ["measure": language.measures.name(measure), "unit": unit(measure)]),
                explanation: language.measures.explanation(measure),
                chart: .measure(
                    SVGChart(
                        language: language, measure: measure, points: points,
                        foretold: foretold[measure] ?? [], fit: fit[measure] ?? [], frame: frame,
                        summary: summary(measure, points), number: number)))
        }
        if hasSymptoms {
            let place = (figures.firstIndex { $0.measure == .redness }).map { $0 + 1 } ?? figures.count
            figures.insert(symptoms(frame, chartDay: chartDay), at: place)
        }
        return figures
    }

    /// A view's charts under a heading.
    ///
    /// - Parameters:
    ///   - view: The view, or nil.
    ///   - isAlone: Whether it is the only one.
    ///   - number: Tells the charts' parts from those of other views.
    ///   - heading: The heading.
    /// - Returns: A section; empty without charts.
    func charts(of view: ReportView?, isAlone: Bool, number: Int = 0, heading: Markup) -> Markup {
        let figures = figures(of: view, isAlone: isAlone, number: number)
        if figures.isEmpty { return Markup() }
        let undrawn = undrawnSentence(inView: isAlone ? nil : view?.name)
        return """
            <section>\(heading)
            \(ChartLegend(language: language).markup)
            <div class="charts">
            \(figures.map(markup))</div>\
            \(undrawn.isEmpty ? Markup() : "<p class=\"muted small\">\(undrawn)</p>" as Markup)\(numbers)</section>
            """
    }

    /// Days that a chart reaches beyond the newest photo at least, where there is a band to show.
    private static let daysAhead = 7.0
    /// The same as a share of the days since the latest session.
    private static let shareAhead = 0.3

    /// Where the numbers behind the charts are.
    private var numbers: Markup {
        guard CurveTable.text(for: report) != nil else { return Markup() }
        return """
            <p class="muted small screen left-out">\(language.text("charts.numbers")) \
            <a href="\(Markup.address(CurveTable.name))">\(CurveTable.name)</a></p>
            """
    }

    /// Measures without a single value, with the newest photo's reason; empty where all have one.
    ///
    /// - Parameter view: Name of the view whose photos count, or nil for all.
    /// - Returns: The sentences.
    func undrawnSentence(inView view: String?) -> String {
        let newest = view == nil ? summary.latest : report.photos.last { $0.visit?.view == view }
        let empty = CurveMeasure.allCases.filter { report.points(of: $0, inView: view).isEmpty }
        let sentences = empty.map { measure -> String in
            let reason = newest.flatMap { report.value(of: measure, in: $0)?.reason?.rawValue }
            let because = reason.map {
                language.text("charts.because", ["because": language.reasons.clause($0)])
            }
            return language.text(
                "charts.no-value",
                ["measure": language.measures.name(measure), "because": because ?? ""])
        }
        return language.lists.sentences(sentences)
    }

    private func unit(_ measure: CurveMeasure) -> String {
        let hasScale = report.photos.contains { photo in
            if case .success(let measurement) = photo.outcome { measurement.scale != nil } else { false }
        }
        return language.measures.unit(measure, hasScale: hasScale)
    }

    private func markup(_ figure: Figure) -> Markup {
        let chart: Markup
        switch figure.chart {
        case .measure(let measure): chart = measure.markup
        case .symptoms(let symptoms): chart = symptoms.markup
        }
        let notes = figure.notes.map { "<li>\($0)</li>" as Markup }
        let list: Markup = notes.isEmpty ? "" : "<ul class=\"small muted\">\(notes)</ul>"
        return """
            <figure class="card"><figcaption><h3>\(figure.title)</h3>\
            <span class="muted small">\(figure.explanation)</span></figcaption>
            \(chart)\(list)</figure>

            """
    }

    private func summary(_ measure: CurveMeasure, _ points: [ChartPoint]) -> String {
        guard let first = points.first, let last = points.last else { return "" }
        let off = points.filter { $0.status == .above || $0.status == .below }
        let days = language.lists.and(off.map { language.dates.chartDay($0.day) })
        return language.lists.sentences([
            language.text(
                "charts.values", count: points.count,
                ["first": language.dates.chartDay(first.day), "last": language.dates.chartDay(last.day)]),
            language.text(
                "charts.last",
                ["value": language.measures.number(last.value, of: measure), "unit": unit(measure)]),
            off.isEmpty ? language.text("charts.none-off") : language.text("charts.off", ["days": days]),
        ])
    }

    private func symptoms(_ frame: ChartFrame, chartDay: (WallClock) -> Double) -> Figure {
        let itching = report.symptoms.compactMap { entry in
            entry.itching.map { SymptomChart.Mark(day: chartDay(entry.date), value: $0) }
        }
        let tenderness = report.symptoms.compactMap { entry in
            entry.tenderness.map { SymptomChart.Mark(day: chartDay(entry.date), value: $0) }
        }
        func told(_ key: String, _ marks: [SymptomChart.Mark]) -> String? {
            if marks.isEmpty { return nil }
            let values = marks.map { mark in
                let decimals = mark.value == mark.value.rounded() ? 0 : 1
                return language.text(
                    "charts.symptom",
                    [
                        "value": language.numbers.plain(mark.value, decimals: decimals),
                        "day": language.dates.chartDay(mark.day),
                    ])
            }
            return language.text(key, ["values": language.lists.commas(values)])
        }
        let chart = SymptomChart(
            language: language, itching: itching, tenderness: tenderness, frame: frame,
            summary: language.lists.sentences([
                told("charts.itching", itching), told("charts.tenderness", tenderness),
            ]))
        let notes = report.symptoms.compactMap { entry -> Markup? in
            guard let note = entry.note, !note.isEmpty else { return nil }
            return language.markup(
                "charts.symptom-note",
                ["date": "\(language.dates.long(entry.date))", "note": PageFrame.name(note)])
        }
        return Figure(
            title: language.text("charts.symptoms"),
            explanation: language.lists.sentences([
                language.text("charts.symptoms-explanation"), language.text("charts.symptoms-marks"),
            ]),
            chart: .symptoms(chart), notes: notes)
    }
}
