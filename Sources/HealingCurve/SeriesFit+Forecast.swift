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
        let last = sessions[clock.done[known - 1] - 1]
        guard pigment.model.observations.contains(where: { $0.visit < known }) else { return nil }
        let sample = pigment.samples[known]
        let settled = pigment.model.shares(sample.parameters, daysSinceSession: Self.settledDay)
        return CurveForecast(
            settledDarkness: MeasureFit<PigmentModel>.band(
                settled, weights: sample.weights, scatter: pigment.model.scatter),
            touchUp: touchUp(lastSession: last.day, sample: sample))
    }

    /// When coverage falls under the share that asks for a touch-up.
    ///
    /// After the settled day all sessions fade at one rate: `exp(−λ(t − 90)/365) = 0.7`.
    private func touchUp(lastSession: Double, sample: PosteriorSample) -> ExpectedBand {
        let wait = -Steady.log(Self.touchUpShare) * DarknessCurve.daysOfYear
        let most = Lanes(repeating: Self.horizon)
        let days = sample.parameters[PigmentModel.fadingIndex].map { fading in
            let day = Self.settledDay + wait / fading.replacing(with: 1e-6, where: fading .< 1e-6)
            return lastSession + day.replacing(with: most, where: day .> most)
        }
        return ExpectedBand(of: days, weights: sample.weights)
    }
}
