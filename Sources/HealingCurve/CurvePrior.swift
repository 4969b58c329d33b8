import SteadyMath

/// What is held to be likely of one parameter before anything of a client is seen.
///
/// Nine clients in ten lie between `low` and `high`, half of them under `median`. Two normal halves are joined at
/// the median, on the scale of the logarithm where ``isLogarithmic``:
///
/// ```
/// median + z · (high − median) / 1.645   for z > 0
/// median + z · (median − low)  / 1.645   for z ≤ 0
/// ```
public struct CurvePrior: Sendable, Equatable {
    /// 5 % point.
    public var low: Double
    /// Median.
    public var median: Double
    /// 95 % point.
    public var high: Double
    /// Whether the halves are normal on the scale of the logarithm.
    public var isLogarithmic: Bool

    /// The 95 % point of a standard normal distribution.
    static let normal95 = 1.644_853_626_951_472_7

    /// Makes a prior.
    ///
    /// - Parameters:
    ///   - low: 5 % point, at most `median`; above 0 where logarithmic.
    ///   - median: Median.
    ///   - high: 95 % point, at least `median`.
    ///   - isLogarithmic: Whether the halves are normal on the scale of the logarithm.
    public init(low: Double, median: Double, high: Double, isLogarithmic: Bool = false) {
        self.low = low
        self.median = median
        self.high = high
        self.isLogarithmic = isLogarithmic
    }

    /// The value that stands `z` standard normal deviations from the median.
    ///
    /// - Parameters:
    ///   - z: Any number.
    ///   - bounds: What nature allows; a value beyond is set to the nearer end.
    /// - Returns: The value, in the parameter's unit.
    public func value(z: Double, bounds: ClosedRange<Double> = -.infinity ... .infinity) -> Double {
        PriorScale(self, bounds: bounds).value(z)
    }

    /// The value below which a share of clients lies.
    ///
    /// - Parameters:
    ///   - probability: Above 0, below 1.
    ///   - bounds: What nature allows; a value beyond is set to the nearer end.
    /// - Returns: The quantile, in the parameter's unit.
    public func quantile(
        _ probability: Double, bounds: ClosedRange<Double> = -.infinity ... .infinity
    ) -> Double {
        value(z: Steady.normalQuantile(probability), bounds: bounds)
    }

    /// A client's value drawn by chance.
    ///
    /// - Parameters:
    ///   - random: The stream that chance comes from.
    ///   - bounds: What nature allows; a value beyond is set to the nearer end.
    /// - Returns: The value, in the parameter's unit.
    public func sample(
        using random: inout SeededRandom, bounds: ClosedRange<Double> = -.infinity ... .infinity
    ) -> Double {
        value(z: random.normal(), bounds: bounds)
    }
}
