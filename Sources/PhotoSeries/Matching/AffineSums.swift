import Raster

/// Sums that fix the affine map of a few pairs with the least squares, without any list.
struct AffineSums {
    private var count = 0.0
    private var x = 0.0
    private var y = 0.0
    private var xx = 0.0
    private var xy = 0.0
    private var yy = 0.0
    private var u = 0.0
    private var v = 0.0
    private var ux = 0.0
    private var uy = 0.0
    private var vx = 0.0
    private var vy = 0.0
    private let origin: PixelPoint

    /// Starts the sums; places near `origin` keep their digits.
    init(origin: PixelPoint) {
        self.origin = origin
    }

    @inline(__always)
    mutating func add(_ source: PixelPoint, _ target: PixelPoint) {
        let px = source.x - origin.x
        let py = source.y - origin.y
        count += 1
        x += px
        y += py
        xx += px * px
        xy += px * py
        yy += py * py
        u += target.x
        v += target.y
        ux += target.x * px
        uy += target.x * py
        vx += target.y * px
        vy += target.y * py
    }

    /// The map, or nil where fewer than four pairs or pairs in a line were added.
    var map: Homography? {
        guard count >= 4 else { return nil }
        let mx = x / count
        let my = y / count
        let sxx = xx - x * mx
        let sxy = xy - x * my
        let syy = yy - y * my
        let determinant = sxx * syy - sxy * sxy
        guard determinant > 1e-3 * sxx * syy, determinant > 0 else { return nil }
        let ax = ux - u * mx
        let ay = uy - u * my
        let bx = vx - v * mx
        let by = vy - v * my
        let a = (ax * syy - ay * sxy) / determinant
        let b = (ay * sxx - ax * sxy) / determinant
        let c = (bx * syy - by * sxy) / determinant
        let d = (by * sxx - bx * sxy) / determinant
        let left = mx + origin.x
        let top = my + origin.y
        return Homography(elements: [
            a, b, u / count - a * left - b * top, c, d, v / count - c * left - d * top, 0, 0, 1,
        ])
    }
}
