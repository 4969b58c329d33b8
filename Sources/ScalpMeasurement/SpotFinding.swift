import PixelMath
import Raster

/// Finds dark spots of the population's size and fits them.
enum SpotFinding {
    /// How many deviations of the matched band a spot must rise above it.
    ///
    /// The deviation is that of the bright side, where no pigment can be: what texture and noise do there they do on the dark side as well.
    static let leastSignificance: Float = 4
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
            let band = MatchedBand(of: absorption, sigma: scale.sigma, significance: leastSignificance)
            deviation = band.deviation
            for spot in band.spots.prefix(mostSpots) { fitting.add(x: spot.x, y: spot.y) }
        } else {
            for model in known { fitting.take(model) }
        }
        fitting.sweep()
        // Crowded dots brighten what lies between them in the band, so that its deviation is told only once
        // they are taken out.
        for _ in 0..<furtherLooks {
            let known = fitting.models.count
            let left = MatchedBand(
                of: fitting.residual, sigma: scale.sigma, significance: leastSignificance,
                deviationAtMost: deviation)
            deviation = left.deviation
            fitting.texture = Double(deviation)
            var nearby = PointBuckets(
                of: fitting.models, width: absorption.width, height: absorption.height,
                typicalSigma: scale.sigma)
            let distance = leastDistanceInSigmas * scale.sigma
            for spot in left.spots.prefix(max(0, mostSpots - known)) {
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
}
