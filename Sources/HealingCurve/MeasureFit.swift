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
