import SteadyMath

/// Importance sampling that takes one visit's values after the other.
///
/// Draws stay while enough of them count; else a normal distribution is fitted to them and they are drawn anew from
/// a mixture of it, the same one wider, and the prior, until enough count. Where the first fit is poor, weights
/// are tempered (raised to a power below 1) for the next one; where no fit is good, more points are drawn. The
/// base points are a fixed lattice, so the same values give the same bits, and nothing lies on a grid of
/// parameters whose edge could be too near.
///
/// - SeeAlso: Chopin 2002, doi 10.1093/biomet/89.3.539 (iterated batch importance sampling); Cornuet, Marin,
///   Mira & Robert 2012, doi 10.1111/j.1467-9469.2011.00756.x (adaptive multiple importance sampling);
///   Hesterberg 1995, doi 10.1080/00401706.1995.10484303 (defensive mixtures).
struct PosteriorSampler: Sendable {
    /// Share of the draws that must count for them to stay.
    private static let keptEfficiency = 0.35
    /// Share of fresh draws that must count for no better fit to be sought.
    private static let wantedEfficiency = 0.45
    /// A fit is the last one where it gains less than this factor.
    private static let worthwhileGain = 1.15
    /// Share of the draws that must count when a new proposal is fitted.
    private static let temperedEfficiency = 0.1
    /// Where fewer of the draws count, the posterior lies elsewhere and is looked for first.
    private static let lostEfficiency = 0.03
    /// Weights are raised to at least this power.
    private static let leastPower = 1e-3
    /// Fits at most.
    private static let mostPasses = 8
    /// Draws are multiplied where fewer count after all fits.
    private static let refinedEfficiency = 0.2
    /// Share of the draws from the prior, and from the wider distribution.
    private static let priorShare = 0.04
    private static let wideShare = 0.15
    private static let wideScale = 1.9
    private static let narrowScale = 1.08

    /// Draws, a power of 2; four times as many where they are worth little.
    let draws: Int

    /// Draws from the prior.
    func prior(_ model: some CurveModel) -> PosteriorSample {
        draw(model, visits: [], proposal: nil, count: draws)
    }

    /// Draws with the values of one more visit.
    ///
    /// - Parameters:
    ///   - visit: The visit; one without values changes nothing.
    ///   - sample: Draws given earlier visits.
    ///   - model: The model.
    /// - Returns: Weighted draws.
    /// - Complexity: O(draws), or O(draws · visits) where they are drawn anew.
    func adding(visit: Int, to sample: PosteriorSample, _ model: some CurveModel) -> PosteriorSample {
        guard let densities = Self.logDensities(model, visit: visit, parameters: sample.parameters) else {
            return sample
        }
        let kept = sample.adding(densities, visit: visit)
        if kept.efficiency * Double(kept.count) >= Self.keptEfficiency * Double(draws) { return kept }
        var best = kept
        var proposal =
            kept.efficiency < Self.lostEfficiency
            ? guided(model, from: kept) : fitted(model, kept)
        for _ in 0..<Self.mostPasses {
            let drawn = draw(model, visits: kept.visits, proposal: proposal, count: draws)
            let gain = drawn.efficiency / best.efficiency
            if gain > 1 { best = drawn }
            if best.efficiency >= Self.wantedEfficiency { return best }
            if gain < Self.worthwhileGain, best.efficiency >= Self.refinedEfficiency { return best }
            proposal = fitted(model, drawn)
        }
        if best.efficiency < Self.refinedEfficiency {
            best = draw(
                model, visits: kept.visits,
                proposal: fitted(model, best), count: 4 * draws)
        }
        return best
    }

    /// Where a posterior lies of which the draws so far hold next to nothing.
    ///
    /// Photos that may be anything make the likelihood flat far off; without them it shows the way.
    private func guided(_ model: some CurveModel, from sample: PosteriorSample) -> NormalProposal {
        var sample = PosteriorSample(
            z: sample.z, parameters: sample.parameters, logBase: sample.logBase,
            logLikelihood: Self.logLikelihood(
                model, visits: sample.visits, parameters: sample.parameters, mayBeWild: false),
            visits: sample.visits)
        for _ in 0..<Self.mostPasses {
            let proposal = fitted(model, sample)
            sample = draw(
                model, visits: sample.visits, proposal: proposal, count: draws, mayBeWild: false)
            if sample.efficiency >= Self.temperedEfficiency { break }
        }
        return fitted(model, sample)
    }

    /// The proposal for a posterior's next draws.
    private func fitted(_ model: some CurveModel, _ sample: PosteriorSample) -> NormalProposal {
        var sheared = sample.z
        for (dimension, shift) in model.shears({ sample.parameters }, visits: sample.visits).shifts {
            for row in shift.indices { sheared[dimension][row] += shift[row] }
        }
        return NormalProposal(z: sheared, weights: Self.tempered(sample))
    }

    /// Logarithms of the density of several visits' values.
    private static func logLikelihood(
        _ model: some CurveModel, visits: [Int], parameters: [DrawColumn], mayBeWild: Bool
    ) -> DrawColumn {
        var sums = DrawColumn(draws: parameters[0].draws)
        for visit in visits {
            guard
                let densities = logDensities(
                    model, visit: visit, parameters: parameters, mayBeWild: mayBeWild)
            else { continue }
            for row in densities.indices { sums[row] += densities[row] }
        }
        return sums
    }

    private static func logDensities(
        _ model: some CurveModel, visit: Int, parameters: [DrawColumn], mayBeWild: Bool = true
    ) -> DrawColumn? {
        let seen = model.observations(ofVisit: visit)
        if seen.isEmpty { return nil }
        let means = model.expected(parameters, sessions: seen.map(\.session), clock: model.clock, row: visit)
        return PhotoLikelihood(seen, scatter: model.scatter, mayBeWild: mayBeWild).logDensities(
            means: means, extras: seen.map { parameters[model.extraIndex(session: $0.session)] })
    }

    private func draw(
        _ model: some CurveModel, visits: [Int], proposal: NormalProposal?, count: Int,
        mayBeWild: Bool = true
    ) -> PosteriorSample {
        let points = LatticeNormals.points(count: count, dimensions: model.dimension)
        var z = Array(points.columns.prefix(model.dimension))
        var logBase = DrawColumn(draws: points.count)
        if let proposal {
            (z, logBase) = mixed(model, visits: visits, proposal, normals: z, choice: points.choice)
        }
        let parameters = model.decoded(z)
        let logLikelihood = Self.logLikelihood(
            model, visits: visits, parameters: parameters, mayBeWild: mayBeWild)
        return PosteriorSample(
            z: z, parameters: parameters, logBase: logBase, logLikelihood: logLikelihood, visits: visits)
    }

    /// Points of the mixture, and the logarithm of the prior over the mixture's density at each.
    private func mixed(
        _ model: some CurveModel, visits: [Int], _ proposal: NormalProposal, normals: [DrawColumn],
        choice: [Double]
    ) -> (z: [DrawColumn], logBase: DrawColumn) {
        let dimension = Double(proposal.dimension)
        let narrowShare = 1 - Self.priorShare - Self.wideShare
        var scales = DrawColumn(draws: choice.count)
        for (point, share) in choice.enumerated() where share >= Self.priorShare {
            let isWide = share < Self.priorShare + Self.wideShare
            scales[point / 4][point % 4] = isWide ? Self.wideScale : Self.narrowScale
        }
        var z = proposal.points(normals, scales: scales)
        for column in z.indices {
            for row in z[column].indices {
                z[column][row] = z[column][row].replacing(
                    with: normals[column][row], where: scales[row] .== 0)
            }
        }
        // The proposal's numbers are sheared ones, the prior's are not.
        var sheared = z
        let plain = z
        for (dimension, shift) in model.shears({ model.decoded(plain) }, visits: visits).shifts {
            for row in shift.indices {
                let isPrior = scales[row] .== 0
                z[dimension][row] -= shift[row].replacing(with: 0, where: isPrior)
                sheared[dimension][row] += shift[row].replacing(with: 0, where: .!isPrior)
            }
        }
        var squares = DrawColumn(draws: choice.count)
        for column in z { for row in squares.indices { squares[row] += column[row] * column[row] } }
        let distances = proposal.squaredDistances(sheared)
        let logPrior = Steady.log(Self.priorShare)
        let logWide =
            Steady.log(Self.wideShare) - dimension * Steady.log(Self.wideScale) - proposal.logDeterminant
        let logNarrow =
            Steady.log(narrowShare) - dimension * Steady.log(Self.narrowScale) - proposal.logDeterminant
        let wideInverse = 1 / (2 * Self.wideScale * Self.wideScale)
        let narrowInverse = 1 / (2 * Self.narrowScale * Self.narrowScale)
        var logBase = squares
        for row in logBase.indices {
            // All over the prior's density, so that the prior's own part is its share.
            let prior = Lanes(repeating: logPrior)
            let wide = logWide - distances[row] * wideInverse + squares[row] / 2
            let narrow = logNarrow - distances[row] * narrowInverse + squares[row] / 2
            var top = prior.replacing(with: wide, where: wide .> prior)
            top = top.replacing(with: narrow, where: narrow .> top)
            let sum = Steady.exp(prior - top) + Steady.exp(wide - top) + Steady.exp(narrow - top)
            logBase[row] = -(top + Steady.log(sum))
        }
        return (z, logBase)
    }

    /// Weights raised to the greatest power up to 1 at which enough draws count.
    private static func tempered(_ sample: PosteriorSample) -> DrawColumn {
        if sample.efficiency >= temperedEfficiency { return sample.weights }
        var logs = sample.logBase
        for row in logs.indices { logs[row] += sample.logLikelihood[row] }
        let top = logs.largest
        func raised(_ power: Double) -> DrawColumn {
            var result = logs.map { Steady.exp(power * ($0 - top)) }
            let inverse = 1 / result.sum
            for row in result.indices { result[row] *= inverse }
            return result
        }
        var low = 0.0
        var high = 1.0
        for _ in 0..<8 {
            let middle = (low + high) / 2
            if PosteriorSample.efficiency(raised(middle)) >= temperedEfficiency {
                low = middle
            } else {
                high = middle
            }
        }
        return raised(max(low, leastPower))
    }
}
