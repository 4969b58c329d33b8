import PixelMath
import Raster

extension SpotFitting {
    /// A spot longer than this (axis ratio) may be two touching dots.
    static let splitFrom = 1.35
    /// Two spots must leave at most this share of what one leaves over, or it stays one.
    static let splitGain = 0.8
    /// Rounds of refitting the two halves.
    static let splitRounds = 4

    /// Replaces elongated spots by two touching round ones where those fit clearly better.
    ///
    /// A hair keeps its one long spot: two round ones leave its ends and its waist over.
    mutating func splitElongated() {
        for index in models.indices where models[index].ownAxisRatio > Self.splitFrom {
            let whole = models[index]
            let shape = whole.ownShape
            guard whole.amplitude > 0, shape.longSigma > typicalSigma else { continue }
            let radius = Self.reach * shape.longSigma
            let before = squareLeft(x: whole.x, y: whole.y, radius: radius)
            paint(whole, sign: 1)
            let (ux, uy) = shape.longDirection
            let offset = max(shape.longSigma * shape.longSigma - shape.shortSigma * shape.shortSigma, 0.1)
                .squareRoot()
            var halves = [-1.0, 1.0].map { side in
                SpotModel(
                    x: whole.x + side * offset * ux, y: whole.y + side * offset * uy,
                    amplitude: 0.7 * whole.amplitude, xx: shape.shortSigma * shape.shortSigma,
                    yy: shape.shortSigma * shape.shortSigma, xy: 0)
            }
            for half in halves { paint(half, sign: -1) }
            for _ in 0..<Self.splitRounds {
                for side in halves.indices {
                    halves[side] = refitted(halves[side], drawn: false)
                    paint(halves[side], sign: -1)
                }
            }
            let after = squareLeft(x: whole.x, y: whole.y, radius: radius)
            let (dx, dy) = (halves[0].x - halves[1].x, halves[0].y - halves[1].y)
            let areTwo =
                halves.allSatisfy { $0.axisRatio < 1.5 && $0.amplitude > 0.25 * whole.amplitude }
                && dx * dx + dy * dy > typicalSigma * typicalSigma
            let middle = absorptionShare(between: halves)
            if areTwo && middle && after < Self.splitGain * before {
                replace(index, by: halves[0], and: halves[1])
            } else {
                for half in halves { paint(half, sign: 1) }
                paint(whole, sign: -1)
            }
        }
    }
}

extension SpotFitting {
    /// Spots nearer than this many typical standard deviations show no saddle between them.
    static let unresolved = 2.1
    /// Deepest saddle between two resolved dots, over the shallower one's depth: a hair has none.
    static let deepestSaddle = 0.82

    /// Whether the skin shines through between two fitted spots as it does between dots, or they are too near
    /// to tell.
    private func absorptionShare(between pair: [SpotModel]) -> Bool {
        let (one, two) = (pair[0], pair[1])
        let (dx, dy) = (two.x - one.x, two.y - one.y)
        guard (dx * dx + dy * dy).squareRoot() > Self.unresolved * typicalSigma else { return true }
        let column = Int(((one.x + two.x) / 2).rounded())
        let row = Int(((one.y + two.y) / 2).rounded())
        guard column >= 0, row >= 0, column < residual.width, row < residual.height else { return false }
        func light(_ model: SpotModel, _ x: Double, _ y: Double) -> Double {
            let (ex, ey) = (x - model.x, y - model.y)
            let inverse = model.inverse
            let power = ex * ex * inverse.xx + ey * ey * inverse.yy + 2 * ex * ey * inverse.xy
            return model.amplitude * GaussianTable.value(halfSquare: power / 2)
        }
        let (x, y) = (Double(column), Double(row))
        let saddle =
            Double(residual.samples[row * residual.width + column]) + light(one, x, y)
            + light(two, x, y)
        return saddle <= Self.deepestSaddle * min(one.amplitude, two.amplitude)
    }
}

extension SpotModel {
    /// Standard deviation along the longer axis, px.
    var longSigma: Double { (sigma * sigma * axisRatio).squareRoot() }
    /// Standard deviation along the shorter axis, px.
    var shortSigma: Double { (sigma * sigma / axisRatio).squareRoot() }
    /// Unit vector along the longer axis.
    var longDirection: (x: Double, y: Double) {
        let half = (((xx - yy) / 2) * ((xx - yy) / 2) + xy * xy).squareRoot()
        let long = (xx + yy) / 2 + half
        // Of the two rows of C − λ the longer one tells the direction without loss of digits.
        let (ax, ay) = (xy, long - xx)
        let (bx, by) = (long - yy, xy)
        let useFirst = ax * ax + ay * ay > bx * bx + by * by
        let (x, y) = useFirst ? (ax, ay) : (bx, by)
        let length = (x * x + y * y).squareRoot()
        return length > 1e-12 ? (x / length, y / length) : (1, 0)
    }
}
