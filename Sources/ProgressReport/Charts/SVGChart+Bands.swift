import HealingCurve

extension SVGChart {
    /// The bands behind the points: the foretold one as an area, the fitted one as a line with dashed edges.
    func bands(_ axis: ValueAxis) -> Markup {
        area(foretold, axis) + lines(shown(fit), axis)
    }

    /// A band's points up to the chart's last day, the last one in between two points where none lies there.
    func shown(_ band: [CurveChartPoint]) -> [CurveChartPoint] {
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

    /// A band's points in runs: after a session without a point of its own nothing is known until a photo tells it.
    func runs(_ points: [CurveChartPoint]) -> [[CurveChartPoint]] {
        var runs: [[CurveChartPoint]] = []
        for point in points {
            let isNew = frame.sessions.contains { session in
                guard let before = runs.last?.last else { return false }
                return before.day < session - Self.sessionReach && point.day > session + Self.sessionReach
            }
            if runs.isEmpty || isNew { runs.append([]) }
            runs[runs.count - 1].append(point)
        }
        return runs.filter { $0.count > 1 }
    }

    /// A point this many days from a session is the session's own.
    private static let sessionReach = 1e-4

    private func area(_ band: [CurveChartPoint], _ axis: ValueAxis) -> Markup {
        let areas = runs(shown(band)).map { points -> Markup in
            let upper = points.map { place($0, $0.band.high, axis) }
            let lower = points.map { place($0, $0.band.low, axis) }
            return """
                <polygon class="band" points="\((upper + lower.reversed()).joined(separator: " "))"/>\
                <path class="rim" d="M\(upper.joined(separator: " "))M\(lower.joined(separator: " "))"/>
                """
        }
        return "\(areas)"
    }

    private func lines(_ points: [CurveChartPoint], _ axis: ValueAxis) -> Markup {
        let lines = runs(points).flatMap { run -> [Markup] in
            func line(_ css: Markup, _ edge: (ExpectedBand) -> Double) -> Markup {
                let places = run.map { place($0, edge($0.band), axis) }
                return """
                    <polyline class="\(css)" points="\(places.joined(separator: " "))"/>
                    """
            }
            return [line("edge", \.high), line("edge", \.low), line("median", \.median)]
        }
        return "\(lines)"
    }

    private func place(_ point: CurveChartPoint, _ value: Double, _ axis: ValueAxis) -> String {
        (NumberText.rounded(frame.time.x(point.day), decimals: 1) ?? "0") + ","
            + (NumberText.rounded(axis.y(value * MeasureWords.factor(measure)), decimals: 1) ?? "0")
    }
}
