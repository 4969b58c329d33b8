/// How sure it is that a spot is a dot of pigment, from all that it is like together: a logistic regression.
///
/// `p = 1 / (1 + e^(−Σ wᵢ · fᵢ))`. The weights are learned by `Benchmarks/DotTraining` from photos that the phantom
/// renders; Docs/Measures/DotDensity.md shows how well what is called 80 % sure is true in 80 of 100 spots.
enum DotRule {
    /// Raised with every change of the weights.
    static let version = 2

    /// `Σ wᵢ · fᵢ`, the logarithm of the odds, within ±30.
    static func logOdds(_ features: DotFeatures) -> Double {
        var sum = 0.0
        let values = features.values.span
        for index in values.indices { sum += weights[index] * values[index] }
        return min(max(sum, -30), 30)
    }
}
