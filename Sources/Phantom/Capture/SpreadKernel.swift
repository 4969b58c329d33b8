import Raster
import SteadyMath

/// Blur that is no Gaussian: a missed focus and motion during the exposure.
struct SpreadKernel: Sendable {
    /// One neighbour and its weight.
    struct Tap: Sendable {
        let dx: Int
        let dy: Int
        let weight: Float
    }

    /// The neighbours; empty where there is no such blur.
    let taps: [Tap]

    /// Makes the kernel of a disc that moves along a line.
    ///
    /// Points are laid evenly over both and each is shared out among its four pixels; the variance that this adds
    /// (up to a quarter of a square pixel) is small beside what it blurs.
    ///
    /// - Parameters:
    ///   - defocusRadius: Radius of the disc in pixels.
    ///   - motion: Length in pixels and direction in radians.
    init(defocusRadius: Double, motion: (length: Double, direction: Double)) {
        if defocusRadius <= 0 && motion.length <= 0 {
            taps = []
            return
        }
        let c = Steady.cos(motion.direction)
        let s = Steady.sin(motion.direction)
        let reach = Int((defocusRadius + motion.length / 2).rounded(.up)) + 1
        let side = 2 * reach + 1
        var weights = [Double](repeating: 0, count: side * side)
        let discSteps = defocusRadius > 0 ? 12 : 0
        let lineSteps = motion.length > 0 ? 12 : 0
        for i in -discSteps...discSteps {
            for j in -discSteps...discSteps where i * i + j * j <= discSteps * discSteps {
                for k in -lineSteps...lineSteps {
                    let along = motion.length * Double(k) / Double(2 * max(1, lineSteps) + 1)
                    let x = defocusRadius * Double(i) / 12.5 + c * along + Double(reach)
                    let y = defocusRadius * Double(j) / 12.5 + s * along + Double(reach)
                    let column = Int(x)
                    let row = Int(y)
                    let a = x - Double(column)
                    let b = y - Double(row)
                    let at = row * side + column
                    weights[at] += (1 - a) * (1 - b)
                    weights[at + 1] += a * (1 - b)
                    weights[at + side] += (1 - a) * b
                    weights[at + side + 1] += a * b
                }
            }
        }
        let sum = weights.reduce(0, +)
        var taps: [Tap] = []
        for row in 0..<side {
            for column in 0..<side where weights[row * side + column] > 0 {
                taps.append(
                    Tap(
                        dx: column - reach, dy: row - reach,
                        weight: Float(weights[row * side + column] / sum)))
            }
        }
        self.taps = taps
    }

    /// Blurs a plane; beyond the edge the outermost pixels go on.
    func applied(to plane: Plane) -> Plane {
        var out = Plane(width: plane.width, height: plane.height)
        for tap in taps {
            for y in 0..<plane.height {
                let from = min(plane.height - 1, max(0, y + tap.dy)) * plane.width
                let to = y * plane.width
                for x in 0..<plane.width {
                    let column = min(plane.width - 1, max(0, x + tap.dx))
                    out.samples[to + x] += tap.weight * plane.samples[from + column]
                }
            }
        }
        return out
    }
}
