import PhotoDecoding
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
    var seed: UInt64 = 1
    /// Hairs that lie on the skin, straight, 0.4–1.2 mm long and 0.07 mm thick, all over the photo.
    var hairs = 0
    /// Crusts: middle and radius in pixels.
    var crusts: [(x: Double, y: Double, radius: Double)] = []

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
                found.append(
                    PixelPoint(
                        x: x + random.uniform(-jitter...jitter), y: y + random.uniform(-jitter...jitter)))
                x += spacing
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
        for hair in paintedHairs {
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
        func plane(_ base: Double, treated: Double, gain: Double, crust: Double) -> Plane {
            var result = Plane(width: width, height: height)
            for y in 0..<height {
                for x in 0..<width {
                    var value = base * (Double(x) >= treatedFrom ? treated : 1) * gain
                    for place in crusts {
                        let (dx, dy) = (Double(x) - place.x, Double(y) - place.y)
                        if dx * dx + dy * dy < place.radius * place.radius { value *= crust }
                    }
                    result[x, y] = Float(value * (1 + noise * random.normal())) * shares[x, y]
                }
            }
            return result
        }
        // EI rises when green falls.
        let green = Steady.pow(10, -redness / 100)
        return Photo(
            image: RGBImage(
                red: plane(skin.red, treated: 1, gain: gains.red, crust: 0.55),
                green: plane(skin.green, treated: green, gain: gains.green, crust: 0.3),
                blue: plane(skin.blue, treated: green, gain: gains.blue, crust: 0.3)))
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
