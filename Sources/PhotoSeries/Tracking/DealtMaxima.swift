import SteadyMath

/// The chance that losses dealt anew look as marked as the true ones.
enum DealtMaxima {
    /// Deals at most, and deals as marked after which the chance is known well enough (Besag & Clifford 1991, doi
    /// 10.1093/biomet/78.2.301): their number over the deals made is an exact probability.
    private static let deals = 99
    private static let enough = 10
    /// Deals as marked up to which the tail is Gumbel's.
    private static let fewest = 4

    /// The chance of a statistic as great, the histories dealt anew.
    ///
    /// - Parameters:
    ///   - statistic: Of the true losses; the greatest over all places and visits.
    ///   - histories: The dots' losses.
    ///   - seed: Of the deals.
    ///   - greatest: The statistic of dealt losses.
    /// - Returns: 0…1; uniform where losses have nothing to do with places.
    static func chance(
        of statistic: Double, in histories: LossHistories, seed: UInt64,
        greatest: (LossHistories) -> Double
    ) -> Double {
        var random = SeededRandom(seed: seed)
        var dealt = histories
        var maxima: [Double] = []
        var asMarked = 0
        for deal in 1...deals {
            dealt.deal(using: &random)
            let value = greatest(dealt)
            maxima.append(value)
            if value >= statistic { asMarked += 1 }
            guard asMarked == enough else { continue }
            // Such a stop leaves open where between the next stop's probability and its own the true one lies.
            let (low, high) = (Double(enough) / Double(deal + 1), Double(enough) / Double(deal))
            return low + random.uniform() * (high - low)
        }
        if asMarked > fewest { return Double(asMarked + 1) / Double(deals + 1) }
        // Gumbel's law by its moments: spread β = s √6/π, mode = mean − 0.5772 β.
        let count = Double(deals)
        let mean = maxima.reduce(0, +) / count
        let square = maxima.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        let spread = max(1e-9, square.squareRoot() * 6.0.squareRoot() / .pi)
        let mode = mean - 0.577_215_664_901_532_9 * spread
        let far = Steady.exp(-(statistic - mode) / spread)
        // 1 − exp(−x) loses its digits for small x.
        let tail = far < 1e-6 ? far : 1 - Steady.exp(-far)
        return min(tail, Double(asMarked + 1) / Double(deals + 1))
    }
}
