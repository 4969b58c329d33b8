import SteadyMath

extension SeriesFit {
    /// Draws that a chart's band is made of.
    private static let chartDraws = 400
    /// Days that a chart reaches beyond the last visit or session.
    private static let chartReach = 365.0
    /// Days after a session at which a chart has points; each later one is a tenth later than the one before.
    private static let chartDays: [Double] = {
        var days: [Double] = [0, 0.5, 1, 1.5, 2, 2.5, 3]
        while let last = days.last, last < 20 { days.append(last + 1) }
        while let last = days.last, last < 8_000 { days.append((last * 1.1).rounded()) }
        return days
    }()

    private func chartMoments() -> [Double] {
        guard let first = sessions.first, let last = sessions.last else { return [] }
        let end = max(visits.last?.day ?? last.day, last.day) + Self.chartReach
        var moments: [Double] = []
        let start = min(visits.first?.day ?? first.day, first.day - 1)
        moments += [start, first.day - 0.001]
        for (index, session) in sessions.enumerated() {
            let next = index + 1 < sessions.count ? sessions[index + 1].day : .infinity
            for offset in Self.chartDays where session.day + offset < min(next, end) {
                moments.append(session.day + offset)
            }
            moments.append(next.isFinite ? next - 0.001 : end)
        }
        return moments.sorted()
    }

    /// The bands of the charts.
    ///
    /// - Parameters:
    ///   - redness: The fit of redness through what lies within the expected range.
    ///   - asForetold: Whether each day's band knows only the visits before it; all visits otherwise.
    /// - Returns: A band's points for each measure that can be drawn.
    func charts(
        redness: MeasureFit<RednessModel>, asForetold: Bool = false
    ) -> [CurveMeasure: [CurveChartPoint]] {
        let moments = chartMoments()
        if moments.isEmpty { return [:] }
        if asForetold {
            var charts: [CurveMeasure: [CurveChartPoint]] = [:]
            for known in 0...visits.count {
                let from = known > 0 ? visits[known - 1].day : -.infinity
                let to = known < visits.count ? visits[known].day : .infinity
                let days =
                    moments.filter { $0 > from && $0 < to }
                    + (to.isFinite ? [to] : [])
                for (measure, points) in pointsOfCharts(redness: redness, known: known, moments: days) {
                    charts[measure, default: []] += points
                }
            }
            return charts
        }
        return pointsOfCharts(redness: redness, known: visits.count, moments: moments)
    }

    private func pointsOfCharts(
        redness: MeasureFit<RednessModel>, known: Int, moments: [Double]
    ) -> [CurveMeasure: [CurveChartPoint]] {
        let clock = CurveClock(days: moments, sessions: sessions)
        var charts: [CurveMeasure: [CurveChartPoint]] = [:]
        charts[.redness] = chart(redness, known, clock, moments, after: 0)
        charts[.scabs] = chart(scabs, known, clock, moments, after: 1)
        if !coverage.model.observations.isEmpty {
            charts[.coverage] = chart(coverage, known, clock, moments, after: 1)
        }
        if !density.model.observations.isEmpty {
            charts[.density] = chart(density, known, clock, moments, after: 1)
        }
        let rows = chosen(loads.samples[known])
        let sample = loads.samples[known]
        let parameters = rows.map { sample.row($0, parameterCount: loads.model.parameterCount) }
        charts[.darkness] = moments.indices.compactMap { row in
            guard let days = clock.sinceLast(at: row) else { return nil }
            let means = parameters.map { loads.model.share($0, daysSinceSession: days) }
            return point(moments[row], means) { CurveScatter.darkness * $0 }
        }
        return charts
    }

    private func chart(
        _ fit: MeasureFit<some CurveModel>, _ known: Int, _ clock: CurveClock, _ moments: [Double],
        after sessionsDone: Int
    ) -> [CurveChartPoint] {
        let sample = fit.samples[known]
        let parameters = chosen(sample).map { sample.row($0, parameterCount: fit.model.parameterCount) }
        return moments.indices.compactMap { row in
            if clock.done[row] < sessionsDone { return nil }
            let means = parameters.map { fit.model.expected($0, session: -1, clock: clock, row: row) }
            return point(moments[row], means) { fit.model.trueScatter(expected: $0) }
        }
    }

    private func point(
        _ day: Double, _ means: [Double], spread: (Double) -> Double
    ) -> CurveChartPoint {
        let weights = [Double](repeating: 1 / Double(means.count), count: means.count)
        return CurveChartPoint(
            day: day,
            band: MixtureQuantiles(means: means, spreads: means.map(spread), weights: weights).band)
    }

    /// Draws of equal weight (systematic resampling).
    private func chosen(_ sample: PosteriorSample) -> [Int] {
        var rows: [Int] = []
        var sum = 0.0
        var next = 0.5
        for row in 0..<sample.count {
            sum += sample.weights[row] * Double(Self.chartDraws)
            while next < sum {
                rows.append(row)
                next += 1
            }
        }
        return rows
    }
}
