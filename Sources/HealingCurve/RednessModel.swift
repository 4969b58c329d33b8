import SteadyMath

/// `c + Σ A_s · exp(−u/τ)`, and, where it is held possible, a share of the flare that stays.
struct RednessModel: CurveModel {
    private let scales: [PriorScale]
    let clock: CurveClock
    var observations: [CurveObservation]
    /// Whether a share of each flare does not fall.
    let mayStay: Bool

    /// Least share of the flare that stays in the model of redness that stays.
    static let leastStay = 0.1

    init(priors: CurvePriors, clock: CurveClock, observations: [CurveObservation], mayStay: Bool) {
        let drawn: [CurveParameter] = [
            .rednessOffset, .rednessAmplitude, .rednessTimeConstant, .rednessExtraScatter,
            .rednessSessionFactor,
        ]
        scales = drawn.map { priors.scale($0) }
        self.clock = clock
        self.observations = observations
        self.mayStay = mayStay
    }

    var dimension: Int { 4 + clock.sessionCount + (mayStay ? 1 : 0) }
    var parameterCount: Int { 5 + clock.sessionCount }
    var scatterIndex: Int { 3 }
    var formScatter: Double { CurveScatter.redness }
    var wildRange: Double { 30 }
    var scatterIsRelative: Bool { false }

    // Offset, amplitude, time constant, extra scatter, share that stays, factor of each session.
    func decode(_ z: ArraySlice<Double>, into parameters: inout [Double]) {
        let first = z.startIndex
        parameters[0] = scales[0].value(z[first])
        parameters[1] = scales[1].value(z[first + 1])
        parameters[2] = scales[2].value(z[first + 2])
        parameters[3] = scales[3].value(z[first + 3])
        let sessions = clock.sessionCount
        for index in 0..<sessions {
            parameters[5 + index] =
                parameters[1] * scales[4].value(z[first + 4 + index])
        }
        parameters[4] =
            mayStay
            ? Self.leastStay + (1 - Self.leastStay) * Steady.normalCDF(z[first + 4 + sessions]) : 0
    }

    func expected(_ parameters: [Double], session: Int, clock: CurveClock, row: Int) -> Double {
        var sum = parameters[0]
        let stay = parameters[4]
        for index in 0..<clock.done[row] {
            let fall = Steady.exp(-clock.since(index, at: row) / parameters[2])
            sum += parameters[5 + index] * (stay + (1 - stay) * fall)
        }
        return sum
    }
}
