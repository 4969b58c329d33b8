/// A weighted mixture of normal distributions: draws of a form's value, each with the scatter about it.
struct MixtureQuantiles: Sendable {
    private var means: [Double] = []
    private var spreads: [Double] = []
    private var weights: [Double] = []
    private var inverseSpreads: [Double] = []

    /// Weight, as a share of the largest, below which a draw is left out.
    private static let negligible = 1e-7
    /// Least spread, as a share of the whole range, so that the sum is smooth.
    private static let leastSpread = 1e-4

    /// Makes a mixture.
    ///
    /// - Parameters:
    ///   - means: Draws of the form's value.
    ///   - spreads: Standard deviation about each.
    ///   - weights: Weight of each.
    init(means: [Double], spreads: [Double], weights: [Double]) {
        let least = (weights.max() ?? 0) * Self.negligible
        var sum = 0.0
        for index in weights.indices where weights[index] > least {
            self.means.append(means[index])
            self.spreads.append(spreads[index])
            self.weights.append(weights[index])
            sum += weights[index]
        }
        for index in self.weights.indices { self.weights[index] /= sum }
        let floor = Self.leastSpread * ((self.means.max() ?? 0) - (self.means.min() ?? 0)) + 1e-12
        for index in self.spreads.indices { self.spreads[index] = max(self.spreads[index], floor) }
        inverseSpreads = self.spreads.map { 1 / $0 }
    }

    /// Share of the distribution below a value.
    func below(_ value: Double) -> Double {
        let table = NormalTable.shared
        var sum = 0.0
        for index in means.indices {
            let z = (value - means[index]) * inverseSpreads[index]
            if z > NormalTable.reach {
                sum += weights[index]
            } else if z > -NormalTable.reach {
                sum += weights[index] * table.below(z)
            }
        }
        return sum
    }

    /// The value below which a share of the distribution lies.
    func quantile(_ share: Double) -> Double {
        var low = Double.infinity
        var high = -Double.infinity
        for index in means.indices {
            low = min(low, means[index] - 6 * spreads[index])
            high = max(high, means[index] + 6 * spreads[index])
        }
        let tolerance = 3e-5 * (high - low)
        var lowShare = -share
        var highShare = 1 - share
        var side = 0
        // False position with Illinois's halving: safe as bisection, faster on smooth sums.
        for _ in 0..<60 where high - low > tolerance {
            var middle = (low * highShare - high * lowShare) / (highShare - lowShare)
            middle = min(max(middle, low + 0.05 * (high - low)), high - 0.05 * (high - low))
            let excess = below(middle) - share
            if abs(excess) < 1e-6 { return middle }
            if excess < 0 {
                low = middle
                lowShare = excess
                if side == -1 { highShare /= 2 }
                side = -1
            } else {
                high = middle
                highShare = excess
                if side == 1 { lowShare /= 2 }
                side = 1
            }
        }
        return (low + high) / 2
    }

    /// 5, 50 and 95 % points.
    var band: ExpectedBand {
        ExpectedBand(low: quantile(0.05), median: quantile(0.5), high: quantile(0.95))
    }
}
