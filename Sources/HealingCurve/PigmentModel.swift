import SteadyMath

/// Loads of each session's dots and the coverage of all of them: fresh amounts × darkness, and, where it is held
/// possible, fading many times as fast.
struct PigmentModel: CurveModel {
    let scales: [PriorScale]
    let clock: CurveClock
    var observations: [CurveObservation]
    /// Whether the dots fade many times as fast as most clients'.
    let mayFadeFast: Bool

    /// Fading per year in the model of fast fading.
    static let fastFading = 0.2...2.0

    private enum Index {
        static let settledShare = 0
        static let midpoint = 1
        static let width = 2
        static let dip = 3
        static let fading = 4
        static let loadExtra = 5
        static let coverageExtra = 6
        static let firstLoad = 7
    }

    /// Makes a model.
    ///
    /// - Parameters:
    ///   - priors: The client's priors.
    ///   - clock: The visits' clock.
    ///   - observations: Loads and coverage, in order of visits.
    ///   - fresh: Prior of each session's fresh load.
    ///   - mayFadeFast: Whether the dots fade many times as fast as most clients'.
    init(
        priors: CurvePriors, clock: CurveClock, observations: [CurveObservation], fresh: [CurvePrior],
        mayFadeFast: Bool
    ) {
        var scales = [
            priors.scale(.darknessSettledShare), priors.scale(.darknessMidpoint),
            priors.scale(.darknessWidth),
            priors.scale(.darknessDip), priors.scale(.darknessFading), priors.scale(.pigmentExtraScatter),
            priors.scale(.pigmentExtraScatter),
        ]
        scales += fresh.map { PriorScale($0) }
        scales += [PriorScale](repeating: priors.scale(.freshCoverage), count: clock.sessionCount)
        if mayFadeFast { scales[Index.fading] = PriorScale(evenLogarithm: Self.fastFading) }
        self.scales = scales
        self.clock = clock
        self.observations = observations
        self.mayFadeFast = mayFadeFast
    }

    var names: [CurveParameter?] {
        [
            .darknessSettledShare, .darknessMidpoint, .darknessWidth, .darknessDip, .darknessFading,
            .pigmentExtraScatter, .pigmentExtraScatter,
        ] + [CurveParameter?](repeating: nil, count: clock.sessionCount)
            + [CurveParameter?](repeating: .freshCoverage, count: clock.sessionCount)
    }

    var scatter: FormScatter { FormScatter(size: CurveScatter.darkness, isRelative: true) }

    func extraIndex(session: Int) -> Int { session < 0 ? Index.coverageExtra : Index.loadExtra }

    /// Index of the fading per year.
    static var fadingIndex: Int { Index.fading }

    /// Index of a session's fresh load.
    static func freshLoadIndex(session: Int) -> Int { Index.firstLoad + session }

    private func freshCoverageIndex(session: Int) -> Int { Index.firstLoad + clock.sessionCount + session }

    private var derivedIndex: Int { Index.firstLoad + 2 * clock.sessionCount }

    func shears(_ parameters: () -> [DrawColumn], visits: [Int]) -> AmountShears {
        AmountShears(
            self, visits: visits, own: Index.firstLoad, all: Index.firstLoad + clock.sessionCount
        ) { shares(parameters(), daysSinceSession: $0) }
    }

    // One over the width, one over the height at the session.
    func complete(_ parameters: inout [DrawColumn]) {
        let inverseWidth = parameters[Index.width].map { 1 / $0 }
        parameters.append(inverseWidth)
        parameters.append(
            inverseWidth.indices.map { row in 1 / Self.height(parameters, row, inverseWidth[row], days: 0) })
    }

    /// `h(u)`.
    @inline(__always)
    private static func height(
        _ parameters: [DrawColumn], _ row: Int, _ inverseWidth: Lanes, days: Double
    ) -> Lanes {
        let settled = parameters[Index.settledShare][row]
        let past = days - parameters[Index.midpoint][row]
        let lateness = (past - DarknessCurve.dipDelay) / DarknessCurve.dipLength
        let pale = parameters[Index.dip][row] * Steady.exp(-(lateness * lateness))
        return settled + (1 - settled) / (1 + Steady.exp(past * inverseWidth)) - pale
    }

    /// Darkness of a session's dots, a share of fresh.
    func shares(_ parameters: [DrawColumn], daysSinceSession days: Double) -> DrawColumn {
        let inverseWidth = parameters[derivedIndex]
        let inverseHeight = parameters[derivedIndex + 1]
        let fading = parameters[Index.fading]
        return inverseWidth.indices.map { row in
            let height = Self.height(parameters, row, inverseWidth[row], days: days)
            return height.replacing(with: 0, where: height .< 0) * inverseHeight[row]
                * Steady.exp(fading[row] * (-days / DarknessCurve.daysOfYear))
        }
    }

    func expected(
        _ parameters: [DrawColumn], sessions: [Int], clock: CurveClock, row moment: Int
    ) -> [DrawColumn] {
        let isTotalAsked = sessions.contains(-1)
        var shares: [Int: DrawColumn] = [:]
        for session in 0..<clock.done[moment] where isTotalAsked || sessions.contains(session) {
            shares[session] = self.shares(parameters, daysSinceSession: clock.since(session, at: moment))
        }
        return sessions.map { asked in
            var sum = DrawColumn(draws: parameters[0].draws)
            for session in 0..<clock.done[moment] where asked < 0 || asked == session {
                guard let share = shares[session] else { continue }
                let fresh =
                    parameters[
                        asked < 0
                            ? freshCoverageIndex(session: session) : Self.freshLoadIndex(session: session)]
                for row in sum.indices { sum[row] += fresh[row] * share[row] }
            }
            return sum
        }
    }
}
