import SteadyMath

/// Posteriors of a model after 0, 1, 2 … visits, and what they foretell.
struct MeasureFit<Model: CurveModel>: Sendable {
    private(set) var model: Model
    /// Entry `k` knows the first `k` visits.
    private(set) var samples: [PosteriorSample]
    private let sampler: PosteriorSampler

    /// Fits a model.
    ///
    /// - Parameters:
    ///   - model: The model with its values, visits in order of time.
    ///   - visits: How many visits are learned at once.
    ///   - sampler: Draws the posteriors.
    init(_ model: Model, visits: Int, sampler: PosteriorSampler) {
        self.model = model
        self.sampler = sampler
        samples = [sampler.prior(model)]
        for visit in 0..<visits { learn(visit: visit) }
    }

    /// Fits on through a visit where that is not done yet.
    mutating func learn(visit: Int) {
        guard samples.count == visit + 1, let last = samples.last else { return }
        samples.append(sampler.adding(visit: visit, to: last, model))
    }

    /// Forgets the values of some visits: what is foretold from a visit on is as if they had not been.
    ///
    /// - Parameters:
    ///   - visits: The visits.
    ///   - since: The first of them, or one before it.
    ///   - visit: The first visit that anything is foretold of without them; what was foretold of earlier ones stays.
    mutating func forget(visits: [Int], since: Int, changingFrom visit: Int) {
        model.observations.removeAll { visits.contains($0.visit) }
        var sample = samples[since]
        for next in since..<(samples.count - 1) {
            sample = sampler.adding(visit: next, to: sample, model)
            if next + 1 >= visit { samples[next + 1] = sample }
        }
    }

    /// The form's values at a moment, of all sessions together or of one, in each draw.
    func drawn(known: Int, session: Int = -1, clock: CurveClock, row: Int) -> DrawColumn {
        model.expected(samples[known].parameters, session: session, clock: clock, row: row)
    }

    /// The true value at a moment, foretold from the first visits.
    ///
    /// - Parameters:
    ///   - known: How many visits are known.
    ///   - clock: The clock of the moment; nil for the visits'.
    ///   - row: The moment.
    /// - Returns: Its 5, 50 and 95 % points.
    func band(known: Int, clock: CurveClock? = nil, row: Int) -> ExpectedBand {
        let means = drawn(known: known, clock: clock ?? model.clock, row: row)
        return Self.band(means, weights: samples[known].weights, scatter: model.scatter)
    }

    /// The 5, 50 and 95 % points of true values about a form.
    static func band(_ means: DrawColumn, weights: DrawColumn, scatter: FormScatter) -> ExpectedBand {
        if scatter.size == 0 { return ExpectedBand(of: means, weights: weights) }
        let variances = means.map { mean in
            let spread = scatter.spread(mean)
            return spread * spread
        }
        return MixtureQuantiles(means: means, weights: weights, variances: variances).band
    }

    /// How a visit's value lies against what visits before it foretell.
    ///
    /// - Parameters:
    ///   - seen: The value.
    ///   - bumps: Sudden changes that it is weighed against.
    /// - Returns: Tails and evidence.
    func surprise(_ seen: CurveObservation, bumps: CurveBumps) -> CurveSurprise {
        let sample = samples[seen.visit]
        let means = drawn(known: seen.visit, session: seen.session, clock: model.clock, row: seen.visit)
        let extras = sample.parameters[model.extraIndex(session: seen.session)]
        let variances = means.indices.map { row in
            PhotoLikelihood.variance(
                means[row], standardError: seen.standardError, extra: extras[row], scatter: model.scatter)
        }
        let mixture = MixtureQuantiles(means: means, weights: sample.weights, variances: variances)
        let below = mixture.below(seen.value)
        let likelihood = PhotoLikelihood([seen], scatter: model.scatter)
        var usual = Lanes(repeating: 0)
        var above = usual
        var under = usual
        for row in means.indices {
            let weight = sample.weights[row]
            usual += weight * likelihood.density(expected: means[row], extra: extras[row])
            let unit = bumps.isRelative ? means[row] : Lanes(repeating: 1)
            let change = (seen.value - means[row]) / unit
            above += weight * bumps.density(ofRise: change) / unit
            under += weight * bumps.density(ofFall: change) / unit
        }
        return CurveSurprise(
            median: mixture.quantile(0.5), upperTail: 1 - below, lowerTail: below,
            evidenceAbove: above.total / usual.total, evidenceBelow: under.total / usual.total)
    }
}

extension MeasureFit {
    /// How many times better a change that two photos confirm foretells them than no change does.
    ///
    /// One photo may show anything, so that alone it can say little; two that show the same are another matter.
    ///
    /// - Parameters:
    ///   - first: The value of the first photo after the change.
    ///   - second: The value of the photo after it, of the same session.
    ///   - bumps: Changes that are possible.
    /// - Returns: Ratios of the probability densities, for a rise and for a fall.
    func lastingEvidence(
        _ first: CurveObservation, _ second: CurveObservation, bumps: CurveBumps
    ) -> (above: Double, below: Double) {
        let sample = samples[first.visit]
        let columns = [first, second].map { seen in
            (
                means: drawn(
                    known: first.visit, session: seen.session, clock: model.clock, row: seen.visit),
                extras: sample.parameters[model.extraIndex(session: seen.session)],
                likelihood: PhotoLikelihood([seen], scatter: model.scatter)
            )
        }
        /// Density of both values with the change, mean over the draws.
        func density(_ change: Double) -> Double {
            var sum = Lanes(repeating: 0)
            for row in sample.weights.indices {
                var both = sample.weights[row]
                for column in columns {
                    let mean = column.means[row]
                    let shifted = bumps.isRelative ? mean * (1 + change) : mean + change
                    both *= column.likelihood.density(expected: shifted, extra: column.extras[row])
                }
                sum += both
            }
            return sum.total
        }
        let usual = density(0)
        func mean(_ range: ClosedRange<Double>, _ sign: Double) -> Double {
            let step = (range.upperBound - range.lowerBound) / Double(Self.changeSizes)
            var sum = 0.0
            for size in 0..<Self.changeSizes {
                sum += density(sign * (range.lowerBound + (Double(size) + 0.5) * step))
            }
            return sum / (Double(Self.changeSizes) * usual)
        }
        return (mean(bumps.rises, 1), mean(bumps.falls, -1))
    }

    /// Sizes of a change that are tried.
    private static var changeSizes: Int { 24 }

    /// Evidence of a sudden change that a visit's value shows, or that it confirms, with the visits' stakes.
    ///
    /// - Parameters:
    ///   - seen: The value.
    ///   - surprise: How it lies against what was foretold.
    ///   - bumps: Changes that are possible.
    /// - Returns: Stake times ratio, for a rise and for a fall.
    func suddenEvidence(
        _ seen: CurveObservation, _ surprise: CurveSurprise, bumps: CurveBumps
    ) -> (above: Double, below: Double) {
        let stake = FindingBudget.stake(ofVisit: seen.visit)
        var evidence = (above: stake * surprise.evidenceAbove, below: stake * surprise.evidenceBelow)
        // What is not far out confirms nothing.
        guard min(surprise.upperTail, surprise.lowerTail) < CurveInference.statusTail,
            let earlier = model.observations.last(where: {
                $0.visit < seen.visit && $0.session == seen.session
                    && model.clock.done[$0.visit] == model.clock.done[seen.visit]
            })
        else { return evidence }
        let lasting = lastingEvidence(earlier, seen, bumps: bumps)
        let earlierStake = FindingBudget.stake(ofVisit: earlier.visit)
        evidence.above += earlierStake * lasting.above
        evidence.below += earlierStake * lasting.below
        return evidence
    }
}

/// Sudden changes that a value is weighed against: any within a range is as likely as any other.
struct CurveBumps: Sendable {
    /// Rises, in the measure's unit or as shares of what is expected.
    var rises: ClosedRange<Double>
    /// Falls, likewise.
    var falls: ClosedRange<Double>
    /// Whether they are shares.
    var isRelative: Bool

    static let redness = CurveBumps(rises: 2...15, falls: 2...15, isRelative: false)
    static let pigment = CurveBumps(rises: 0.1...1.5, falls: 0.1...0.9, isRelative: true)
    static let scabs = CurveBumps(rises: 0.005...0.1, falls: 0.005...0.1, isRelative: false)

    /// Probability density of a rise.
    func density(ofRise change: Lanes) -> Lanes { Self.density(change, in: rises) }

    /// Probability density of a fall.
    func density(ofFall change: Lanes) -> Lanes { Self.density(-change, in: falls) }

    private static func density(_ size: Lanes, in range: ClosedRange<Double>) -> Lanes {
        Lanes(repeating: 1 / (range.upperBound - range.lowerBound))
            .replacing(with: 0, where: size .< range.lowerBound)
            .replacing(with: 0, where: size .> range.upperBound)
    }
}

/// How a value lies against what earlier visits foretell.
struct CurveSurprise: Sendable {
    /// Median of the foretold value.
    var median: Double
    /// Probability of a measured value at least as high.
    var upperTail: Double
    /// Probability of a measured value at least as low.
    var lowerTail: Double
    /// Probability density of the value after a sudden rise over that without.
    var evidenceAbove: Double
    /// Probability density of the value after a sudden fall over that without.
    var evidenceBelow: Double
}
