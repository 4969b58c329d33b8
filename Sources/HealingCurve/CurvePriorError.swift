/// What is wrong with a set of priors.
public enum CurvePriorError: Error, Equatable, Sendable {
    /// Parameters without a prior; their keys, in the order of ``CurveParameter``.
    case missing([String])
    /// Keys that name no parameter, in alphabetical order.
    case unknown([String])
    /// The points do not ascend (`low ≤ median ≤ high`, `low < high`) or are not finite.
    case notAscending(key: String, low: Double, median: Double, high: Double)
    /// A prior on the scale of the logarithm whose `low` is not above 0.
    case notPositive(key: String, low: Double)
    /// A point beyond what nature allows.
    case outOfBounds(key: String, value: Double, lowest: Double, highest: Double)
}
