import PhotoDecoding
import PixelMath
import Raster
import SteadyMath

/// A plain picture of skin with dots painted on it, of which everything is known.
///
/// It shares nothing with the phantom: flat skin, Gaussian dots, white noise.
struct PaintedScalp {
    var width = 600
    var height = 450
    var pixelsPerMillimetre = 20.0
    /// Linear sRGB of untreated skin.
    var skin = (red: 0.55, green: 0.33, blue: 0.24)
    /// Redness of the treated skin over the rest, EI.
    var redness = 0.0
    /// Share of light that a dot's middle takes.
    var depth = 0.5
    /// Width of a dot's Gaussian, pixels.
    var sigma = 2.0
    /// Dots stand on a jittered grid of this many pixels.
    var spacing = 18.0
    /// Noise of a pixel's linear light, as a share of it.
    var noise = 0.02
    /// Factors on the three channels: exposure and white balance.
    var gains = (red: 1.0, green: 1.0, blue: 1.0)
    /// Dots stand where x is at least this.
    var treatedFrom = 200.0
    /// From this column on every second dot is left out.
    var thinFrom: Double?
    var seed: UInt64 = 1
    /// Hairs that lie on the skin, straight, 0.4–1.2 mm long and 0.07 mm thick, all over the photo.
    var hairs = 0
    /// Hairs seen end-on or cut short, all over the photo: round, as thick and as dark as the others.
    var hairPoints = 0
    /// Crusts: middle and radius in pixels.
    var crusts: [(x: Double, y: Double, radius: Double)] = []

    /// A round place that shines in sparkles: middle and radius in pixels.
    var shine: (x: Double, y: Double, radius: Double)?

    /// Blotches of blood all over the skin, EI (standard deviation), on patches of half a millimetre and a few.
    var blotches = 0.0
    /// Share of the green light that the red channel sees instead of red.
    var redSeesGreen = 0.0
    /// How much redder the light is at the photo's right edge than at its left, EI.
    var lightTint = 0.0
    /// From this column on there is a wall, and before it the head turns away over ``rim`` pixels.
    var wallFrom: Double?
    /// Linear sRGB of the wall.
    var wall = (red: 0.55, green: 0.33, blue: 0.24)
    /// Width of the rim before the wall, pixels.
    var rim = 80.0

    /// How the logs (to base 10, hundredfold) of red, green and blue change with one EI of blood.
    static let blood = (red: -0.45, green: -1.45, blue: -1.4)

    /// Load of one dot, px².
    var loadOfDot: Double { 2 * .pi * sigma * sigma * depth }

    /// Middles of the dots.
    var dots: [PixelPoint] {
        guard depth > 0 else { return [] }
        var random = SeededRandom(seed: seed)
        var found = [PixelPoint]()
        var y = spacing / 2
        while y < Double(height) {
            var x = treatedFrom + spacing / 2
            while x < Double(width) {
                let jitter = spacing / 4
                let isLeftOut = x >= thinFrom ?? .infinity && (Int(x / spacing) + Int(y / spacing)) % 2 == 1
                defer { x += spacing }
                if isLeftOut { continue }
                found.append(
                    PixelPoint(
                        x: x + random.uniform(-jitter...jitter), y: y + random.uniform(-jitter...jitter)))
            }
            y += spacing
        }
        return found
    }

    /// The picture.
    var photo: Photo {
        var shares = Plane(width: width, height: height, repeating: 1)
        for dot in dots {
            for y in max(0, Int(dot.y - 5 * sigma))...min(height - 1, Int(dot.y + 5 * sigma) + 1) {
                for x in max(0, Int(dot.x - 5 * sigma))...min(width - 1, Int(dot.x + 5 * sigma) + 1) {
                    let (dx, dy) = (Double(x) - dot.x, Double(y) - dot.y)
                    let taken = depth * Steady.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma))
                    shares[x, y] *= Float(1 - taken)
                }
            }
        }
        for hair in paintedHairs + paintedPoints {
            let reach = hair.length / 2 + 4
            for y in max(0, Int(hair.y - reach))...min(height - 1, Int(hair.y + reach)) {
                for x in max(0, Int(hair.x - reach))...min(width - 1, Int(hair.x + reach)) {
                    let (dx, dy) = (Double(x) - hair.x, Double(y) - hair.y)
                    let along = abs(dx * hair.direction.x + dy * hair.direction.y)
                    let beside = dx * hair.direction.y - dy * hair.direction.x
                    guard along < hair.length / 2 else { continue }
                    shares[x, y] *= Float(1 - 0.45 * Steady.exp(-beside * beside / (2 * 1.1 * 1.1)))
                }
            }
        }
        var random = SeededRandom(seed: seed &+ 77)
        let blood = paintedBlood
        let sparkle = paintedShine
        func plane(
            _ base: Double, blood change: Double, wall: Double, gain: Double, crust: Double, tint: Double
        ) -> Plane {
            var result = Plane(width: width, height: height)
            for y in 0..<height {
                for x in 0..<width {
                    var value = base * Steady.pow(10, change * Double(blood[x, y]) / 100)
                    for place in crusts {
                        let (dx, dy) = (Double(x) - place.x, Double(y) - place.y)
                        if dx * dx + dy * dy < place.radius * place.radius { value *= crust }
                    }
                    var share = shares[x, y]
                    if let wallFrom {
                        let t = min(max((Double(x) - wallFrom + rim) / rim, 0), 1)
                        value *= max((1 - t * t).squareRoot(), 0.15)
                        if Double(x) >= wallFrom { (value, share) = (wall, 1) }
                    }
                    value += Double(sparkle?[x, y] ?? 0)
                    let light = gain * Steady.pow(10, tint * Double(x) / Double(width) / 100)
                    result[x, y] = Float(value * light * (1 + noise * random.normal())) * share
                }
            }
            return result
        }
        var red = plane(
            skin.red, blood: Self.blood.red, wall: wall.red, gain: gains.red, crust: 0.55, tint: lightTint)
        let green = plane(
            skin.green, blood: Self.blood.green, wall: wall.green, gain: gains.green, crust: 0.3, tint: 0)
        for pixel in 0..<red.samples.count where redSeesGreen > 0 {
            red.samples[pixel] += Float(redSeesGreen) * (green.samples[pixel] - red.samples[pixel])
        }
        let blue = plane(
            skin.blue, blood: Self.blood.blue, wall: wall.blue, gain: gains.blue, crust: 0.3, tint: 0)
        return Photo(image: RGBImage(red: red, green: green, blue: blue))
    }

    /// Blood in the skin over that of calm skin, EI.
    private var paintedBlood: Plane {
        var result = Plane(width: width, height: height)
        if blotches > 0 {
            var random = SeededRandom(seed: seed &+ 31)
            for pixel in 0..<result.samples.count { result.samples[pixel] = Float(random.normal()) }
            result = result.blurred(sigma: 10)
            let spread = Float(Self.deviation(result.samples))
            for pixel in 0..<result.samples.count { result.samples[pixel] *= Float(blotches) / spread }
        }
        for y in 0..<height {
            for x in 0..<width where Double(x) >= treatedFrom { result[x, y] += Float(redness) }
        }
        return result
    }

    /// Light of the lamp that the surface throws back, linear.
    private var paintedShine: Plane? {
        guard let shine else { return nil }
        var random = SeededRandom(seed: seed &+ 41)
        var result = Plane(width: width, height: height)
        for pixel in 0..<result.samples.count { result.samples[pixel] = Float(random.normal()) }
        result = result.blurred(sigma: 2)
        let spread = Float(Self.deviation(result.samples))
        for y in 0..<height {
            for x in 0..<width {
                let (dx, dy) = (Double(x) - shine.x, Double(y) - shine.y)
                let away = (dx * dx + dy * dy) / (shine.radius * shine.radius)
                result[x, y] = Float(0.3 * max(0, 1 - away)) * max(0, 0.6 + result[x, y] / spread)
            }
        }
        return result
    }

    private static func deviation(_ values: [Float]) -> Double {
        let square = values.reduce(0) { $0 + Double($1) * Double($1) }
        return (square / Double(values.count)).squareRoot()
    }

    private var paintedPoints: [(x: Double, y: Double, length: Double, direction: (x: Double, y: Double))] {
        var random = SeededRandom(seed: seed &+ 6)
        return (0..<hairPoints).map { _ in
            let angle = random.uniform(0...6.28)
            return (
                random.uniform(0...Double(width - 1)), random.uniform(0...Double(height - 1)),
                pixelsPerMillimetre * random.uniform(0.1...0.17), (Steady.cos(angle), Steady.sin(angle))
            )
        }
    }

    private var paintedHairs: [(x: Double, y: Double, length: Double, direction: (x: Double, y: Double))] {
        var random = SeededRandom(seed: seed &+ 5)
        return (0..<hairs).map { _ in
            let angle = random.uniform(0...1.2)
            return (
                random.uniform(0...Double(width - 1)), random.uniform(0...Double(height - 1)),
                pixelsPerMillimetre * random.uniform(0.4...1.2), (Steady.cos(angle), Steady.sin(angle))
            )
        }
    }
}
