import SteadyMath

/// A weighted mixture of normal distributions: draws of a form's value, each with the scatter about it.
///
/// Draws are gathered in bins of like values, each of which keeps its weight, mean and variance; so a quantile costs
/// little, and is off by far less than the draws themselves are.
struct MixtureQuantiles: Sendable {
    private var means: [Double] = []
    private var spreads: [Double] = []
    private var inverseSpreads: [Double] = []
    private var weights: [Double] = []
    private var middle = 0.0
    private var deviation = 0.0

    /// Bins within the reach.
    private static let bins = 96
    /// Standard deviations about the mean that bins divide; what lies beyond has a bin on either side.
    private static let reach = 6.0
    /// Least spread of a bin, as a share of its width, so that the sum is smooth.
    private static let leastSpread = 0.3

    /// Makes a mixture.
    ///
    /// - Parameters:
    ///   - draws: Draws of the form's value.
    ///   - drawWeights: Weight of each, sum 1.
    ///   - variances: Variance about each.
    init(means draws: DrawColumn, weights drawWeights: DrawColumn, variances: DrawColumn) {
        let middle = draws.mean(drawWeights)
        var squares = draws
        for row in squares.indices { squares[row] = (draws[row] - middle) * (draws[row] - middle) }
        let deviation = squares.mean(drawWeights).squareRoot()
        let low = middle - Self.reach * deviation
        let width = max(2 * Self.reach * deviation / Double(Self.bins), 1e-300)
        let count = Self.bins + 2
        var sums = [Double](repeating: 0, count: count)
        var firsts = sums
        var seconds = sums
        for row in draws.indices {
            var place = (draws[row] - low) / width
            place = place.replacing(with: -1, where: place .< -1)
            place = place.replacing(with: Double(Self.bins), where: place .> Double(Self.bins))
            for lane in 0..<Lanes.scalarCount {
                let bin = Int(place[lane] + 1)
                let weight = drawWeights[row][lane]
                let offset = draws[row][lane] - middle
                sums[bin] += weight
                firsts[bin] += weight * offset
                seconds[bin] += weight * (offset * offset + variances[row][lane])
            }
        }
        let least = max((Self.leastSpread * width) * (Self.leastSpread * width), 1e-300)
        for bin in 0..<count where sums[bin] > 0 {
            let offset = firsts[bin] / sums[bin]
            means.append(middle + offset)
            spreads.append(max(seconds[bin] / sums[bin] - offset * offset, least).squareRoot())
            weights.append(sums[bin])
        }
        inverseSpreads = spreads.map { 1 / $0 }
        self.middle = middle
        for index in means.indices {
            let offset = means[index] - middle
            self.deviation += weights[index] * (offset * offset + spreads[index] * spreads[index])
        }
        self.deviation = self.deviation.squareRoot()
    }

    /// Share of the distribution below a value.
    func below(_ value: Double) -> Double {
        var sum = 0.0
        for index in means.indices {
            let z = (value - means[index]) * inverseSpreads[index]
            if z > NormalTable.reach {
                sum += weights[index]
            } else if z > -NormalTable.reach {
                sum += weights[index] * NormalTable.shared.below(z)
            }
        }
        return sum
    }

    /// The value below which a share of the distribution lies.
    func quantile(_ share: Double) -> Double {
        // Around where a normal distribution would have it; wider where that is not enough.
        let guess = middle + Steady.normalQuantile(share) * deviation
        var reach = 0.3 * deviation + 1e-300
        var low = guess - reach
        var high = guess + reach
        var lowShare = below(low) - share
        var highShare = below(high) - share
        while lowShare > 0 {
            reach *= 3
            (high, highShare) = (low, lowShare)
            low -= reach
            lowShare = below(low) - share
        }
        while highShare < 0 {
            reach *= 3
            (low, lowShare) = (high, highShare)
            high += reach
            highShare = below(high) - share
        }
        let tolerance = 1e-6 * deviation + 1e-300
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

extension ExpectedBand {
    /// 5, 50 and 95 % points of draws without any scatter about them.
    ///
    /// - Parameters:
    ///   - draws: Draws.
    ///   - weights: Weight of each, sum 1.
    init(of draws: DrawColumn, weights: DrawColumn) {
        let values = draws.values
        let shares = weights.values
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        let wanted = [0.05, 0.5, 0.95]
        var points: [Double] = []
        var sum = 0.0
        var last: (value: Double, share: Double)?
        for index in order where shares[index] > 0 {
            // A draw stands for the share up to its own middle.
            let share = sum + shares[index] / 2
            while points.count < wanted.count, share >= wanted[points.count] {
                let target = wanted[points.count]
                if let last, share > last.share {
                    let part = (target - last.share) / (share - last.share)
                    points.append(last.value + part * (values[index] - last.value))
                } else {
                    points.append(values[index])
                }
            }
            last = (values[index], share)
            sum += shares[index]
        }
        while points.count < wanted.count { points.append(last?.value ?? 0) }
        self.init(low: points[0], median: points[1], high: points[2])
    }
}
