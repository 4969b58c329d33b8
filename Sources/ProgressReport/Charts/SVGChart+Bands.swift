import HealingCurve

extension SVGChart {
    /// The bands behind the points: the foretold one as an area, the fitted one as a line with dashed edges.
    func bands(_ axis: ValueAxis) -> Markup {
        area(foretold, axis) + lines(shown(fit), axis)
    }

    /// A band's points up to the chart's last day, the last one in between two points where none lies there.
    private func shown(_ band: [CurveChartPoint]) -> [CurveChartPoint] {
        let last = frame.time.last
        var points = band.filter { $0.day <= last }
        if let before = points.last, before.day < last, let after = band.first(where: { $0.day > last }) {
            let share = (last - before.day) / (after.day - before.day)
            func between(_ edge: (ExpectedBand) -> Double) -> Double {
                edge(before.band) + share * (edge(after.band) - edge(before.band))
            }
            points.append(
                CurveChartPoint(
                    day: last,
                    band: ExpectedBand(
                        low: between(\.low), median: between(\.median), high: between(\.high))))
        }
        return points.filter { $0.day >= frame.time.first }
    }

    private func area(_ band: [CurveChartPoint], _ axis: ValueAxis) -> Markup {
        let points = shown(band)
        guard points.count > 1 else { return Markup() }
        let upper = points.map { place($0, $0.band.high, axis) }
        let lower = points.map { place($0, $0.band.low, axis) }
        return """
            <polygon class="band" points="\((upper + lower.reversed()).joined(separator: " "))"/>\
            <path class="rim" d="M\(upper.joined(separator: " "))M\(lower.joined(separator: " "))"/>
            """
    }

    private func lines(_ points: [CurveChartPoint], _ axis: ValueAxis) -> Markup {
        guard points.count > 1 else { return Markup() }
        func line(_ css: Markup, _ edge: (ExpectedBand) -> Double) -> Markup {
            let places = points.map { place($0, edge($0.band), axis) }
            return """
                <polyline class="\(css)" points="\(places.joined(separator: " "))"/>
                """
        }
        return line("edge", \.high) + line("edge", \.low) + line("median", \.median)
    }

    private func place(_ point: CurveChartPoint, _ value: Double, _ axis: ValueAxis) -> String {
        (NumberText.rounded(frame.time.x(point.day), decimals: 1) ?? "0") + ","
            + (NumberText.rounded(axis.y(value * MeasureWords.factor(measure)), decimals: 1) ?? "0")
    }
}
