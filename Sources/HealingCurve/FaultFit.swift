import SteadyMath

/// A model of a state outside the expected range, fitted only where it is worth a look.
struct FaultFit<Model: CurveModel> {
    let model: Model
    let sampler: PosteriorSampler
    private var latest: (sample: PosteriorSample, visits: Int)?

    init(_ model: Model, sampler: PosteriorSampler) {
        self.model = model
        self.sampler = sampler
    }

    /// How many times better the state foretells the first visits' values than the expected curve does.
    mutating func ratio(visits: Int, against usual: PosteriorSample) -> (
        ratio: Double, sample: PosteriorSample
    ) {
        let sample = sampler.sample(
            model, visits: visits, from: latest?.sample, earlierVisits: latest?.visits ?? 0)
        latest = (sample, visits)
        let exponent = sample.logEvidence - usual.logEvidence
        return (Steady.exp(min(300, exponent)), sample)
    }
}

extension PosteriorSample {
    /// Weighted mean of a parameter.
    func mean(_ index: Int, parameterCount: Int) -> Double {
        var sum = 0.0
        for row in 0..<count { sum += weights[row] * parameters[row * parameterCount + index] }
        return sum
    }
}
