import PixelMath
import Raster

/// The load of a place, whether a dot is seen there or not.
public struct ForcedLoad: Sendable, Equatable {
    /// All that is missing under a wide aperture, px²: whole under any blur.
    public var aperture: Estimate
    /// The load of a dot as wide as the photo's others that fits best, px²: half as noisy, but a dot that is wider or
    /// narrower than the others is told wrongly by a constant factor.
    public var matched: Double

    /// Makes a load.
    public init(aperture: Estimate, matched: Double) {
        self.aperture = aperture
        self.matched = matched
    }
}

extension PhotoSurvey {
    /// The load at given places, whether a dot is seen there or not (forced photometry).
    ///
    /// All places are fitted together with one width, so that a place beside a strong dot is
    /// not given that dot's light.
    ///
    /// - Parameters:
    ///   - places: Places in pixels of this photo.
    ///   - dotSigma: Standard deviation of a dot, blur included, in pixels of the photo; nil for that of the photo's own
    ///     dots, which a photo without any does not know.
    /// - Returns: For each place the load in px² with its standard error; nil where the place lies outside the
    ///   photo or is hidden by glare, hair, a scab or anything that is not skin.
    /// - Complexity: O(pixels + places).
    public func loads(at places: [PixelPoint], dotSigma: Double? = nil) -> [ForcedLoad?] {
        let step = Double(absorption.reduction)
        let sigma = (dotSigma ?? typicalSigma) / step
        var fitting = SpotFitting(absorption: absorption.plane, typicalSigma: sigma)
        var results = [ForcedLoad?](repeating: nil, count: places.count)
        var shown = [Int]()
        let hidden = Set(crusts.flatMap(\.workingPixels))
        for (index, place) in places.enumerated() {
            guard let cell = grid.cell(at: place), skin[cell.column, cell.row] else { continue }
            let (x, y) = ((place.x + 0.5) / step - 0.5, (place.y + 0.5) / step - 0.5)
            let pixel = Int(y.rounded()) * absorption.width + Int(x.rounded())
            guard !hidden.contains(pixel) else { continue }
            fitting.addFixed(x: x, y: y)
            shown.append(index)
        }
        for _ in 0..<3 { fitting.sweepAmplitudes() }
        for (model, index) in shown.enumerated() {
            let (sum, pixels) = fitting.apertures(model, outer: Spot.loadReach * sigma, inner: 0).outer
            let shared = Spot.backgroundShare * noise * pixels
            let error = (pixels * noise * noise + shared * shared).squareRoot()
            let matched = 2 * Double.pi * sigma * sigma * fitting.models[model].amplitude
            results[index] = ForcedLoad(
                aperture: Estimate(value: sum * step * step, standardError: error * step * step),
                matched: matched * step * step)
        }
        return results
    }
}

extension SpotFitting {
    /// Adds a spot of the typical width exactly at a place.
    mutating func addFixed(x: Double, y: Double) {
        let variance = typicalSigma * typicalSigma
        add(SpotModel(x: x, y: y, amplitude: 0, xx: variance, yy: variance, xy: 0))
    }
}
