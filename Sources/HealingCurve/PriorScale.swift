import SteadyMath

/// A prior made ready to turn many standard normal numbers into values.
struct PriorScale: Sendable {
    private let median: Double
    private let up: Double
    private let down: Double
    private let isLogarithmic: Bool
    private let bounds: ClosedRange<Double>
    /// Where set, values (or their logarithms) spread evenly over this range instead.
    private let evenRange: ClosedRange<Double>?
    /// Whether tails are heavier than those of normal halves.
    private let hasHeavyTails: Bool

    /// How much heavier the tails of a client's parameters are held to be than those of normal halves.
    ///
    /// ```
    /// z' = z₉₅ · sinh(0.7 z) / sinh(0.7 z₉₅)
    /// ```
    ///
    /// The 5, 50 and 95 % points stay; a client twice as far out as they are counts as one in 180 and not one in
    /// 2,000, because nobody has measured how far clients go (see the doc page).
    static let tailStretch = 0.7
    private static let tailFactor = CurvePrior.normal95 / sinh(tailStretch * CurvePrior.normal95)
    /// Logistic distribution that is nearest to the normal one (Bowling 2009).
    private static let logisticSlope = 1.702

    private static func sinh(_ x: Double) -> Double { (Steady.exp(x) - Steady.exp(-x)) / 2 }

    /// Makes it ready.
    ///
    /// - Parameters:
    ///   - prior: The prior.
    ///   - bounds: What nature allows.
    ///   - hasHeavyTails: Whether clients far beyond the prior are held to be possible.
    init(
        _ prior: CurvePrior, bounds: ClosedRange<Double> = -.infinity ... .infinity,
        hasHeavyTails: Bool = false
    ) {
        median = prior.median
        isLogarithmic = prior.isLogarithmic
        self.bounds = bounds
        self.hasHeavyTails = hasHeavyTails
        evenRange = nil
        if prior.isLogarithmic {
            up = Steady.log(prior.high / prior.median) / CurvePrior.normal95
            down = Steady.log(prior.median / prior.low) / CurvePrior.normal95
        } else {
            up = (prior.high - prior.median) / CurvePrior.normal95
            down = (prior.median - prior.low) / CurvePrior.normal95
        }
    }

    /// Values that spread (all but) evenly over a range.
    init(even range: ClosedRange<Double>) {
        (median, up, down, isLogarithmic, bounds, hasHeavyTails) = (0, 0, 0, false, range, false)
        evenRange = range
    }

    /// Values whose logarithms spread (all but) evenly over a range.
    init(evenLogarithm range: ClosedRange<Double>) {
        (median, up, down, isLogarithmic, bounds, hasHeavyTails) = (0, 0, 0, true, range, false)
        evenRange = Steady.log(range.lowerBound)...Steady.log(range.upperBound)
    }

    /// The value that stands `z` standard normal deviations from the median, tails as the prior says.
    func value(_ z: Double) -> Double {
        let step = z * (z > 0 ? up : down)
        let raw = isLogarithmic ? median * Steady.exp(step) : median + step
        return min(max(raw, bounds.lowerBound), bounds.upperBound)
    }

    /// Values of four draws.
    @inline(__always)
    func values(_ z: Lanes) -> Lanes {
        if let evenRange {
            let share = 1 / (1 + Steady.exp(-Self.logisticSlope * z))
            let even = evenRange.lowerBound + (evenRange.upperBound - evenRange.lowerBound) * share
            return isLogarithmic ? Steady.exp(even) : even
        }
        var stretched = z
        if hasHeavyTails {
            let power = Steady.exp(Self.tailStretch * z)
            stretched = (power - 1 / power) * (Self.tailFactor / 2)
        }
        let step = stretched * Lanes(repeating: down).replacing(with: up, where: stretched .> 0)
        let raw = isLogarithmic ? median * Steady.exp(step) : median + step
        let floored = raw.replacing(with: bounds.lowerBound, where: raw .< bounds.lowerBound)
        return floored.replacing(with: bounds.upperBound, where: floored .> bounds.upperBound)
    }

    /// One standard deviation of the logarithm, of a prior on that scale whose tails are those of normal halves.
    var logarithmicSpread: Double { up }

    /// The standard normal number of a value, the inverse of ``values(_:)``; within ±12.
    func deviation(of value: Double) -> Double {
        let step: Double
        if isLogarithmic {
            step = value > 0 ? Steady.log(value / median) : -.infinity
        } else {
            step = value - median
        }
        let slope = step > 0 ? up : down
        var z = slope > 0 ? step / slope : 0
        if hasHeavyTails {
            let x = z / Self.tailFactor
            z = (x > 0 ? 1 : -1) * Steady.log(abs(x) + (x * x + 1).squareRoot()) / Self.tailStretch
        }
        return min(max(z, -12), 12)
    }
}
