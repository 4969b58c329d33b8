import PixelMath
import Raster

/// What a difference of Gaussians that answers most strongly to the typical dot finds in a photo.
package struct MatchedBand {
    /// Deviation of a normal distribution with the same quartile on the bright side, where no pigment can be.
    package let deviation: Float
    /// Where the band rises clearly, in reading order.
    package let spots: [LocalMaximum]

    /// Least rise of the band in absorption: below it eight-bit steps make spots.
    static let leastRise: Float = 0.006
    /// Share of the threshold so far from which on maxima are kept until the photo's own is known.
    static let keptFrom: Float = 0.75

    /// Looks for spots.
    ///
    /// - Parameters:
    ///   - absorption: Share of missing light.
    ///   - sigma: Standard deviation of the typical dot in pixels.
    ///   - significance: How many deviations a spot must rise above the band.
    ///   - most: Largest deviation that spots are held against.
    /// - Complexity: O(pixels · sigma).
    package init(
        of absorption: Plane, sigma: Double, significance: Float, deviationAtMost most: Float = .infinity
    ) {
        func threshold(_ sizes: DeviationSample) -> (deviation: Float, rise: Float) {
            let deviation = min(Float(sizes.deviation), most)
            return (deviation, max(significance * deviation, Self.leastRise))
        }
        func look(from share: Float) -> (maxima: [LocalMaximum], sizes: DeviationSample, kept: Float) {
            let height = absorption.height
            var sizes = DeviationSample(width: absorption.width, height: height, step: 5)
            var kept = Self.leastRise
            let maxima = unsafe absorption.maximaOfDifference(
                fine: max(0.55, 0.62 * sigma), wide: 1.6 * sigma
            ) { y, row in
                // Bounded: a row of the plane's width.
                unsafe sizes.add(row: y, row) { $1 < 0 }
                if [height / 16, height / 8, height / 4, height / 2].contains(y) {
                    kept = max(kept, share * threshold(sizes).rise)
                }
                return kept
            }
            return (maxima, sizes, kept)
        }
        let (maxima, sizes, kept) = look(from: Self.keptFrom)
        let (deviation, rise) = threshold(sizes)
        self.deviation = deviation
        // Where the upper parts of the photo are rougher than the rest, too few were kept.
        spots = (kept > rise ? look(from: 0).maxima : maxima).filter { $0.value > rise }
    }
}
