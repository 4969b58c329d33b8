import PixelMath
import Raster

/// Estimates a photo's blur from the shape of its dots.
///
/// A sharp disc has a flat top and steep flanks, a blurred one looks like a Gaussian. Many dots, brought to one
/// width and one depth, show the mean profile well enough to tell how much of their width is blur.
enum PointSpread {
    /// Fewer isolated dots than this show no profile.
    static let leastDots = 25
    /// Dots that are looked at.
    static let mostDots = 2_000
    /// Radius (in fitted standard deviations) at which the flank is read.
    static let flank = 1.6
    /// Depth there over depth at the middle for a sharp disc.
    static let sharpFlank = 0.47
    /// The same for a Gaussian: all of the width is blur.
    static let blurredFlank = 0.278

    /// Standard deviation of the point spread in working pixels, or nil where too few dots show it.
    ///
    /// - Parameters:
    ///   - fitting: All spots of the photo.
    ///   - chosen: Indices of sure dots.
    ///   - typicalSigma: Their median standard deviation.
    ///   - offset: Share of missing light that is the bare skin's.
    /// - Returns: In working pixels.
    static func sigma(
        of fitting: SpotFitting, chosen: [Int], typicalSigma: Double, offset: BilinearGrid
    ) -> Double? {
        guard chosen.count >= leastDots else { return nil }
        var (flankSum, middleSum, count) = (0.0, 0.0, 0)
        // More would not move the mean.
        for index in chosen where count < mostDots {
            let model = fitting.models[index]
            guard abs(model.sigma / typicalSigma - 1) < 0.25, model.axisRatio < 1.25 else { continue }
            let (outer, inner) = fitting.apertures(
                index, outer: flank * model.sigma + 0.5, inner: flank * model.sigma - 0.5)
            let core = fitting.apertures(index, outer: max(0.7, 0.35 * model.sigma), inner: 0).outer
            let skin = Double(offset.value(x: max(Int(model.x), 0), y: max(Int(model.y), 0)))
            flankSum += (outer.sum - inner.sum) / max(outer.pixels - inner.pixels, 1e-6) - skin
            middleSum += (core.pixels > 0 ? core.sum / core.pixels : model.amplitude) - skin
            count += 1
        }
        guard count >= leastDots, middleSum > 0 else { return nil }
        let share = min(max((sharpFlank - flankSum / middleSum) / (sharpFlank - blurredFlank), 0), 1)
        // Widths add in squares.
        return (share).squareRoot() * typicalSigma
    }
}
