/// A spot on the skin as a Gaussian of any ellipse: `amplitude · exp(−½ dᵀ C⁻¹ d)`, working pixels.
struct SpotModel: Equatable {
    /// Middle.
    var x: Double
    /// Middle.
    var y: Double
    /// Absorption at the middle, 0…1.
    var amplitude: Double
    /// Covariance, px².
    var xx: Double
    /// Covariance, px².
    var yy: Double
    /// Covariance, px².
    var xy: Double

    /// Standard deviation (geometric mean, px) and axis ratio that the spot's own light has, before a pale spot's
    /// shape is drawn towards the population's.
    var ownSigma = 0.0
    var ownAxisRatio = 1.0

    /// Geometric mean of the two standard deviations, px.
    var sigma: Double { max(xx * yy - xy * xy, 1e-12).squareRoot().squareRoot() }

    /// Longer over shorter standard deviation, 1 for a circle.
    var axisRatio: Double {
        let mean = (xx + yy) / 2
        let half = (((xx - yy) / 2) * ((xx - yy) / 2) + xy * xy).squareRoot()
        return (max(mean + half, 1e-9) / max(mean - half, 1e-9)).squareRoot()
    }

    /// `Σ` of the Gaussian over the plane, px².
    var volume: Double { 2 * .pi * sigma * sigma * amplitude }

    /// The inverse covariance.
    var inverse: (xx: Double, yy: Double, xy: Double) {
        let determinant = max(xx * yy - xy * xy, 1e-9)
        return (yy / determinant, xx / determinant, -xy / determinant)
    }
}
