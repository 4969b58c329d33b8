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
    /// A chart a measure, and the symptoms.
    ///
    /// - Parameters:
    ///   - fit: The bands fitted through all photos.
    ///   - foretold: The bands as foretold.
    ///   - number: Tells the charts' parts from those of other views.
    ///   - view: Name of the view whose photos are drawn, or nil for all.
    ///   - hasSymptoms: Whether the symptoms stand with them; they are the client's, not a view's.
    ///   - heading: The heading.
    /// - Returns: A section; empty without a session or a day.
    func charts(
        _ fit: [CurveMeasure: [CurveChartPoint]], foretold: [CurveMeasure: [CurveChartPoint]],
        number: Int = 0, view: String? = nil, hasSymptoms: Bool = true, heading: Markup
    ) -> Markup {
        guard let first = report.sessions.first else { return Markup() }
        func chartDay(_ date: WallClock) -> Double { date.days - first.date.days }
        let all = CurveMeasure.allCases.map { ($0, report.points(of: $0, inView: view)) }
        let hasSymptoms = hasSymptoms && !report.symptoms.isEmpty
        let symptomDays = hasSymptoms ? report.symptoms.map { chartDay($0.date) } : []
        let days = all.flatMap { $0.1.map(\.day) } + symptomDays
        guard !days.isEmpty else { return Markup() }
        let last = days.max() ?? 0
        let sessions = report.sessions.map { chartDay($0.date) }.filter { $0 <= last }
        let hasBand = !foretold.isEmpty || !fit.isEmpty
        let ahead = max(Self.daysAhead, Self.shareAhead * (last - (sessions.last ?? 0)))
        let frame = ChartFrame(days: days + (hasBand ? [last + ahead] : []), sessions: sessions)
        var figures: [Markup] = []
        for (measure, points) in all where !points.isEmpty {
            let chart = SVGChart(
                language: language, measure: measure, points: points, foretold: foretold[measure] ?? [],
                fit: fit[measure] ?? [], frame: frame, summary: summary(measure, points), number: number)
            figures.append(
                figure(
                    title: language.text(
                        "charts.title",
                        ["measure": language.measures.name(measure), "unit": unit(measure)]),
                    explanation: language.measures.explanation(measure), chart: chart.markup))
            if measure == .redness, hasSymptoms {
                figures.append(symptoms(frame, chartDay: chartDay))
            }
        }
        if hasSymptoms, all.first(where: { $0.0 == .redness })?.1.isEmpty ?? true {
            figures.append(symptoms(frame, chartDay: chartDay))
        }
        return """
            <section>\(heading)
            \(ChartLegend(language: language).markup)
            <div class="charts">
            \(figures)</div>\(undrawn(all, view: view))\(numbers)</section>
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

    /// Measures without a single value, with the newest photo's reason.
    private func undrawn(_ all: [(CurveMeasure, [ChartPoint])], view: String?) -> Markup {
        let newest = view == nil ? summary.latest : report.photos.last { $0.visit?.view == view }
        let sentences = all.filter(\.1.isEmpty).map { measure, _ -> String in
            let reason = newest.flatMap { report.value(of: measure, in: $0)?.reason?.rawValue }
            let because = reason.map {
                language.text("charts.because", ["because": language.reasons.clause($0)])
            }
            return language.text(
                "charts.no-value",
                ["measure": language.measures.name(measure), "because": because ?? ""])
        }
        return sentences.isEmpty
            ? Markup() : "<p class=\"muted small\">\(language.lists.sentences(sentences))</p>"
    }

    private func unit(_ measure: CurveMeasure) -> String {
        let hasScale = report.photos.contains { photo in
            if case .success(let measurement) = photo.outcome { measurement.scale != nil } else { false }
        }
        return language.measures.unit(measure, hasScale: hasScale)
    }

    private func figure(title: String, explanation: String, chart: Markup) -> Markup {
        """
        <figure class="card"><figcaption><h3>\(title)</h3>\
        <span class="muted small">\(explanation)</span></figcaption>
        \(chart)</figure>

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

    private func symptoms(_ frame: ChartFrame, chartDay: (WallClock) -> Double) -> Markup {
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
            let told = language.markup(
                "charts.symptom-note",
                ["date": "\(language.dates.long(entry.date))", "note": PageFrame.name(note)])
            return "<li>\(told)</li>"
        }
        let list: Markup = notes.isEmpty ? "" : "<ul class=\"small muted\">\(notes)</ul>"
        return figure(
            title: language.text("charts.symptoms"),
            explanation: language.lists.sentences([
                language.text("charts.symptoms-explanation"), language.text("charts.symptoms-marks"),
            ]),
            chart: chart.markup + list)
    }
}
