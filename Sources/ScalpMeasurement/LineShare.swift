import PixelMath
import Raster

/// How much of the darkness of a place lies on a line: nearly all of a hair's, little of a dot's.
///
/// A hair, shaved or long, is longer than a dot and thinner. That holds at every point of it, so a piece of a hair is
/// known by itself, and a dot that a hair crosses is still a dot.
struct LineShare {
    private let width: Int
    private let height: Int
    /// The share at each working pixel in steps of 1/255.
    private let bytes: [UInt8]

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
    /// Rows that are looked at together: all that lies between stays in a second-level cache.
    private static let rowsAtOnce = 96

    /// A spot that owes more of its darkness than this to a line is a piece of a hair.
    static let hairFrom = 0.36

    /// Looks for lines.
    ///
    /// - Parameters:
    ///   - absorption: Share of missing light, working pixels; 0 where there is no skin.
    ///   - sigma: Standard deviation of the typical dot, working pixels.
    ///   - crew: Who works on it.
    /// - Complexity: O(pixels · sigma).
    init(in absorption: Plane, sigma: Double, crew: SideBySide) {
        (width, height) = (absorption.width, absorption.height)
        let opening = LineOpening(
            long: max(3, Int((Self.longInSigmas * sigma).rounded())),
            short: max(1, Int((Self.shortInSigmas * sigma).rounded())))
        let smoothing = Self.smoothingInSigmas * sigma
        let core = Self.coreInSigmas * sigma
        let coreReach = GaussianKernel(sigma: core).radius
        let reach = 2 * opening.long + GaussianKernel(sigma: smoothing).radius
        let height = height
        let strips = crew.map((height + Self.rowsAtOnce - 1) / Self.rowsAtOnce) { strip in
            let top = strip * Self.rowsAtOnce
            let rows = top..<min(top + Self.rowsAtOnce, height)
            // What the last blur needs around the rows, and what the segments and the first blur need around that.
            let near = max(0, top - coreReach)..<min(height, rows.upperBound + coreReach)
            let seen = max(0, near.lowerBound - reach)..<min(height, near.upperBound + reach)
            var dark = absorption.rows(seen)
            dark.blur(sigma: smoothing)
            let looked = near.lowerBound - seen.lowerBound..<near.upperBound - seen.lowerBound
            var lines = opening.lines(in: dark, rows: looked)
            lines.blur(sigma: core)
            var darkness = dark.rows(looked)
            darkness.hold(in: 0...LineOpening.greatestHeight)
            darkness.blur(sigma: core)
            return lines.shares(
                of: darkness, least: Self.leastDarkness,
                rows: top - near.lowerBound..<rows.upperBound - near.lowerBound)
        }
        var bytes = [UInt8]()
        bytes.reserveCapacity(width * height)
        for strip in strips { bytes += strip }
        self.bytes = bytes
    }

    /// The share at the working pixel nearest to a place, 0…1.
    func at(x: Double, y: Double) -> Double {
        let column = min(max(Int(x.rounded()), 0), width - 1)
        let row = min(max(Int(y.rounded()), 0), height - 1)
        return Double(bytes[row * width + column]) / 255
    }
}
