import SteadyMath

/// How likely a dot still holds the share of its first load below which it counts as gone.
///
/// A photo tells of each dot what it has left, with an error. How the dots' true shares are spread is drawn from all
/// dots of the photo together, with no form given: the likeliest mixture over a grid of shares (Kiefer & Wolfowitz 1956,
/// doi 10.1214/aoms/1177728066, by expectation maximisation: Laird 1978, doi 10.1080/01621459.1978.10480103). The chance
/// of each dot follows. Whether the photo detects a dot adds nothing: it rests on the same light, so that a dot which
/// the skin's texture makes paler is both measured too low and overlooked.
struct KeptChance {
    /// A dot in a photo.
    struct Place {
        /// Its load over its first load.
        var left: Double
        /// The error of that.
        var error: Double
    }

    /// Grid of shares from 0 to 1.8: finer than the errors, no point at the share that parts kept from gone.
    private static let step = 0.04
    private static let points = 45
    /// Least error: dots do not fade all alike.
    private static let leastError = 0.04
    /// Share of the places whose load is off for another reason (a hair, a scratch), and by how many errors.
    private static let oddShare = 0.02
    private static let oddErrors = 5.0
    private static let rounds = 60
    /// Least weight of a point of the grid, in dots.
    private static let leastWeight = 1e-6

    /// The chance of each place that its dot holds at least a share of its first load.
    ///
    /// - Parameters:
    ///   - places: The places of one photo.
    ///   - least: The share.
    /// - Returns: 0…1 for each place.
    /// - Complexity: O(places).
    static func chances(of places: [Place], least: Double) -> [Double] {
        let shares = (0..<points).map { (Double($0) + 0.5) * step }
        var likelihood: [Double] = []
        likelihood.reserveCapacity(places.count * points)
        for place in places {
            let error = max(leastError, place.error)
            for share in shares {
                let off = (place.left - share) / error
                let odd = off / oddErrors
                likelihood.append(
                    (1 - oddShare) * Steady.exp(-off * off / 2)
                        + oddShare / oddErrors * Steady.exp(-odd * odd / 2))
            }
        }
        var weights = [Double](repeating: 1 / Double(points), count: points)
        var chances = [Double](repeating: 0, count: places.count)
        for _ in 0..<rounds {
            var mass = [Double](repeating: leastWeight, count: points)
            for row in places.indices {
                var total = 0.0
                var kept = 0.0
                for point in 0..<points {
                    let value = likelihood[row * points + point] * weights[point]
                    total += value
                    if shares[point] >= least { kept += value }
                }
                // So far off that no share is likely: gone or there by its own load.
                guard total > 0 else {
                    chances[row] = places[row].left >= least ? 1 : 0
                    continue
                }
                chances[row] = kept / total
                for point in 0..<points {
                    mass[point] += likelihood[row * points + point] * weights[point] / total
                }
            }
            let count = mass.reduce(0, +)
            weights = mass.map { $0 / count }
        }
        return chances
    }
}
