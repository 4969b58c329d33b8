import SteadyMath

extension SeriesFit {
    /// Days after the last session on which pigment counts as settled.
    static let settledDay = 90.0
    /// Share of the settled coverage under which a touch-up is due.
    static let touchUpShare = 0.7
    /// Days after the last session beyond which nothing is foretold: fifteen years.
    static let horizon = 15 * 365.0

    /// What is to come after the last session done, foretold from the first visits.
    ///
    /// - Parameter known: How many visits count, from the first.
    /// - Returns: Nil before the first session or without anything to foretell from.
    func forecast(known: Int) -> CurveForecast? {
        guard known > 0, clock.done[known - 1] > 0 else { return nil }
        let done = clock.done[known - 1]
        let last = sessions[done - 1]
        let hasLoads = loads.model.observations.contains { $0.session == done - 1 && $0.visit < known }
        let hasCoverage = coverage.model.observations.contains { $0.visit < known }
        guard hasLoads || hasCoverage else { return nil }
        let settling = hasLoads ? loads : coverage
        let sample = settling.samples[known]
        let count = settling.model.parameterCount
        let settled = (0..<sample.count).map {
            settling.model.share(
                sample.row($0, parameterCount: count), daysSinceSession: Self.settledDay)
        }
        let darkness = MixtureQuantiles(
            means: settled, spreads: settled.map { CurveScatter.darkness * $0 }, weights: sample.weights
        ).band
        return CurveForecast(
            settledDarkness: darkness, touchUp: touchUp(lastSession: last.day, known: known))
    }

    /// When coverage falls under the share that asks for a touch-up.
    ///
    /// After the settled day all sessions fade at one rate: `exp(−λ(t − 90)/365) = 0.7`.
    private func touchUp(lastSession: Double, known: Int) -> ExpectedBand {
        // Loads and coverage each tell the fading; the one that tells it more closely is taken.
        let fromLoads = fadingSpread(loads.samples[known])
        let fromCoverage = fadingSpread(coverage.samples[known])
        let fit = fromLoads <= fromCoverage ? loads : coverage
        let sample = fit.samples[known]
        let count = fit.model.parameterCount
        let days = (0..<sample.count).map { row in
            let fading = max(1e-6, sample.parameters[row * count + 4])
            let wait = -Steady.log(Self.touchUpShare) / fading * DarknessCurve.daysOfYear
            return lastSession + min(Self.settledDay + wait, Self.horizon)
        }
        let spreads = [Double](repeating: 1, count: days.count)
        let band = MixtureQuantiles(means: days, spreads: spreads, weights: sample.weights).band
        let end = lastSession + Self.horizon
        return ExpectedBand(
            low: min(band.low, end), median: min(band.median, end), high: min(band.high, end))
    }

    private func fadingSpread(_ sample: PosteriorSample) -> Double {
        let dimension = loads.model.dimension
        let mean = sample.meanZ(4, dimension: dimension)
        var square = 0.0
        for row in 0..<sample.count {
            let offset = sample.z[row * dimension + 4] - mean
            square += sample.weights[row] * offset * offset
        }
        return square
    }
}
