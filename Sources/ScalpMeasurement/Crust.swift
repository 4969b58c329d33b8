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
    /// They are looked for at the size of the bare skin, where no single dot matters, and told in working pixels.
    ///
    /// - Parameters:
    ///   - absorption: Share of missing light, working pixels.
    ///   - workingSigma: Standard deviation of the typical dot, working pixels.
    ///   - image: The working image.
    ///   - coarse: The image at the size at which they are looked for.
    ///   - isSkin: Whether each pixel of `coarse` is skin.
    /// - Returns: Crusts, by their first pixel.
    /// - Complexity: O(pixels).
    static func crusts(
        in absorption: Absorption, typicalSigma workingSigma: Double, image: WorkingImage,
        coarse: WorkingImage, isSkin: [Bool]
    ) -> [Crust] {
        let step = coarse.reduction / image.reduction
        let typicalSigma = workingSigma / Double(step)
        var dark = absorption.luminance.reduced(by: step)
        dark.blur(sigma: typicalSigma)
        let leastArea = leastAreaInDots * .pi * 4 * typicalSigma * typicalSigma
        let places = darkPlaces(in: dark, leastArea: leastArea)
        guard !places.isEmpty else { return [] }
        var red = absorption.missingRed(at: coarse, isSkin: isSkin, step: step)
        red.blur(sigma: typicalSigma)
        var mask = Mask(width: dark.width, height: dark.height)
        var members = [Int]()
        for place in places {
            let reddish = place.filter { red.samples[$0] < greatestRedShare * dark.samples[$0] }
            guard Double(reddish.count) >= leastArea else { continue }
            members += reddish
            for pixel in reddish { mask.members[pixel] = true }
        }
        guard !members.isEmpty else { return [] }
        let (labels, sizes) = CellMorphology.patches(mask)
        var bodies = sizes.map { _ in CrustBody() }
        for pixel in members {
            let body = Int(labels[pixel])
            bodies[body].summit = max(bodies[body].summit, dark.samples[pixel])
        }
        for pixel in members {
            let body = Int(labels[pixel])
            guard dark.samples[pixel] >= rimShare * bodies[body].summit else { continue }
            bodies[body].add(
                x: pixel % dark.width, y: pixel / dark.width,
                excess: dark.samples[pixel] - red.samples[pixel])
        }
        let most = greatestShare * Double(mask.members.count)
        let isCrust = bodies.map { body in
            Double(body.count) >= leastArea && Double(body.count) <= most && body.summit >= leastSummit
                && body.excess >= leastExcess && body.fullness >= leastFullness
        }
        var pixels = [Int: [Int]]()
        for pixel in members {
            let body = Int(labels[pixel])
            if isCrust[body], dark.samples[pixel] >= rimShare * bodies[body].summit {
                pixels[body, default: []].append(pixel)
            }
        }
        return bodies.indices.compactMap { index in
            guard isCrust[index], let body = pixels[index] else { return nil }
            let (x, y) = bodies[index].centre
            let (times, half) = (Double(step), Double(step - 1) / 2)
            let pixels = body.flatMap { pixel -> [Int] in
                let (left, top) = (pixel % dark.width * step, pixel / dark.width * step)
                return (0..<step * step).map { (top + $0 / step) * image.width + left + $0 % step }
            }
            return Crust(
                centre: image.photoPoint(x: x * times + half, y: y * times + half),
                areaInSquarePixels: Double(pixels.count * image.reduction * image.reduction),
                workingPixels: pixels.sorted())
        }
    }

    /// The places that are as dark and as large as a crust, whatever their colour.
    ///
    /// - Parameters:
    ///   - dark: Share of missing light, smoothed.
    ///   - leastArea: Least area of a crust, pixels.
    /// - Returns: The pixels of each.
    /// - Complexity: O(pixels).
    private static func darkPlaces(in dark: Plane, leastArea: Double) -> [[Int]] {
        var isSeen = Mask(width: dark.width, height: dark.height)
        var places = [[Int]]()
        for start in dark.samples.indices where dark.samples[start] >= leastSummit {
            var place = [Int]()
            func visit(_ pixel: Int) {
                guard !isSeen.members[pixel], dark.samples[pixel] > leastAbsorption else { return }
                isSeen.members[pixel] = true
                place.append(pixel)
            }
            visit(start)
            var next = 0
            while next < place.count {
                let pixel = place[next]
                let (x, y) = (pixel % dark.width, pixel / dark.width)
                if x > 0 { visit(pixel - 1) }
                if x + 1 < dark.width { visit(pixel + 1) }
                if y > 0 { visit(pixel - dark.width) }
                if y + 1 < dark.height { visit(pixel + dark.width) }
                next += 1
            }
            // No crust's rim is paler than that of the palest summit.
            let core = place.count { dark.samples[$0] >= rimShare * leastSummit }
            if Double(core) >= leastArea { places.append(place) }
        }
        return places
    }

    /// Greatest area over the photo's: larger dark places are no crusts.
    static let greatestShare = 0.05
    /// The working pixels of crusts.
    static func mask(of crusts: [Crust], image: WorkingImage) -> Mask {
        var mask = Mask(width: image.width, height: image.height)
        for crust in crusts {
            for pixel in crust.workingPixels { mask.members[pixel] = true }
        }
        return mask
    }
}

/// What is gathered of a patch that may be a crust.
private struct CrustBody {
    /// Greatest absorption.
    var summit: Float = 0
    /// Pixels within the rim.
    var count = 0
    /// Greatest absorption of grey less that of red light.
    var excess: Float = 0
    private var sum = SIMD2<Int>.zero
    private var low = SIMD2<Int>(repeating: .max)
    private var high = SIMD2<Int>(repeating: .min)

    mutating func add(x: Int, y: Int, excess: Float) {
        let place = SIMD2(x, y)
        count += 1
        sum &+= place
        low = pointwiseMin(low, place)
        high = pointwiseMax(high, place)
        self.excess = max(self.excess, excess)
    }

    /// Its middle.
    var centre: (x: Double, y: Double) {
        (Double(sum.x) / Double(max(count, 1)), Double(sum.y) / Double(max(count, 1)))
    }

    /// Area over the square of the longest extent.
    var fullness: Double {
        guard count > 0 else { return 0 }
        let longest = Double((high &- low).max() + 1)
        return Double(count) / longest / longest
    }
}
