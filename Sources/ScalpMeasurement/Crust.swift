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

/// Finds crusts in what the dots leave over.
enum CrustFinding {
    /// Least absorption of a crust after smoothing by the typical dot's width.
    static let leastAbsorption: Float = 0.10
    /// Least summit of a crust: freckles are paler.
    static let leastSummit: Float = 0.22
    /// Least area over that of a typical dot (a disc of two standard deviations).
    static let leastAreaInDots = 1.6
    /// Red absorption over grey, below which red light is taken as little as a red-brown crust takes it; ink and
    /// hair lie above.
    static let greatestRedShare = 0.86
    /// Area over the square of the longest extent: hairs lie below.
    static let leastFullness = 0.22
    /// The rim of a crust lies where its absorption falls to this share of its summit.
    static let rimShare: Float = 0.45

    /// The crusts of a photo.
    static func crusts(
        in residual: Plane, absorption: Absorption, typicalSigma: Double, image: WorkingImage
    ) -> [Crust] {
        let smooth = residual.blurred(sigma: typicalSigma)
        let leastArea = leastAreaInDots * .pi * 4 * typicalSigma * typicalSigma
        var mask = Mask(width: smooth.width, height: smooth.height)
        for pixel in 0..<mask.members.count {
            mask.members[pixel] = smooth.samples[pixel] > leastAbsorption
        }
        let (labels, sizes) = CellMorphology.patches(mask)
        var pixels = [[Int]](repeating: [], count: sizes.count)
        for (pixel, label) in labels.enumerated() where label >= 0 && Double(sizes[Int(label)]) >= leastArea {
            pixels[Int(label)].append(pixel)
        }
        var found = [Crust]()
        for patch in pixels where !patch.isEmpty {
            let summit = patch.map { smooth.samples[$0] }.max() ?? 0
            guard summit >= leastSummit else { continue }
            let body = patch.filter { smooth.samples[$0] >= rimShare * summit }
            guard Double(body.count) >= leastArea else { continue }
            var (red, grey, sumX, sumY) = (0.0, 0.0, 0.0, 0.0)
            var (left, right, top, bottom) = (Int.max, Int.min, Int.max, Int.min)
            for pixel in body {
                let (x, y) = (pixel % smooth.width, pixel / smooth.width)
                red += Double(absorption.red(x: x, y: y))
                grey += Double(absorption.luminance.samples[pixel])
                (left, right) = (min(left, x), max(right, x))
                (top, bottom) = (min(top, y), max(bottom, y))
                sumX += Double(x)
                sumY += Double(y)
            }
            let longest = Double(max(right - left, bottom - top) + 1)
            guard grey > 0, red / grey <= greatestRedShare,
                Double(body.count) >= leastFullness * longest * longest
            else { continue }
            let count = Double(body.count)
            found.append(
                Crust(
                    centre: image.photoPoint(x: sumX / count, y: sumY / count),
                    areaInSquarePixels: count * Double(image.reduction * image.reduction),
                    workingPixels: body))
        }
        return found
    }
}
