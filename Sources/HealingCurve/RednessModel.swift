import SteadyMath

/// `c + Σ A_s · exp(−u/τ)`, and, where it is held possible, a share of the flare that stays.
struct RednessModel: CurveModel {
    let scales: [PriorScale]
    let clock: CurveClock
    var observations: [CurveObservation]
    /// Whether a share of each flare does not fall.
    let mayStay: Bool

    /// Shares of the flare that stay in the model of redness that stays.
    static let stayingShares = 0.1...1.0

    private enum Index {
        static let offset = 0
        static let amplitude = 1
        static let timeConstant = 2
        static let extra = 3
        static let firstFactor = 4
    }

    init(priors: CurvePriors, clock: CurveClock, observations: [CurveObservation], mayStay: Bool) {
        var scales = [
            priors.scale(.rednessOffset), priors.scale(.rednessAmplitude), priors.scale(.rednessTimeConstant),
            priors.scale(.rednessExtraScatter),
        ]
        scales += [PriorScale](repeating: priors.scale(.rednessSessionFactor), count: clock.sessionCount)
        if mayStay { scales.append(PriorScale(even: Self.stayingShares)) }
        self.scales = scales
        self.clock = clock
        self.observations = observations
        self.mayStay = mayStay
    }

    var names: [CurveParameter?] {
        [.rednessOffset, .rednessAmplitude, .rednessTimeConstant, .rednessExtraScatter]
            + [CurveParameter?](repeating: .rednessSessionFactor, count: clock.sessionCount)
    }

    var scatter: FormScatter { FormScatter(size: CurveScatter.redness, isRelative: false, wildRange: 30) }

    func extraIndex(session: Int) -> Int { Index.extra }

    /// Index of the client's calm redness.
    static var offsetIndex: Int { Index.offset }

    /// Index of the share of the flare that stays, where it may.
    var stayIndex: Int { Index.firstFactor + clock.sessionCount }

    // Each session's factor becomes its amplitude; then the share that stays.
    func complete(_ parameters: inout [DrawColumn]) {
        let amplitude = parameters[Index.amplitude]
        for session in 0..<clock.sessionCount {
            for row in amplitude.indices { parameters[Index.firstFactor + session][row] *= amplitude[row] }
        }
        if !mayStay { parameters.append(DrawColumn(draws: amplitude.draws)) }
    }

    func expected(
        _ parameters: [DrawColumn], sessions: [Int], clock: CurveClock, row moment: Int
    ) -> [DrawColumn] {
        var sum = parameters[Index.offset]
        let timeConstant = parameters[Index.timeConstant]
        let stay = parameters[stayIndex]
        for session in 0..<clock.done[moment] {
            let amplitude = parameters[Index.firstFactor + session]
            let days = clock.since(session, at: moment)
            for row in sum.indices {
                let fall = Steady.exp(-days / timeConstant[row])
                sum[row] += amplitude[row] * (mayStay ? stay[row] + (1 - stay[row]) * fall : fall)
            }
        }
        return [DrawColumn](repeating: sum, count: sessions.count)
    }

    /// The part of the flares that stays, EI, in each draw.
    func staying(_ parameters: [DrawColumn], sessionsDone: Int) -> DrawColumn {
        var sum = DrawColumn(draws: parameters[0].draws)
        for session in 0..<sessionsDone {
            for row in sum.indices {
                sum[row] += parameters[stayIndex][row] * parameters[Index.firstFactor + session][row]
            }
        }
        return sum
    }
}
