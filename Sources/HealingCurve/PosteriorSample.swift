import SteadyMath

/// Weighted draws of a model's parameters given the values of some visits.
struct PosteriorSample: Sendable {
    /// Standard normal numbers, a column a dimension.
    var z: [DrawColumn]
    /// Parameters, a column each.
    var parameters: [DrawColumn]
    /// Logarithm of the prior over the density that the draws come from.
    var logBase: DrawColumn
    /// Logarithm of the density of all values so far.
    var logLikelihood: DrawColumn
    /// Visits whose values count, in order.
    var visits: [Int]
    /// Weights, sum 1.
    private(set) var weights: DrawColumn = []
    /// Logarithm of the probability density of the values under the model.
    private(set) var logEvidence = 0.0

    /// Draws.
    var count: Int { logBase.draws }

    /// Makes draws with their weights.
    init(
        z: [DrawColumn], parameters: [DrawColumn], logBase: DrawColumn, logLikelihood: DrawColumn,
        visits: [Int]
    ) {
        self.z = z
        self.parameters = parameters
        self.logBase = logBase
        self.logLikelihood = logLikelihood
        self.visits = visits
        weigh()
    }

    /// The draws with the values of one more visit.
    func adding(_ logDensities: DrawColumn, visit: Int) -> PosteriorSample {
        var sample = self
        for row in logDensities.indices { sample.logLikelihood[row] += logDensities[row] }
        sample.visits.append(visit)
        sample.weigh()
        return sample
    }

    /// Effective sample size over ``count``, 0…1.
    var efficiency: Double { Self.efficiency(weights) }

    static func efficiency(_ weights: DrawColumn) -> Double {
        1 / (Double(weights.draws) * weights.mean(weights))
    }

    /// Weighted mean of a parameter.
    func mean(_ parameter: Int) -> Double { parameters[parameter].mean(weights) }

    /// Share of the draws, by weight, whose number exceeds a bound.
    func share(of column: DrawColumn, above bound: Double) -> Double {
        var sums = Lanes(repeating: 0)
        for row in column.indices {
            sums += weights[row].replacing(with: 0, where: column[row] .<= bound)
        }
        return sums.total
    }

    private mutating func weigh() {
        var logs = logBase
        for row in logs.indices { logs[row] += logLikelihood[row] }
        let top = logs.largest
        guard top.isFinite else {
            weights = logs.map { _ in Lanes(repeating: 1 / Double(count)) }
            logEvidence = -.infinity
            return
        }
        weights = logs.map { Steady.exp($0 - top) }
        let sum = weights.sum
        let inverse = 1 / sum
        for row in weights.indices { weights[row] *= inverse }
        logEvidence = top + Steady.log(sum / Double(count))
    }
}
