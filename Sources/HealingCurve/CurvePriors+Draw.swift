import SteadyMath

extension CurvePriors {
    /// A client drawn by chance from the priors.
    ///
    /// - Parameters:
    ///   - sessions: The sessions, in order of days.
    ///   - random: The stream that chance comes from.
    /// - Returns: The client's own curve.
    public func drawClient(sessions: [CurveSession], using random: inout SeededRandom) -> ClientCurve {
        func draw(_ parameter: CurveParameter) -> Double {
            self[parameter].sample(using: &random, bounds: parameter.bounds)
        }
        let offset = draw(.rednessOffset)
        let amplitude = draw(.rednessAmplitude)
        let timeConstant = draw(.rednessTimeConstant)
        let darkness = DarknessCurve(
            settledShare: draw(.darknessSettledShare), midpoint: draw(.darknessMidpoint),
            width: draw(.darknessWidth), dip: draw(.darknessDip), fading: draw(.darknessFading))
        let visibleShare = VisibleShareCurve(
            settledShare: draw(.visibleSettledShare), midpoint: draw(.visibleMidpoint),
            width: draw(.visibleWidth))
        let scabs = ScabCurve(
            areaFraction: draw(.scabsAreaFraction), sheddingDay: draw(.scabsSheddingDay))
        let parts = sessions.map { session in
            let factor = draw(.rednessSessionFactor)
            let coverage = draw(.freshCoverage)
            let dots: Double
            if let planned = session.targetDensity {
                // The plan is for all sessions together.
                dots = planned / Double(sessions.count) * draw(.dotsMadeOverPlanned)
            } else {
                dots = draw(.dotsMade)
            }
            return SessionCurve(
                day: session.day, rednessAmplitude: amplitude * factor, freshCoverage: coverage,
                dotsMade: dots)
        }
        return ClientCurve(
            rednessOffset: offset, rednessTimeConstant: timeConstant, darkness: darkness,
            visibleShare: visibleShare, scabs: scabs, sessions: parts)
    }
}
