import SteadyMath

/// Dots of all sessions that can be seen (dots made × visible share), and the share of each session's known dots
/// that still can be.
struct DotsModel: CurveModel {
    let scales: [PriorScale]
    let clock: CurveClock
    var observations: [CurveObservation]
    /// Dots per cm² that were planned of each session, or nil.
    let planned: [Double?]

    /// A share's prior reaches this factor to both sides of the first one seen: dots that went before the first photo
    /// are not known.
    private static let shareFactor = 1.5

    private enum Index {
        static let settledShare = 0
        static let midpoint = 1
        static let width = 2
        static let densityExtra = 3
        static let shareExtra = 4
        static let firstMade = 5
    }

    /// Makes a model.
    ///
    /// - Parameters:
    ///   - priors: The client's priors.
    ///   - clock: The visits' clock.
    ///   - observations: Densities and visible shares, in order of visits.
    ///   - made: Prior of the dots that each session made.
    ///   - shares: What the first visible share seen of each session's dots makes likely when fresh.
    ///   - planned: Dots per cm² that were planned of each session, or nil.
    init(
        priors: CurvePriors, clock: CurveClock, observations: [CurveObservation], made: [CurvePrior],
        shares: [Double], planned: [Double?]
    ) {
        var scales = [
            priors.scale(.visibleSettledShare), priors.scale(.visibleMidpoint), priors.scale(.visibleWidth),
            priors.scale(.densityExtraScatter), priors.scale(.densityExtraScatter),
        ]
        scales += made.map { PriorScale($0) }
        scales += shares.map {
            PriorScale(
                CurvePrior(
                    low: $0 / Self.shareFactor, median: $0, high: $0 * Self.shareFactor, isLogarithmic: true))
        }
        self.scales = scales
        self.clock = clock
        self.observations = observations
        self.planned = planned
    }

    var names: [CurveParameter?] {
        [.visibleSettledShare, .visibleMidpoint, .visibleWidth, .densityExtraScatter, .densityExtraScatter]
            + planned.map { $0 == nil ? nil : .dotsMadeOverPlanned }
    }

    func unit(of index: Int) -> Double {
        let session = index - Index.firstMade
        return planned.indices.contains(session) ? 1 / (planned[session] ?? 1) : 1
    }

    var scatter: FormScatter { FormScatter(size: CurveScatter.density, isRelative: true) }

    func extraIndex(session: Int) -> Int { session < 0 ? Index.densityExtra : Index.shareExtra }

    private var derivedIndex: Int { Index.firstMade + 2 * clock.sessionCount }

    func shears(_ parameters: () -> [DrawColumn], visits: [Int]) -> AmountShears {
        AmountShears(
            self, visits: visits, own: Index.firstMade + clock.sessionCount, all: Index.firstMade
        ) { shares(parameters(), daysSinceSession: $0) }
    }

    // One over the width, one over the height at the session.
    func complete(_ parameters: inout [DrawColumn]) {
        let inverseWidth = parameters[Index.width].map { 1 / $0 }
        parameters.append(inverseWidth)
        parameters.append(
            inverseWidth.indices.map { row in 1 / Self.height(parameters, row, inverseWidth[row], days: 0) })
    }

    /// `v(u)`.
    @inline(__always)
    private static func height(
        _ parameters: [DrawColumn], _ row: Int, _ inverseWidth: Lanes, days: Double
    ) -> Lanes {
        let settled = parameters[Index.settledShare][row]
        return settled
            + (1 - settled) / (1 + Steady.exp((days - parameters[Index.midpoint][row]) * inverseWidth))
    }

    /// Share of a session's dots that can be seen.
    func shares(_ parameters: [DrawColumn], daysSinceSession days: Double) -> DrawColumn {
        let inverseWidth = parameters[derivedIndex]
        let inverseHeight = parameters[derivedIndex + 1]
        return inverseWidth.indices.map { row in
            Self.height(parameters, row, inverseWidth[row], days: days) * inverseHeight[row]
        }
    }

    func expected(
        _ parameters: [DrawColumn], sessions: [Int], clock: CurveClock, row moment: Int
    ) -> [DrawColumn] {
        let shares = (0..<clock.done[moment]).map {
            self.shares(parameters, daysSinceSession: clock.since($0, at: moment))
        }
        return sessions.map { asked in
            var sum = DrawColumn(draws: parameters[0].draws)
            for session in shares.indices where asked < 0 || asked == session {
                let amount = parameters[
                    Index.firstMade + session + (asked < 0 ? 0 : clock.sessionCount)]
                for row in sum.indices { sum[row] += amount[row] * shares[session][row] }
            }
            return sum
        }
    }
}
