import SteadyMath

/// Load of each session's dots, or coverage of all of them: fresh amount × darkness, and, where it is held
/// possible, fading many times as fast.
struct PigmentModel: CurveModel {
    private let scales: [PriorScale]
    let clock: CurveClock
    var observations: [CurveObservation]
    /// Prior of each session's fresh amount.
    let fresh: [PriorScale]
    /// Whether the dots fade many times as fast as any client's.
    let mayFadeFast: Bool

    /// Least and greatest factor on the fading in the model of fast fading.
    static let fastFactors = 2.5...12.0

    init(
        priors: CurvePriors, clock: CurveClock, observations: [CurveObservation], fresh: [CurvePrior],
        mayFadeFast: Bool
    ) {
        let drawn: [CurveParameter] = [
            .darknessSettledShare, .darknessMidpoint, .darknessWidth, .darknessDip, .darknessFading,
            .pigmentExtraScatter,
        ]
        scales = drawn.map { priors.scale($0) }
        self.clock = clock
        self.observations = observations
        self.fresh = fresh.map { PriorScale($0) }
        self.mayFadeFast = mayFadeFast
    }

    var dimension: Int { 6 + fresh.count + (mayFadeFast ? 1 : 0) }
    var parameterCount: Int { Self.freshIndex + fresh.count }
    var scatterIndex: Int { 5 }
    var formScatter: Double { CurveScatter.darkness }
    var wildRange: Double { 1 }
    var scatterIsRelative: Bool { true }

    static let freshIndex = 7

    // Settled share, midpoint, width, dip, fading, extra scatter, height at the session, fresh amounts.
    func decode(_ z: ArraySlice<Double>, into parameters: inout [Double]) {
        let first = z.startIndex
        parameters[0] = scales[0].value(z[first])
        parameters[1] = scales[1].value(z[first + 1])
        parameters[2] = scales[2].value(z[first + 2])
        parameters[3] = scales[3].value(z[first + 3])
        parameters[4] = scales[4].value(z[first + 4])
        parameters[5] = scales[5].value(z[first + 5])
        parameters[6] = curve(parameters).height(0)
        for (index, prior) in fresh.enumerated() {
            parameters[Self.freshIndex + index] = prior.value(z[first + 6 + index])
        }
        if mayFadeFast {
            let share = Steady.normalCDF(z[first + 6 + fresh.count])
            let range = Self.fastFactors
            parameters[4] *=
                range.lowerBound * Steady.pow(range.upperBound / range.lowerBound, share)
        }
    }

    /// Darkness of a session's dots, a share of fresh.
    func share(_ parameters: [Double], daysSinceSession days: Double) -> Double {
        curve(parameters).share(daysSinceSession: days, heightAtSession: parameters[6])
    }

    func expected(_ parameters: [Double], session: Int, clock: CurveClock, row: Int) -> Double {
        if session >= 0 {
            return parameters[Self.freshIndex + session]
                * share(parameters, daysSinceSession: clock.since(session, at: row))
        }
        var sum = 0.0
        for index in 0..<clock.done[row] {
            sum +=
                parameters[Self.freshIndex + index]
                * share(parameters, daysSinceSession: clock.since(index, at: row))
        }
        return sum
    }

    private func curve(_ parameters: [Double]) -> DarknessCurve {
        DarknessCurve(
            settledShare: parameters[0], midpoint: parameters[1], width: parameters[2], dip: parameters[3],
            fading: parameters[4])
    }
}
