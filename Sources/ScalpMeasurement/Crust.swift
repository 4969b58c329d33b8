import PixelMath
import Raster

/// A scab: an irregular, dark red-brown crust, larger than a dot.
struct Crust: Sendable, Equatable {
    /// Its middle in pixels of the photo.
    let centre: PixelPoint
    /// Its area in px² of the photo.
    let areaInSquarePixels: Double
    /// Indices of its working pixels.
    let workingPixels: [Int]
}

/// Finds crusts by their colour: dark, larger than a dot, and less dark in red light than ink or hair.
enum CrustFinding {
    /// Least absorption of a crust after smoothing by the typical dot's width.
    static let leastAbsorption: Float = 0.10
    /// Least summit of a crust: freckles are paler.
    static let leastSummit: Float = 0.35
    /// Least that a crust takes less of red than of grey light somewhere.
    static let leastExcess: Float = 0.06
    /// Least area over that of a typical dot (a disc of two standard deviations).
    static let leastAreaInDots = 1.6
    /// Red absorption over grey, below which red light is taken as little as a red-brown crust takes it; ink and
    /// hair lie above.
    static let greatestRedShare: Float = 0.92
    /// Area over the square of the longest extent: hairs lie below.
    static let leastFullness = 0.22
    /// The rim of a crust lies where its absorption falls to this share of its summit.
    static let rimShare: Float = 0.45

    /// The crusts of a photo.
    ///
    /// - Parameters:
    ///   - absorption: Share of missing light.
    ///   - typicalSigma: Standard deviation of the typical dot, working pixels.
    ///   - image: The working image.
    /// - Returns: Crusts, by their first pixel.
    /// - Complexity: O(pixels).
    static func crusts(in absorption: Absorption, typicalSigma: Double, image: WorkingImage) -> [Crust] {
        let dark = absorption.luminance.blurred(sigma: typicalSigma)
        let red = absorption.redPlane().blurred(sigma: typicalSigma)
        let leastArea = leastAreaInDots * .pi * 4 * typicalSigma * typicalSigma
        var mask = Mask(width: dark.width, height: dark.height)
        for pixel in 0..<mask.members.count {
            mask.members[pixel] =
                dark.samples[pixel] > leastAbsorption
                && red.samples[pixel] < greatestRedShare * dark.samples[pixel]
        }
        let (labels, sizes) = CellMorphology.patches(mask)
        var pixels = [[Int]](repeating: [], count: sizes.count)
        for (pixel, label) in labels.enumerated() where label >= 0 && Double(sizes[Int(label)]) >= leastArea {
            pixels[Int(label)].append(pixel)
        }
        var found = [Crust]()
        for patch in pixels where !patch.isEmpty {
            let summit = patch.map { dark.samples[$0] }.max() ?? 0
            guard summit >= leastSummit else { continue }
            let body = patch.filter { dark.samples[$0] >= rimShare * summit }
            guard Double(body.count) >= leastArea else { continue }
            var (sumX, sumY) = (0.0, 0.0)
            var (left, right, top, bottom) = (Int.max, Int.min, Int.max, Int.min)
            for pixel in body {
                let (x, y) = (pixel % dark.width, pixel / dark.width)
                (left, right) = (min(left, x), max(right, x))
                (top, bottom) = (min(top, y), max(bottom, y))
                sumX += Double(x)
                sumY += Double(y)
            }
            let longest = Double(max(right - left, bottom - top) + 1)
            let excess = body.map { dark.samples[$0] - red.samples[$0] }.max() ?? 0
            guard excess >= leastExcess, Double(body.count) >= leastFullness * longest * longest else {
                continue
            }
            let count = Double(body.count)
            found.append(
                Crust(
                    centre: image.photoPoint(x: sumX / count, y: sumY / count),
                    areaInSquarePixels: count * Double(image.reduction * image.reduction),
                    workingPixels: body))
        }
        return found
    }

    /// How far beyond its rim a crust's blur reaches, in typical standard deviations.
    static let reachInSigmas = 1.0

    /// The working pixels of crusts and what their blur reaches.
    static func reach(of crusts: [Crust], typicalSigma: Double, image: WorkingImage) -> Mask {
        var mask = Mask(width: image.width, height: image.height)
        for crust in crusts {
            for pixel in crust.workingPixels { mask.members[pixel] = true }
        }
        guard !crusts.isEmpty else { return mask }
        return CellMorphology.grown(mask, by: max(1, Int((reachInSigmas * typicalSigma).rounded())))
    }
}
