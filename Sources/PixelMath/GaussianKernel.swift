import SteadyMath

/// The taps of a sampled Gaussian, cut at four standard deviations and normalised to sum 1.
package struct GaussianKernel: Sendable {
    /// The tap of the pixel itself.
    package let middle: Float
    /// The taps of the pixels beside it, the nearest first; each stands for both sides.
    package let sides: [Float]

    /// Pixels from the middle tap to the last one.
    package var radius: Int { sides.count }

    /// Where the Gaussian is cut: what lies beyond is below 7e-5 of the whole.
    static let cutInSigmas = 4.0

    /// Makes the taps of a Gaussian.
    ///
    /// - Parameter sigma: Standard deviation in pixels; 0 or less leaves every pixel as it is.
    package init(sigma: Double) {
        guard sigma > 0 else {
            (middle, sides) = (1, [])
            return
        }
        let radius = max(1, Int((sigma * Self.cutInSigmas).rounded(.up)))
        let values = (1...radius).map { Steady.exp(-Double($0 * $0) / (2 * sigma * sigma)) }
        let sum = values.reduce(1) { $0 + 2 * $1 }
        middle = Float(1 / sum)
        sides = values.map { Float($0 / sum) }
    }
}
