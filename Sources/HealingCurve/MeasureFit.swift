import SteadyMath

/// Posteriors of one measure's model after 0, 1, 2 … visits, and what they foretell.
struct MeasureFit<Model: CurveModel>: Sendable {
    private(set) var model: Model
    /// Entry `k` knows the first `k` visits.
    private(set) var samples: [PosteriorSample]

    /// Fits a model.
    ///
    /// - Parameters:
    ///   - model: The model with its values, visits in order of time.
    ///   - visits: How many visits there are.
    ///   - sampler: Draws the posteriors.
    init(_ model: Model, visits: Int, sampler: PosteriorSampler) {
        self.model = model
        var samples = [sampler.sample(model, visits: 0)]
        for visit in 0..<visits {
            samples.append(
                sampler.sample(model, visits: visit + 1, from: samples[visit], earlierVisits: visit))
        }
        self.samples = samples
    }

    /// Forgets a visit's value and all that was fitted since.
    ///
    /// - Parameter visit: The visit; ``learn(visit:sampler:)`` goes on from it.
    mutating func leaveOut(visit: Int) {
        model.observations.removeAll { $0.visit == visit }
        samples.removeLast(max(0, samples.count - visit - 1))
    }

    /// Fits on through a visit where that is not done yet.
    mutating func learn(visit: Int, sampler: PosteriorSampler) {
        guard samples.count == visit + 1, let last = samples.last else { return }
        samples.append(sampler.sample(model, visits: visit + 1, from: last, earlierVisits: visit))
    }

    /// The form's values and their scatter at a moment.
    ///
    /// - Parameters:
    ///   - known: How many visits' values count.
    ///   - session: The session it speaks of, −1 for all.
    ///   - clock: The clock of the moment.
    ///   - row: The moment.
    /// - Returns: For each draw the form's value and the extra scatter.
    func drawn(
        known: Int, session: Int = -1, clock: CurveClock, row: Int
    ) -> (means: [Double], extras: [Double]) {
        let sample = samples[known]
        var means = [Double](repeating: 0, count: sample.count)
        var extras = means
        for index in 0..<sample.count {
            let parameters = sample.row(index, parameterCount: model.parameterCount)
            means[index] = model.expected(parameters, session: session, clock: clock, row: row)
            extras[index] = parameters[model.scatterIndex]
        }
        return (means, extras)
    }

    /// The band of the true value at a visit, foretold from the visits before it.
    func band(visit: Int) -> ExpectedBand { foretold(known: visit, visit: visit).band }

    /// The true value at a visit, foretold from the first visits.
    func foretold(known: Int, visit: Int) -> MixtureQuantiles {
        let means = drawn(known: known, clock: model.clock, row: visit).means
        return MixtureQuantiles(
            means: means, spreads: means.map { model.trueScatter(expected: $0) },
            weights: samples[known].weights)
    }

    /// How a visit's value lies against what the visits before it foretell.
    ///
    /// - Parameters:
    ///   - seen: The value.
    ///   - bumps: Sudden changes that it is weighed against.
    ///   - known: How many visits foretell it; nil for all before it.
    /// - Returns: Tails and evidence.
    func surprise(_ seen: CurveObservation, bumps: CurveBumps, known: Int? = nil) -> CurveSurprise {
        let known = known ?? seen.visit
        let (means, extras) = drawn(known: known, session: seen.session, clock: model.clock, row: seen.visit)
        let weights = samples[known].weights
        var spreads = means
        for index in means.indices {
            spreads[index] =
                model.variance(
                    expected: means[index], standardError: seen.standardError, extraScatter: extras[index]
                ).squareRoot()
        }
        let mixture = MixtureQuantiles(means: means, spreads: spreads, weights: weights)
        let below = mixture.below(seen.value)
        var usual = 0.0
        var above = 0.0
        var under = 0.0
        for index in means.indices where weights[index] > 1e-9 {
            let scale = Model.robustScale * spreads[index]
            func density(_ expected: Double) -> Double {
                weights[index]
                    * model.likelihood(
                        offset: seen.value - expected, scale: scale, expected: expected)
            }
            usual += density(means[index])
            for bump in bumps.sizes {
                let size = bumps.isRelative ? means[index] * bump : bump
                above += density(means[index] + size)
                under += density(means[index] - size)
            }
        }
        let count = Double(bumps.sizes.count)
        return CurveSurprise(
            median: mixture.quantile(0.5), upperTail: 1 - below, lowerTail: below,
            evidenceAbove: above / (count * usual), evidenceBelow: under / (count * usual))
    }
}

/// Sizes of the sudden changes that a value is weighed against.
struct CurveBumps: Sendable {
    /// In the measure's unit, or as shares of what is expected.
    var sizes: [Double]
    /// Whether they are shares.
    var isRelative: Bool

    static let redness = CurveBumps(sizes: [3, 6, 12], isRelative: false)
    static let pigment = CurveBumps(sizes: [0.15, 0.3, 0.6], isRelative: true)
    static let scabs = CurveBumps(sizes: [0.01, 0.03], isRelative: false)
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
