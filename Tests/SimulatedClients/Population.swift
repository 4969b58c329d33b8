import HealingCurve
import SteadyMath

/// Where simulated clients are drawn from.
package enum Population: Sendable {
    /// Priors as they stand.
    case priors(CurvePriors)
    /// Every parameter of a client spread evenly over a range about the published median that reaches twice as far as
    /// the 5 and 95 % points (on the scale of the logarithm where the prior is), so that half of the range lies
    /// outside them. What no client can be is set to the nearer bound.
    case halfOutside

    /// Draws a client.
    ///
    /// - Parameters:
    ///   - sessions: The sessions.
    ///   - random: The stream that chance comes from.
    /// - Returns: The client's curve.
    package func draw(sessions: [CurveSession], using random: inout SeededRandom) -> ClientCurve {
        switch self {
        case .priors(let priors): return priors.drawClient(sessions: sessions, using: &random)
        case .halfOutside:
            var curve = CurvePriors.published.drawClient(sessions: sessions, using: &random)
            func wide(_ parameter: CurveParameter) -> Double {
                // ± 2 z₉₅ on the prior's own scale.
                CurvePriors.published[parameter].value(
                    z: random.uniform(-2...2) * 1.644_853_626_951_472_7, bounds: parameter.bounds)
            }
            curve.rednessOffset = wide(.rednessOffset)
            curve.rednessTimeConstant = wide(.rednessTimeConstant)
            curve.darkness = DarknessCurve(
                settledShare: wide(.darknessSettledShare), midpoint: wide(.darknessMidpoint),
                width: wide(.darknessWidth), dip: wide(.darknessDip), fading: wide(.darknessFading))
            curve.visibleShare = VisibleShareCurve(
                settledShare: wide(.visibleSettledShare), midpoint: wide(.visibleMidpoint),
                width: wide(.visibleWidth))
            curve.scabs = ScabCurve(
                areaFraction: wide(.scabsAreaFraction), sheddingDay: wide(.scabsSheddingDay))
            let amplitude = wide(.rednessAmplitude)
            for index in curve.sessions.indices {
                let factor = CurvePriors.published[.rednessSessionFactor].sample(
                    using: &random, bounds: CurveParameter.rednessSessionFactor.bounds)
                curve.sessions[index].rednessAmplitude = amplitude * factor
            }
            return curve
        }
    }
}
