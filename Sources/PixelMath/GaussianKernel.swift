import SteadyMath

/// The taps of a sampled Gaussian, cut at four standard deviations and normalised to sum 1.
package struct GaussianKernel: Sendable {
    /// Pixels from the middle tap to the last one.
    package let radius: Int
    /// The `2 · radius + 1` taps.
    package let taps: [Float]

    /// Where the Gaussian is cut: what lies beyond is below 7e-5 of the whole.
    static let cutInSigmas = 4.0

    /// Makes the taps of a Gaussian.
    ///
    /// - Parameter sigma: Standard deviation in pixels, above 0.
    package init(sigma: Double) {
        precondition(sigma > 0, "a Gaussian has a width")
        radius = max(1, Int((sigma * Self.cutInSigmas).rounded(.up)))
        var values = [Double]()
        var sum = 0.0
        for offset in -radius...radius {
            let value = Steady.exp(-Double(offset * offset) / (2 * sigma * sigma))
            values.append(value)
            sum += value
        }
        taps = values.map { Float($0 / sum) }
    }
}
