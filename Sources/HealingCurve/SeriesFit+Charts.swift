import SteadyMath

extension SeriesFit {
    /// Draws that a chart's band is made of.
    private static let chartDraws = 512
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

    /// The bands of the charts, fitted through all visits.
    ///
    /// - Parameter redness: The fit of redness through what lies within the expected range.
    /// - Returns: A band's points for each measure that can be drawn.
    func charts(redness: MeasureFit<RednessModel>) -> [CurveMeasure: [CurveChartPoint]] {
        points(redness: redness, known: visits.count, moments: chartMoments())
    }

    /// The bands of the charts as they were foretold: at each day from the visits before it alone.
    ///
    /// - Parameter redness: The fit of redness through what lies within the expected range.
    /// - Returns: A band's points for each measure that can be drawn; two at a visit, before and after it.
    func foretoldCharts(redness: MeasureFit<RednessModel>) -> [CurveMeasure: [CurveChartPoint]] {
        let moments = chartMoments()
        var charts: [CurveMeasure: [CurveChartPoint]] = [:]
        for known in 0...visits.count {
            let from = known > 0 ? visits[known - 1].day : -.infinity
            let to = known < visits.count ? visits[known].day : .infinity
            if from == to || moments.isEmpty { continue }
            var days = moments.filter { $0 > from && $0 < to }
            if from.isFinite { days.insert(from, at: 0) }
            if to.isFinite { days.append(to) }
            for (measure, points) in points(redness: redness, known: known, moments: days) {
                charts[measure, default: []] += points
            }
        }
        return charts
    }

    private func points(
        redness: MeasureFit<RednessModel>, known: Int, moments: [Double]
    ) -> [CurveMeasure: [CurveChartPoint]] {
        if moments.isEmpty { return [:] }
        let clock = CurveClock(days: moments, sessions: sessions)
        var charts: [CurveMeasure: [CurveChartPoint]] = [:]
        charts[.redness] = chart(redness, known, clock, moments, after: 0)
        charts[.scabs] = chart(scabs, known, clock, moments, after: 1)
        charts[.coverage] = chart(pigment, known, clock, moments, after: 1) {
            isPinned(.coverage, done: $0, known: known)
        }
        charts[.density] = chart(dots, known, clock, moments, after: 1) {
            isPinned(.density, done: $0, known: known)
        }
        let parameters = chosen(pigment.samples[known])
        charts[.darkness] = moments.indices.compactMap { row in
            guard let days = clock.sinceLast(at: row) else { return nil }
            return point(
                moments[row], pigment.model.shares(parameters, daysSinceSession: days), pigment.model.scatter)
        }
        return charts.filter { !$0.value.isEmpty }
    }

    private func chart(
        _ fit: MeasureFit<some CurveModel>, _ known: Int, _ clock: CurveClock, _ moments: [Double],
        after sessionsDone: Int, isPinned: (Int) -> Bool = { _ in true }
    ) -> [CurveChartPoint] {
        let parameters = chosen(fit.samples[known])
        return moments.indices.compactMap { row in
            if clock.done[row] < sessionsDone || !isPinned(clock.done[row]) { return nil }
            let means = fit.model.expected(parameters, session: -1, clock: clock, row: row)
            return point(moments[row], means, fit.model.scatter)
        }
    }

    private func point(_ day: Double, _ means: DrawColumn, _ scatter: FormScatter) -> CurveChartPoint {
        let weights = DrawColumn(
            repeating: Lanes(repeating: 1 / Double(means.draws)), count: means.count)
        return CurveChartPoint(
            day: day, band: MeasureFit<PigmentModel>.band(means, weights: weights, scatter: scatter))
    }

    /// Parameters of draws of equal weight (systematic resampling).
    private func chosen(_ sample: PosteriorSample) -> [DrawColumn] {
        var rows: [Int] = []
        var sum = 0.0
        var next = 0.5
        for row in 0..<sample.count {
            sum += sample.weights.value(row) * Double(Self.chartDraws)
            while next < sum, rows.count < Self.chartDraws {
                rows.append(row)
                next += 1
            }
        }
        while rows.count < Self.chartDraws { rows.append(sample.count - 1) }
        return sample.parameters.map { column in
            var picked = DrawColumn(draws: Self.chartDraws)
            for (place, row) in rows.enumerated() { picked[place / 4][place % 4] = column.value(row) }
            return picked
        }
    }
}
