import SteadyMath

/// A prior made ready to turn many standard normal numbers into values.
struct PriorScale: Sendable {
    private let median: Double
    private let up: Double
    private let down: Double
    private let isLogarithmic: Bool
    private let bounds: ClosedRange<Double>

    /// Makes it ready.
    init(_ prior: CurvePrior, bounds: ClosedRange<Double> = -.infinity ... .infinity) {
        median = prior.median
        isLogarithmic = prior.isLogarithmic
        self.bounds = bounds
        if prior.isLogarithmic {
            up = Steady.log(prior.high / prior.median) / CurvePrior.normal95
            down = Steady.log(prior.median / prior.low) / CurvePrior.normal95
        } else {
            up = (prior.high - prior.median) / CurvePrior.normal95
            down = (prior.median - prior.low) / CurvePrior.normal95
        }
    }

    /// The value that stands `z` standard normal deviations from the median.
    func value(_ z: Double) -> Double {
        let step = z * (z > 0 ? up : down)
        let raw = isLogarithmic ? median * Steady.exp(step) : median + step
        return min(max(raw, bounds.lowerBound), bounds.upperBound)
    }
}
