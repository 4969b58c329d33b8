import HealingCurve

/// A chart of one measure over time as an SVG element for a page that carries the report's style.
///
/// Light: the band fitted through all photos, with its median. Brackets: what earlier photos foretold for a
/// visit. Points with bars of one standard error; their shape tells the verdict (triangle up: above, triangle
/// down: below, filled circle: as expected, open circle: not compared), so that grey print tells it too.
package struct SVGChart: Sendable {
    /// The measure.
    package var measure: CurveMeasure
    /// Values in order of days.
    package var points: [ChartPoint]
    /// The band fitted through all photos.
    package var band: [CurveChartPoint]
    /// Size, time, sessions.
    package var frame: ChartFrame
    /// A line that tells what the chart shows, for those who don't see it.
    package var summary: String

    /// Units that a foretold bracket stands left of its point.
    private static let bracketShift = 6.0
    /// A band may reach this far past the values, in their range, before the chart cuts it.
    private static let bandReach = 0.6

    /// Makes a chart.
    package init(
        measure: CurveMeasure, points: [ChartPoint], band: [CurveChartPoint], frame: ChartFrame,
        summary: String
    ) {
        self.measure = measure
        self.points = points
        self.band = band
        self.frame = frame
        self.summary = summary
    }

    /// The axis of the values, in the unit that the chart shows.
    package var axis: ValueAxis {
        let factor = MeasureWords.factor(measure)
        let core =
            points.flatMap { [$0.value - $0.standardError, $0.value + $0.standardError] }
            + band.map(\.band.median)
        let low = core.min() ?? 0
        let high = core.max() ?? 1
        let reach = max(high - low, leastSpan / factor) * Self.bandReach
        let edges =
            band.flatMap { [$0.band.low, $0.band.high] }
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
        let clip = "clip-\(measure.rawValue)"
        let title = "title-\(measure.rawValue)"
        let description = "desc-\(measure.rawValue)"
        let number = ChartFrame.number
        return """
            <svg class="chart" role="img" aria-labelledby="\(title) \(description)" \
            viewBox="0 0 \(number(ChartFrame.width)) \(number(ChartFrame.height))" \
            xmlns="http://www.w3.org/2000/svg"><title id="\(title)">\(MeasureWords.name(measure))</title>\
            <desc id="\(description)">\(summary)</desc>\
            <clipPath id="\(clip)"><rect x="\(number(ChartFrame.left))" y="\(number(ChartFrame.top))" \
            width="\(number(ChartFrame.right - ChartFrame.left))" \
            height="\(number(ChartFrame.bottom - ChartFrame.top))"/></clipPath>\
            \(frame.background())\(valueLabels(axis))<g clip-path="url(#\(clip))">\(bandMarkup(axis))</g>\
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
                \(MeasureWords.plain(label, decimals: axis.decimals))</text>
                """
        }
        return markup
    }

    private func bandMarkup(_ axis: ValueAxis) -> Markup {
        guard band.count > 1 else { return Markup() }
        let factor = MeasureWords.factor(measure)
        func place(_ point: CurveChartPoint, _ value: Double) -> String {
            (NumberText.rounded(frame.time.x(point.day), decimals: 1) ?? "0") + ","
                + (NumberText.rounded(axis.y(value * factor), decimals: 1) ?? "0")
        }
        let upper = band.map { place($0, $0.band.high) }
        let lower = band.reversed().map { place($0, $0.band.low) }
        let median = band.map { place($0, $0.band.median) }
        return """
            <polygon class="band" points="\((upper + lower).joined(separator: " "))"/>\
            <polyline class="median" points="\(median.joined(separator: " "))"/>
            """
    }

    private func pointMarkup(_ point: ChartPoint, _ axis: ValueAxis) -> Markup {
        let factor = MeasureWords.factor(measure)
        let number = ChartFrame.number
        let x = frame.time.x(point.day)
        func y(_ value: Double) -> Double {
            min(max(axis.y(value * factor), ChartFrame.top), ChartFrame.bottom)
        }
        var markup = Markup()
        if let foretold = point.foretold {
            let middle = x - Self.bracketShift
            markup += """
                <path class="foretold" d="M\(number(middle + 3)) \(number(y(foretold.high)))H\
                \(number(middle))V\(number(y(foretold.low)))h3"/>
                """
        }
        let low = number(y(point.value - point.standardError))
        let high = number(y(point.value + point.standardError))
        let middle = y(point.value)
        markup += """
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
        let day = "day " + MeasureWords.plain(point.day.rounded(), decimals: 0)
        let value = MeasureWords.plain(point.value * factor, decimals: decimals)
        return day + ": " + value + " ± "
            + MeasureWords.plain(point.standardError * factor, decimals: max(decimals, 1)) + ", "
            + MeasureWords.status(point.status)
    }
}
