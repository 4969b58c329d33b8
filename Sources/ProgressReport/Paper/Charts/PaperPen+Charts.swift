import HealingCurve

/// The page's charts on paper: the same geometry, drawn as shapes.
extension PaperPen {
    /// A chart as a drawing.
    func drawing(_ chart: ClientPage.Figure.Chart) -> PaperDrawing {
        switch chart {
        case .measure(let chart): drawing(chart)
        case .symptoms(let chart): drawing(chart)
        }
    }

    private func drawing(_ chart: SVGChart) -> PaperDrawing {
        let axis = chart.axis
        let plot = PaperShape.clipped(
            x: ChartFrame.left, y: ChartFrame.top, width: ChartFrame.right - ChartFrame.left,
            height: ChartFrame.bottom - ChartFrame.top, bands(chart, axis))
        let shapes =
            background(chart.frame, chart.language)
            + labels(axis, decimals: axis.decimals, chart.language) + [plot]
            + chart.points.flatMap { point($0, chart, axis) }
        return PaperDrawing(
            width: ChartFrame.width, height: ChartFrame.height, shapes: shapes, words: chart.summary)
    }

    private func drawing(_ chart: SymptomChart) -> PaperDrawing {
        let axis = chart.axis
        func places(_ marks: [SymptomChart.Mark]) -> [PaperShape.Place] {
            marks.map { PaperShape.Place(x: chart.frame.time.x($0.day), y: axis.y($0.value)) }
        }
        let grey = PaperPalette.mixed(PaperPalette.bar, PaperPalette.white, share: 0.6)
        let (itching, tenderness) = (places(chart.itching), places(chart.tenderness))
        let shapes: [PaperShape] =
            background(chart.frame, chart.language) + labels(axis, decimals: 0, chart.language)
            + [
                .line(itching, pen: PaperShape.Pen(colour: grey, width: 1)),
                .line(tenderness, pen: PaperShape.Pen(colour: grey, width: 1, dash: 4, gap: 3)),
            ] + itching.map { mark(.within, $0.x, $0.y) } + tenderness.map { mark(.square, $0.x, $0.y) }
        return PaperDrawing(
            width: ChartFrame.width, height: ChartFrame.height, shapes: shapes, words: chart.summary)
    }

    // MARK: Ground

    private func background(_ frame: ChartFrame, _ language: Language) -> [PaperShape] {
        let height = ChartFrame.bottom - ChartFrame.top
        var shapes: [PaperShape] = []
        for span in frame.stageSpans {
            if span.order < PaperPalette.stages.count {
                shapes.append(
                    .rectangle(
                        x: span.x, y: ChartFrame.top, width: span.width, height: height,
                        fill: PaperPalette.stages[span.order]))
            }
            let name = word(
                language.stages.short(span.stage), span.x + span.width / 2, ChartFrame.top - 5, .middle,
                isSmall: true)
            if case .word(let text, _, _) = name, text.width < span.width { shapes.append(name) }
        }
        for day in frame.time.labelledDays {
            let x = frame.time.x(day)
            shapes.append(line(x, ChartFrame.bottom, x, ChartFrame.bottom + 4, PaperPalette.muted, 1))
            shapes.append(
                word(language.numbers.plain(day, decimals: 0), x, ChartFrame.bottom + 16, .middle))
        }
        shapes.append(
            word(
                language.text("charts.time"), ChartFrame.right, ChartFrame.bottom + 29, .right, isSmall: true)
        )
        for (index, session) in frame.sessions.enumerated() {
            let x = frame.time.x(session)
            let mark = language.report.sessionMark(index + 1, of: frame.sessions.count)
            shapes.append(
                line(x, ChartFrame.top - 14, x, ChartFrame.bottom, PaperPalette.muted, 1.25, dash: 3, gap: 3))
            shapes.append(word(mark, x, ChartFrame.top - 18, .middle, isSmall: true))
        }
        return shapes
    }

    private func labels(_ axis: ValueAxis, decimals: Int, _ language: Language) -> [PaperShape] {
        axis.labels.flatMap { label -> [PaperShape] in
            let y = axis.y(label)
            return [
                line(ChartFrame.left, y, ChartFrame.right, y, PaperPalette.rule, 0.75),
                word(
                    language.numbers.plain(label, decimals: decimals), ChartFrame.left - 5, y + 3.5, .right),
            ]
        }
    }

    // MARK: Values

    private func bands(_ chart: SVGChart, _ axis: ValueAxis) -> [PaperShape] {
        let factor = MeasureWords.factor(chart.measure)
        func places(_ run: [CurveChartPoint], _ edge: (ExpectedBand) -> Double) -> [PaperShape.Place] {
            run.map { PaperShape.Place(x: chart.frame.time.x($0.day), y: axis.y(edge($0.band) * factor)) }
        }
        let pale = PaperPalette.mixed(palette.accent, PaperPalette.white, share: 0.55)
        let rim = PaperShape.Pen(colour: pale, width: 0.75)
        let edge = PaperShape.Pen(colour: palette.accent, width: 1, dash: 4, gap: 2.5)
        let median = PaperShape.Pen(colour: palette.accent, width: 1.75)
        let areas = chart.runs(chart.shown(chart.foretold)).flatMap { run -> [PaperShape] in
            let (upper, lower) = (places(run, \.high), places(run, \.low))
            return [
                .line(upper + lower.reversed(), isClosed: true, fill: palette.band),
                .line(upper, pen: rim), .line(lower, pen: rim),
            ]
        }
        return areas
            + chart.runs(chart.shown(chart.fit)).flatMap { run -> [PaperShape] in
                [
                    .line(places(run, \.high), pen: edge), .line(places(run, \.low), pen: edge),
                    .line(places(run, \.median), pen: median),
                ]
            }
    }

    private func point(_ point: ChartPoint, _ chart: SVGChart, _ axis: ValueAxis) -> [PaperShape] {
        let factor = MeasureWords.factor(chart.measure)
        let x = chart.frame.time.x(point.day)
        func y(_ value: Double) -> Double {
            min(max(axis.y(value * factor), ChartFrame.top), ChartFrame.bottom)
        }
        let (low, high) = (y(point.value - point.standardError), y(point.value + point.standardError))
        return [
            line(x, low, x, high, PaperPalette.bar, 1.5), mark(ChartMark(point.status), x, y(point.value)),
        ]
    }
}
