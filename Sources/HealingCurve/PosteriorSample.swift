/// Weighted draws of a model's parameters given some values.
struct PosteriorSample: Sendable {
    /// Draws.
    var count: Int
    /// Standard normal numbers, row by row.
    var z: [Double]
    /// Parameters, row by row.
    var parameters: [Double]
    /// Weights, sum 1.
    var weights: [Double]
    /// Logarithm of the probability density of the values under the model, up to a constant of the values.
    var logEvidence: Double

    /// Effective sample size over ``count``, 0…1.
    var efficiency: Double {
        1 / (Double(count) * weights.reduce(0) { $0 + $1 * $1 })
    }

    /// Weighted mean of one of the standard normal numbers.
    func meanZ(_ index: Int, dimension: Int) -> Double {
        var sum = 0.0
        for row in 0..<count { sum += weights[row] * z[row * dimension + index] }
        return sum
    }

    /// Parameters of a draw.
    func row(_ index: Int, parameterCount: Int) -> [Double] {
        Array(parameters[index * parameterCount..<(index + 1) * parameterCount])
    }
}
