import PixelMath
import Raster

/// How much of the darkness of a place lies on a line: nearly all of a hair's, little of a dot's.
///
/// A hair, shaved or long, is longer than a dot and thinner. That holds at every point of it, so a piece of a hair is
/// known by itself, and a dot that a hair crosses is still a dot.
struct LineShare {
    private let share: Plane

    /// Half the long segment's length in the typical dot's standard deviations: longer than a dot is wide.
    static let longInSigmas = 3.0
    /// Half the short segment's length: shorter than a dot is wide, longer than a hair.
    static let shortInSigmas = 1.2
    /// Blur before the opening in typical standard deviations, so that noise does not cut a thin hair.
    static let smoothingInSigmas = 0.4
    /// Blur of what is compared: the light of a spot's core.
    static let coreInSigmas = 0.5
    /// Least darkness that is asked what it lies on.
    static let leastDarkness: Float = 0.01
    /// A spot that owes more of its darkness than this to a line is a piece of a hair.
    static let hairFrom = 0.36

    /// Looks for lines.
    ///
    /// - Parameters:
    ///   - absorption: Share of missing light, working pixels; 0 where there is no skin.
    ///   - sigma: Standard deviation of the typical dot, working pixels.
    /// - Complexity: O(pixels · sigma).
    init(in absorption: Plane, sigma: Double) {
        var dark = absorption.blurred(sigma: Self.smoothingInSigmas * sigma)
        for pixel in 0..<dark.samples.count { dark.samples[pixel] = max(dark.samples[pixel], 0) }
        let opening = LineOpening(
            long: max(3, Int((Self.longInSigmas * sigma).rounded())),
            short: max(1, Int((Self.shortInSigmas * sigma).rounded())))
        var share = opening.lines(in: dark).blurred(sigma: Self.coreInSigmas * sigma)
        dark = dark.blurred(sigma: Self.coreInSigmas * sigma)
        for pixel in 0..<dark.samples.count {
            share.samples[pixel] /= max(dark.samples[pixel], Self.leastDarkness)
        }
        self.share = share
    }

    /// The share at the working pixel nearest to a place, 0…1.
    func at(x: Double, y: Double) -> Double {
        let column = min(max(Int(x.rounded()), 0), share.width - 1)
        let row = min(max(Int(y.rounded()), 0), share.height - 1)
        return Double(share[column, row])
    }
}
