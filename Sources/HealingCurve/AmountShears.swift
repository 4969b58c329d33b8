import SteadyMath

/// Shears of drawn numbers along which an amount and the shares left of it are all but independent.
///
/// Photos tell amount × share to a few per cent even where each alone is wide (a client who first comes on day 10): a
/// thin bent ridge that no normal distribution covers. The amount's number plus the mean logarithm of the shares, in
/// units of the amount's prior, has no such bend. A shear leaves volumes alone, so weights stay what they are.
struct AmountShears {
    /// Number of the amount among the drawn ones, and what is added to it in each draw.
    private(set) var shifts: [(dimension: Int, shift: DrawColumn)] = []

    /// Visits, at most, at which shares are asked for.
    private static let mostVisits = 3
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
                if seen.isEmpty { continue }
                let dimension = (isAll ? all : own) + session
                let asked = Self.spread(seen.map { model.clock.since(session, at: $0.visit) })
                let factor = 1 / (Double(asked.count) * model.scales[dimension].logarithmicSpread)
                var sum = DrawColumn()
                for days in asked {
                    let share = shares(days)
                    if sum.isEmpty { sum = DrawColumn(draws: share.draws) }
                    for row in sum.indices {
                        let bounded = share[row].replacing(
                            with: Self.leastShare, where: share[row] .< Self.leastShare)
                        sum[row] += factor * Steady.log(bounded)
                    }
                }
                shifts.append((dimension, sum))
            }
        }
    }

    /// The first, the last and the middle one.
    private static func spread(_ days: [Double]) -> [Double] {
        if days.count <= mostVisits { return days }
        return [days[0], days[days.count / 2], days[days.count - 1]]
    }
}
