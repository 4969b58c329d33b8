import SteadyMath

/// How likely a dot still holds the share of its first load below which it counts as gone.
///
/// A photo tells of each dot what it has left, with an error, and whether it was detected. How the dots' true shares
/// are spread, and how often a dot that has so much left is detected, is drawn from all dots of the photo together, with
/// no form given: the likeliest mixture over a grid of shares (Kiefer & Wolfowitz 1956, doi 10.1214/aoms/1177728066, by
/// expectation maximisation: Laird 1978, doi 10.1080/01621459.1978.10480103). The chance of each dot follows.
struct KeptChance {
    /// A dot in a photo.
    struct Place {
        /// Its load over its first load, and the error of that.
        var left: Double
        var error: Double
        /// Whether the photo detects it.
        var isSeen: Bool
    }

    /// Grid of shares: fine enough that no error is finer, with no point at the share that parts kept from gone.
    private static let step = 0.04
    private static let points = 45
    /// Least error: dots do not fade all alike.
    private static let leastError = 0.04
    /// Share of the places whose load is off for another reason (a hair, a scratch), and by how many errors.
    private static let oddShare = 0.02
    private static let oddErrors = 5.0
    private static let rounds = 60

    /// The chance of each place that its dot holds at least a share of its first load.
    ///
    /// - Parameters:
    ///   - places: The places of one photo.
    ///   - least: The share.
    /// - Returns: 0…1 for each place.
    /// - Complexity: O(places).
    static func chances(of places: [Place], least: Double) -> [Double] {
        guard !places.isEmpty else { return [] }
        var likelihood = [Double](repeating: 0, count: places.count * points)
        for (row, place) in places.enumerated() {
            let error = max(leastError, place.error)
            for point in 0..<points {
                let off = (place.left - share(point)) / error
                let odd = off / oddErrors
                likelihood[row * points + point] =
                    (1 - oddShare) * Steady.exp(-off * off / 2)
                    + oddShare / oddErrors * Steady.exp(-odd * odd / 2)
            }
        }
        var weights = [Double](repeating: 1 / Double(points), count: points)
        // A dot that has all left is detected, one that has nothing left is not.
        var detected = (0..<points).map { min(0.98, max(0.02, share($0) / (2 * least))) }
        var chances = [Double](repeating: 0, count: places.count)
        for _ in 0..<rounds {
            var mass = [Double](repeating: 0, count: points)
            var seen = mass
            for (row, place) in places.enumerated() {
                var total = 0.0
                var kept = 0.0
                for point in 0..<points {
                    let factor = place.isSeen ? detected[point] : 1 - detected[point]
                    let value = likelihood[row * points + point] * weights[point] * factor
                    total += value
                    if share(point) >= least { kept += value }
                }
                guard total > 0 else { continue }
                chances[row] = kept / total
                for point in 0..<points {
                    let factor = place.isSeen ? detected[point] : 1 - detected[point]
                    let value = likelihood[row * points + point] * weights[point] * factor / total
                    mass[point] += value
                    if place.isSeen { seen[point] += value }
                }
            }
            let count = mass.reduce(0, +)
            for point in 0..<points {
                weights[point] = (mass[point] + 1e-6) / (count + 1e-6 * Double(points))
                detected[point] =
                    (seen[point] + prior * share(point) / (2 * least))
                    / (mass[point] + prior * max(1, share(point) / (2 * least)))
                detected[point] = min(0.999, max(0.001, detected[point]))
            }
        }
        return chances
    }

    private static let prior = 1.0

    private static func share(_ point: Int) -> Double { (Double(point) + 0.5) * step }
}
