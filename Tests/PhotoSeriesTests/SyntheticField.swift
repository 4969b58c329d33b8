import PhotoSeries
import Raster
import SteadyMath

/// Scalps and photos of them, made of points alone.
enum SyntheticField {
    /// Dots over a square of skin, none nearer to another than a share of their spacing.
    static func scalp(dots: Int, side: Double, seed: UInt64, clearance: Double = 0.45) -> [PixelPoint] {
        var random = SeededRandom(seed: seed)
        let least = clearance * side / Double(dots).squareRoot()
        let cells = max(1, Int(side / max(least, side / 2_000)))
        var taken: [Int: [PixelPoint]] = [:]
        var points: [PixelPoint] = []
        while points.count < dots {
            let point = PixelPoint(x: random.uniform(0...side), y: random.uniform(0...side))
            let column = Int(point.x / side * Double(cells))
            let row = Int(point.y / side * Double(cells))
            var free = true
            for r in (row - 1)...(row + 1) {
                for c in (column - 1)...(column + 1) {
                    for other in taken[r * 100_000 + c] ?? [] {
                        let dx = other.x - point.x
                        let dy = other.y - point.y
                        if dx * dx + dy * dy < least * least { free = false }
                    }
                }
            }
            guard free else { continue }
            taken[row * 100_000 + column, default: []].append(point)
            points.append(point)
        }
        return points
    }

    /// Dots in rows, six around each, 18 px a dot to itself, shaken by a normal share of their distance.
    static func lattice(dots: Int, jitter: Double, degrees: Double, seed: UInt64) -> [PixelPoint] {
        var random = SeededRandom(seed: seed)
        let side = 18 * Double(dots).squareRoot()
        let step = 18 * (2 / 3.0.squareRoot()).squareRoot()
        let reach = 2 * Int(side / step) + 8
        let (c, s) = (Steady.cos(degrees * .pi / 180), Steady.sin(degrees * .pi / 180))
        var points: [PixelPoint] = []
        for row in -reach...reach {
            for column in -reach...reach {
                let x = step * (Double(column) + 0.5 * Double(row) + jitter * random.normal())
                let y = step * (3.0.squareRoot() / 2 * Double(row) + jitter * random.normal())
                let point = PixelPoint(x: c * x - s * y + side / 2, y: s * x + c * y + side / 2)
                if point.x >= 0, point.y >= 0, point.x < side, point.y < side { points.append(point) }
            }
        }
        return points.shuffled(using: &random)
    }

    /// How a photo shows the scalp.
    struct View {
        var map: Homography
        var width: Double
        var height: Double
        var lost = 0.0
        var extra = 0.0
        var jitter = 0.0
    }

    /// The dots that a photo shows, in an order of its own.
    static func photo(of scalp: [PixelPoint], view: View, seed: UInt64) -> [PixelPoint] {
        var random = SeededRandom(seed: seed)
        var points: [PixelPoint] = []
        for point in scalp {
            let keep = random.uniform() >= view.lost
            let dx = random.normal() * view.jitter
            let dy = random.normal() * view.jitter
            let place = view.map.apply(point)
            let shown = PixelPoint(x: place.x + dx, y: place.y + dy)
            if keep, shown.x >= 0, shown.y >= 0, shown.x < view.width, shown.y < view.height {
                points.append(shown)
            }
        }
        for _ in 0..<Int(Double(points.count) * view.extra) {
            points.append(
                PixelPoint(x: random.uniform(0...view.width - 1), y: random.uniform(0...view.height - 1)))
        }
        return points.shuffled(using: &random)
    }

    /// A map about the middle of a picture: turn in degrees, scale, tilt as change of scale over the picture.
    static func map(
        from source: PixelPoint, to target: PixelPoint, degrees: Double, scale: Double, tilt: Double = 0,
        mirrored: Bool = false, size: Double = 1_000
    ) -> Homography {
        let angle = degrees * .pi / 180
        let c = Steady.cos(angle) * scale
        let s = Steady.sin(angle) * scale
        let sign = mirrored ? -1.0 : 1.0
        let shift = Homography(elements: [1, 0, -source.x, 0, 1, -source.y, 0, 0, 1])
        let turn = Homography(elements: [c * sign, -s, 0, s * sign, c, 0, tilt / size, 0.6 * tilt / size, 1])
        let back = Homography(elements: [1, 0, target.x, 0, 1, target.y, 0, 0, 1])
        return back.composed(after: turn.composed(after: shift))
    }

    /// RMS distance in the target's pixels between two maps over a picture.
    static func difference(_ a: Homography, _ b: Homography, width: Double, height: Double) -> Double {
        var square = 0.0
        var count = 0.0
        for i in 0...8 {
            for j in 0...8 {
                let point = PixelPoint(x: width * Double(i) / 8, y: height * Double(j) / 8)
                let p = a.apply(point)
                let q = b.apply(point)
                square += (p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y)
                count += 1
            }
        }
        return (square / count).squareRoot()
    }
}
