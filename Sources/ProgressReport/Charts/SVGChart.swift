import HealingCurve

/// A chart of one measure over time as an SVG element for a page that carries the report's style.
///
/// Light area: the band as it was foretold, at each day from the photos before it alone; it steps where a photo
/// comes in. Line with dashed edges: the fit through all photos, with its band. Points with bars of one standard
/// error; their shape tells the verdict (triangle up: above, triangle down: below, filled circle: as expected, open
/// circle: not compared), so that grey print tells it too.
package struct SVGChart: Sendable {
    /// The language of its words.
    package var language: Language
    /// The measure.
    package var measure: CurveMeasure
    /// Values in order of days.
    package var points: [ChartPoint]
    /// The band as foretold, in order of days; it jumps where two points share a day.
    package var foretold: [CurveChartPoint]
    /// The band fitted through all photos, in order of days.
    package var fit: [CurveChartPoint]
    /// Size, time, sessions.
    package var frame: ChartFrame
    /// A line that tells what the chart shows, for those who don't see it.
    package var summary: String
    /// Tells the chart's parts from those of other views' charts on the same page.
    package var number: Int

    /// A band may reach this far past the values, in their range, before the chart cuts it.
    private static let bandReach = 0.6

    /// Makes a chart.
    package init(
        language: Language, measure: CurveMeasure, points: [ChartPoint], foretold: [CurveChartPoint] = [],
        fit: [CurveChartPoint] = [], frame: ChartFrame, summary: String, number: Int = 0
    ) {
        self.language = language
        self.measure = measure
        self.points = points
        self.foretold = foretold
        self.fit = fit
        self.frame = frame
        self.summary = summary
        self.number = number
    }

    /// The axis of the values, in the unit that the chart shows.
    package var axis: ValueAxis {
        let factor = MeasureWords.factor(measure)
        let core =
            points.flatMap { [$0.value - $0.standardError, $0.value + $0.standardError] }
            + (foretold + fit).map(\.band.median)
        let low = core.min() ?? 0
        let high = core.max() ?? 1
        let reach = max(high - low, leastSpan / factor) * Self.bandReach
        let edges =
            (foretold + fit).flatMap { [$0.band.low, $0.band.high] }
            + points.flatMap { $0.foretold.map { [$0.low, $0.high] } ?? [] }
        let shown = core + edges.map { min(max($0, low - reach), high + reach) }
        return ValueAxis(
            values: shown.map { $0 * factor }, floor: measure == .redness ? nil : 0, leastSpan: leastSpan,
            bottom: ChartFrame.bottom, top: ChartFrame.top)
    }

    /// The smallest range shown, in the shown unit: several standard errors of a good photo.
    private var leastSpan: Double {
        switch measure {
        case .redness: 6
        case .darkness: 30
        case .coverage: 1
        case .density: 40
        case .scabs: 1
        }
    }

    /// The chart as markup.
    package var markup: Markup {
        let axis = axis
        let clip = "clip-\(measure.rawValue)-\(self.number)"
        let title = "title-\(measure.rawValue)-\(self.number)"
        let description = "desc-\(measure.rawValue)-\(self.number)"
        let number = ChartFrame.number
        return """
            <svg class="chart" role="img" aria-labelledby="\(title) \(description)" \
            viewBox="0 0 \(number(ChartFrame.width)) \(number(ChartFrame.height))" \
            xmlns="http://www.w3.org/2000/svg"><title id="\(title)">\(language.measures.name(measure))</title>\
            <desc id="\(description)">\(summary)</desc>\
            <clipPath id="\(clip)"><rect x="\(number(ChartFrame.left))" y="\(number(ChartFrame.top))" \
            width="\(number(ChartFrame.right - ChartFrame.left))" \
            height="\(number(ChartFrame.bottom - ChartFrame.top))"/></clipPath>\
            \(frame.background(in: language))\(valueLabels(axis))<g clip-path="url(#\(clip))">\(bands(axis))</g>\
            \(points.map { pointMarkup($0, axis) })</svg>
            """
    }

    private func valueLabels(_ axis: ValueAxis) -> Markup {
        var markup = Markup()
        for label in axis.labels {
            let y = ChartFrame.number(axis.y(label))
            markup += """
                <line class="grid" x1="\(ChartFrame.number(ChartFrame.left))" \
                x2="\(ChartFrame.number(ChartFrame.right))" y1="\(y)" y2="\(y)"/>\
                <text x="\(ChartFrame.number(ChartFrame.left - 5))" \
                y="\(ChartFrame.number(axis.y(label) + 3.5))" text-anchor="end">\
                \(language.numbers.plain(label, decimals: axis.decimals))</text>
                """
        }
        return markup
    }

    private func pointMarkup(_ point: ChartPoint, _ axis: ValueAxis) -> Markup {
        let factor = MeasureWords.factor(measure)
        let number = ChartFrame.number
        let x = frame.time.x(point.day)
        func y(_ value: Double) -> Double {
            min(max(axis.y(value * factor), ChartFrame.top), ChartFrame.bottom)
        }
        let low = number(y(point.value - point.standardError))
        let high = number(y(point.value + point.standardError))
        let middle = y(point.value)
        var markup: Markup = """
            <line class="error" x1="\(number(x))" x2="\(number(x))" y1="\(low)" y2="\(high)"/>
            """
        switch point.status {
        case .asExpected:
            markup += """
                <circle class="point" cx="\(number(x))" cy="\(number(middle))" r="3.5"/>
                """
        case .notComparable:
            markup += """
                <circle class="point open" cx="\(number(x))" cy="\(number(middle))" r="3.5"/>
                """
        case .above:
            markup += """
                <path class="point off" d="M\(number(x)) \(number(middle - 5.5))l5 9h-10z"/>
                """
        case .below:
            markup += """
                <path class="point off" d="M\(number(x)) \(number(middle + 5.5))l5 -9h-10z"/>
                """
        }
        return "<g><title>\(told(point))</title>\(markup)</g>"
    }

    /// A point in words, as a pointer that rests on it shows them.
    private func told(_ point: ChartPoint) -> String {
        let factor = MeasureWords.factor(measure)
        let decimals = MeasureWords.decimals(measure)
        let numbers = language.numbers
        let value = numbers.with(
            error: numbers.plain(point.standardError * factor, decimals: max(decimals, 1)),
            numbers.plain(point.value * factor, decimals: decimals))
        let values = [
            "day": language.dates.chartDay(point.day), "value": value,
            "status": language.measures.status(point.status),
        ]
        guard let band = point.foretold else { return language.text("charts.point", values) }
        let range = ["range": language.measures.range(band, of: measure)]
        return language.text("charts.point-range", values.merging(range) { own, _ in own })
    }
}
