import PixelMath
import Raster

/// Finds dark spots of the population's size and fits them.
enum SpotFinding {
    /// How many deviations of the matched band a spot must rise above it.
    ///
    /// The deviation is that of the bright side, where no pigment can be: what texture and noise do there they do on the dark side as well.
    static let leastSignificance: Float = 4
    /// Least rise of the matched band in absorption: below it eight-bit steps make spots.
    static let leastRise: Float = 0.006
    /// Most spots in a photo; beyond it no photo of skin is counted.
    static let mostSpots = 400_000
    /// A new spot beside a fitted one lies at least this many typical widths from it.
    static let leastDistanceInSigmas = 1.3

    /// How often what the fits leave over is looked through for spots that hid in a stronger one's flank, at most.
    static let furtherLooks = 3
    /// A look that finds fewer new spots than this share of all is the last.
    static let leastNewSpots = 0.03

    /// The spots with their fits, and the deviation of the matched band where the fits are taken out.
    ///
    /// - Parameters:
    ///   - absorption: Share of missing light, working pixels.
    ///   - scale: The population's width.
    ///   - known: Spots that an earlier look has fitted against other bare skin.
    /// - Returns: The fits and the deviation.
    /// - Complexity: O(pixels + spots).
    static func spots(
        in absorption: Plane, scale: DotScale, from known: [SpotModel]
    ) -> (fitting: SpotFitting, bandDeviation: Double) {
        var fitting = SpotFitting(absorption: absorption, typicalSigma: scale.sigma)
        var deviation = Float.infinity
        if known.isEmpty {
            let band = matchedBand(absorption, sigma: scale.sigma)
            deviation = brightSideDeviation(of: band)
            let first = max(leastSignificance * deviation, leastRise)
            for spot in band.localMaxima(above: first, limit: mostSpots) { fitting.add(x: spot.x, y: spot.y) }
        } else {
            fitting.take(known)
        }
        fitting.sweep()
        // Crowded dots brighten what lies between them in the band, so that its deviation is told only once
        // they are taken out.
        for _ in 0..<furtherLooks {
            let known = fitting.models.count
            let left = matchedBand(fitting.residual, sigma: scale.sigma)
            deviation = min(deviation, brightSideDeviation(of: left))
            fitting.texture = Double(deviation)
            let threshold = max(leastSignificance * deviation, leastRise)
            var nearby = PointBuckets(
                of: fitting.models, width: left.width, height: left.height, typicalSigma: scale.sigma)
            let distance = leastDistanceInSigmas * scale.sigma
            for spot in left.localMaxima(above: threshold, limit: mostSpots - fitting.models.count) {
                let point = SIMD2(Double(spot.x), Double(spot.y))
                if nearby.isFree(around: point, within: distance) {
                    fitting.add(x: spot.x, y: spot.y)
                    nearby.add(point)
                }
            }
            fitting.sweep()
            if Double(fitting.models.count - known) < leastNewSpots * Double(known) { break }
        }
        fitting.readOwnShapes()
        fitting.splitElongated()
        fitting.sweep()
        fitting.readOwnShapes()
        return (fitting, Double(deviation))
    }

    /// A difference of Gaussians that answers most strongly to the typical dot.
    static func matchedBand(_ plane: Plane, sigma: Double) -> Plane {
        plane.differenceOfGaussians(fine: max(0.55, 0.62 * sigma), wide: 1.6 * sigma)
    }

    /// Deviation of a normal distribution with the same quartile on the negative side.
    static func brightSideDeviation(of band: Plane) -> Float {
        Float(band.robustDeviation(every: 5) { $1 < 0 })
    }
}
