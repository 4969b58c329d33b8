import SteadyMath

/// Shears of drawn numbers along which an amount and the shares left of it are all but independent.
///
/// Photos tell amount × share to a few per cent even where each alone is wide (a client who first comes on day 10): a
/// thin bent ridge that no normal distribution covers. The amount's number plus the logarithm of the share that the
/// first photo shows, in units of the amount's prior, has no such bend. A shear leaves volumes alone, so weights stay
/// what they are. Where the first photo is so early that nothing has been shed yet there is no ridge, and no shear.
struct AmountShears {
    /// Number of the amount among the drawn ones, and what is added to it in each draw.
    private(set) var shifts: [(dimension: Int, shift: DrawColumn)] = []

    /// Days after a session before which all is there still.
    private static let shedFrom = 3.0
    /// Least share whose logarithm is taken.
    private static let leastShare = 1e-2

    /// No shear.
    init() {}

    /// Shears of a model's amounts.
    ///
    /// - Parameters:
    ///   - model: The model.
    ///   - visits: Visits whose values count.
    ///   - own: Number of the first session's own amount; the others follow.
    ///   - all: Number of the first session's part of what all sessions make together.
    ///   - shares: Shares left so many days after a session.
    init(
        _ model: some CurveModel, visits: [Int], own: Int, all: Int, shares: (Double) -> DrawColumn
    ) {
        for session in 0..<model.clock.sessionCount {
            for isAll in [false, true] {
                let seen = model.observations.filter { seen in
                    seen.value > 0 && visits.contains(seen.visit)
                        && (isAll
                            ? seen.session < 0 && model.clock.done[seen.visit] == session + 1
                            : seen.session == session)
                }
                guard let first = seen.first else { continue }
                let days = model.clock.since(session, at: first.visit)
                if days < Self.shedFrom { continue }
                let dimension = (isAll ? all : own) + session
                let factor = 1 / model.scales[dimension].logarithmicSpread
                let shift = shares(days).map { share in
                    factor
                        * Steady.log(share.replacing(with: Self.leastShare, where: share .< Self.leastShare))
                }
                shifts.append((dimension, shift))
            }
        }
    }
}
