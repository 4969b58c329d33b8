import SteadyMath

/// Importance sampling with a proposal that is refitted until the draws are worth enough.
///
/// Draws come from a mixture of the prior, a normal distribution fitted to the posterior, and the same one wider.
/// Where the fit is still poor, weights are tempered (raised to a power below 1) until a tenth of the draws
/// counts, and the next fit uses those. The base points are fixed by a seed, so the same values give the same
/// bits.
///
/// - SeeAlso: Cornuet, Marin, Mira & Robert 2012 (adaptive multiple importance sampling),
///   doi 10.1111/j.1467-9469.2011.00756.x; Hesterberg 1995 (defensive mixtures),
///   doi 10.1080/00401706.1995.10484303.
struct PosteriorSampler: Sendable {
    /// Draws a posterior.
    static let drawCount = 1_000
    /// Share of the draws that must count before the fit is taken as good.
    static let wantedEfficiency = 0.4
    /// Share of the draws that must count when a new proposal is fitted.
    static let temperedEfficiency = 0.1
    /// Weights are raised to at least this power.
    static let leastPower = 1e-3
    /// Fits at most.
    static let mostPasses = 12
    /// Every so many draws one is from the prior.
    private static let priorEvery = 20
    /// Of so many others, the first ones are from the wider distribution.
    private static let wideShare = 0.15
    private static let wideScale = 1.9
    private static let narrowScale = 1.08

    let points: LatinNormals

    /// Makes a sampler for models of up to so many dimensions.
    init(dimensions: Int) {
        points = LatinNormals(count: Self.drawCount, dimensions: dimensions, seed: 0x5CA1_911E)
    }

    /// Draws from the posterior given the values of the first visits.
    ///
    /// - Parameters:
    ///   - model: The model.
    ///   - visits: How many visits' values count.
    ///   - earlier: Draws given fewer visits, to start from; nil starts from the prior.
    ///   - earlierVisits: How many visits `earlier` knows.
    /// - Returns: Weighted draws.
    /// - Complexity: O(draws · visits) a pass, a few passes.
    func sample(
        _ model: some CurveModel, visits: Int, from earlier: PosteriorSample? = nil, earlierVisits: Int = 0
    ) -> PosteriorSample {
        let known = model.observationCount(visits: visits)
        var proposal: NormalProposal?
        if let earlier {
            let knownBefore = model.observationCount(visits: earlierVisits)
            if known == knownBefore { return earlier }
            proposal = start(model, from: earlier, observations: knownBefore..<known)
        }
        if known == 0 { return draw(model, observations: 0, proposal: nil) }
        var best: PosteriorSample?
        for _ in 0..<Self.mostPasses {
            let drawn = draw(model, observations: known, proposal: proposal)
            if drawn.efficiency > best?.efficiency ?? 0 { best = drawn }
            if drawn.efficiency >= Self.wantedEfficiency { break }
            let weights = tempered(drawn.weights)
            proposal = NormalProposal(z: drawn.z, weights: weights, dimension: model.dimension)
        }
        return best ?? draw(model, observations: known, proposal: nil)
    }

    private func start(
        _ model: some CurveModel, from earlier: PosteriorSample, observations: Range<Int>
    ) -> NormalProposal {
        var logWeights = [Double](repeating: 0, count: earlier.count)
        for row in 0..<earlier.count where earlier.weights[row] > 0 {
            let parameters = earlier.row(row, parameterCount: model.parameterCount)
            logWeights[row] =
                Steady.log(earlier.weights[row])
                + logLikelihood(model, parameters: parameters, observations: observations)
        }
        for row in 0..<earlier.count where earlier.weights[row] <= 0 { logWeights[row] = -.infinity }
        let (weights, _) = normalised(logWeights)
        return NormalProposal(z: earlier.z, weights: tempered(weights), dimension: model.dimension)
    }

    private func draw(
        _ model: some CurveModel, observations: Int, proposal: NormalProposal?
    ) -> PosteriorSample {
        let count = points.count
        let dimension = model.dimension
        var z = [Double](repeating: 0, count: count * dimension)
        var parameters = [Double](repeating: 0, count: count * model.parameterCount)
        var logWeights = [Double](repeating: 0, count: count)
        var row = [Double](repeating: 0, count: model.parameterCount)
        var scratch = [Double](repeating: 0, count: dimension)
        let priorShare = 1 / Double(Self.priorEvery)
        let logPriorShare = Steady.log(priorShare)
        let logWide =
            Steady.log((1 - priorShare) * Self.wideShare) - Double(dimension) * Steady.log(Self.wideScale)
        let logNarrow =
            Steady.log((1 - priorShare) * (1 - Self.wideShare))
            - Double(dimension) * Steady.log(Self.narrowScale)
        for index in 0..<count {
            let first = index * dimension
            if let proposal, index % Self.priorEvery != 0 {
                let others = index - index / Self.priorEvery
                let isWide = Double(others % 100) < 100 * Self.wideShare
                let scale = isWide ? Self.wideScale : Self.narrowScale
                for i in 0..<dimension {
                    var sum = 0.0
                    for k in 0...i { sum += proposal.root[i * dimension + k] * points.columns[k][index] }
                    z[first + i] = proposal.mean[i] + scale * sum
                }
            } else {
                for i in 0..<dimension { z[first + i] = points.columns[i][index] }
            }
            let slice = z[first..<first + dimension]
            var square = 0.0
            for value in slice { square += value * value }
            var logWeight = 0.0
            if let proposal {
                let distance = proposal.squaredDistance(slice, scratch: &scratch)
                let logs = (
                    logPriorShare - square / 2,
                    logWide - proposal.logDeterminant
                        - distance / (2 * Self.wideScale * Self.wideScale),
                    logNarrow - proposal.logDeterminant
                        - distance / (2 * Self.narrowScale * Self.narrowScale)
                )
                let top = max(logs.0, logs.1, logs.2)
                let sum = Steady.exp(logs.0 - top) + Steady.exp(logs.1 - top) + Steady.exp(logs.2 - top)
                logWeight = -square / 2 - top - Steady.log(sum)
            }
            model.decode(slice, into: &row)
            for (i, value) in row.enumerated() { parameters[index * row.count + i] = value }
            logWeights[index] =
                logWeight + logLikelihood(model, parameters: row, observations: 0..<observations)
        }
        let (weights, logSum) = normalised(logWeights)
        return PosteriorSample(
            count: count, z: z, parameters: parameters, weights: weights,
            logEvidence: logSum - Steady.log(Double(count)))
    }

    /// Logarithm of the likelihood of some observations, without its constant.
    private func logLikelihood<Model: CurveModel>(
        _ model: Model, parameters: [Double], observations: Range<Int>
    ) -> Double {
        var logSum = 0.0
        var product = 1.0
        let extra = parameters[model.scatterIndex]
        for index in observations {
            let seen = model.observations[index]
            let expected = model.expected(
                parameters, session: seen.session, clock: model.clock, row: seen.visit)
            let variance = model.variance(
                expected: expected, standardError: seen.standardError, extraScatter: extra)
            // Logarithms are taken once for many.
            product *= model.likelihood(
                offset: seen.value - expected, scale: Model.robustScale * variance.squareRoot(),
                expected: expected)
            if product > 1e100 || product < 1e-100 {
                logSum += Steady.log(product)
                product = 1
            }
        }
        return logSum + Steady.log(product)
    }

    /// Weights of sum 1 from their logarithms, and the logarithm of the sum.
    private func normalised(_ logWeights: [Double]) -> (weights: [Double], logSum: Double) {
        var top = -Double.infinity
        for value in logWeights where value > top { top = value }
        guard top.isFinite else {
            return (
                [Double](repeating: 1 / Double(logWeights.count), count: logWeights.count), -.infinity
            )
        }
        var weights = logWeights.map { Steady.exp($0 - top) }
        var sum = 0.0
        for weight in weights { sum += weight }
        for index in weights.indices { weights[index] /= sum }
        return (weights, top + Steady.log(sum))
    }

    /// Weights raised to the greatest power up to 1 at which enough draws count.
    private func tempered(_ weights: [Double]) -> [Double] {
        func raised(_ power: Double) -> [Double] {
            var result = logs.map { Steady.exp(power * $0) }
            var sum = 0.0
            for value in result { sum += value }
            for index in result.indices { result[index] /= sum }
            return result
        }
        func efficiency(_ weights: [Double]) -> Double {
            1 / (Double(weights.count) * weights.reduce(0) { $0 + $1 * $1 })
        }
        if efficiency(weights) >= Self.temperedEfficiency { return weights }
        let logs = weights.map { Steady.log($0) }
        var low = 0.0
        var high = 1.0
        for _ in 0..<8 {
            let middle = (low + high) / 2
            if efficiency(raised(middle)) >= Self.temperedEfficiency { low = middle } else { high = middle }
        }
        return raised(max(low, Self.leastPower))
    }
}
