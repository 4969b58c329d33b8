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

    /// Covariance that the spot's own light has, px²: that of the fit draws a pale spot towards the population.
    var own = SIMD3<Double>(1, 1, 0)

    /// Whether ``own`` is that of the fit as it stands.
    var isOwnKnown = false

    /// Whether the light of two fits of one spot differs by more than a share of it.
    func differs(from other: SpotModel, by share: Double) -> Bool {
        let (dx, dy) = (x - other.x, y - other.y)
        let width = xx + yy
        return abs(amplitude - other.amplitude) > share * amplitude
            || dx * dx + dy * dy > share * share * width
            || abs(xx - other.xx) + abs(yy - other.yy) + 2 * abs(xy - other.xy) > share * width
    }

    /// The spot with its own shape.
    var ownShape: SpotModel {
        SpotModel(x: x, y: y, amplitude: amplitude, xx: own.x, yy: own.y, xy: own.z)
    }
    /// Geometric mean of the own shape's standard deviations, px.
    var ownSigma: Double { ownShape.sigma }
    /// Longer over shorter standard deviation of the own shape.
    var ownAxisRatio: Double { ownShape.axisRatio }

    /// Geometric mean of the two standard deviations, px.
    var sigma: Double { max(xx * yy - xy * xy, 1e-12).squareRoot().squareRoot() }

    /// Longer over shorter standard deviation, 1 for a circle.
    var axisRatio: Double {
        let mean = (xx + yy) / 2
        let half = (((xx - yy) / 2) * ((xx - yy) / 2) + xy * xy).squareRoot()
        return (max(mean + half, 1e-9) / max(mean - half, 1e-9)).squareRoot()
    }

    /// The inverse covariance.
    var inverse: (xx: Double, yy: Double, xy: Double) {
        let determinant = max(xx * yy - xy * xy, 1e-9)
        return (yy / determinant, xx / determinant, -xy / determinant)
    }
}
