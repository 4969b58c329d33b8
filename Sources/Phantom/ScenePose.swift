import Raster
import SteadyMath

/// Where a camera sees the skin: a plane projective map from millimetres to pixels.
public struct ScenePose: Sendable, Equatable {
    /// Nine numbers, row by row, the last one 1: `(x, y, 1)` in mm to pixels, up to their third.
    public let elements: [Double]
    private let inverse: [Double]

    /// Makes a pose.
    ///
    /// - Parameters:
    ///   - pixelsPerMillimetre: Scale at the scene's origin, above 0.
    ///   - rotation: Turn in radians.
    ///   - middle: Where the scene's origin appears.
    ///   - slant: Growth of the distance per mm to the right and down: 0.0005 makes 2 % over 40 mm.
    public init(
        pixelsPerMillimetre: Double, rotation: Double, middle: PixelPoint,
        slant: (x: Double, y: Double) = (0, 0)
    ) {
        let c = pixelsPerMillimetre * Steady.cos(rotation)
        let s = pixelsPerMillimetre * Steady.sin(rotation)
        elements = [
            c + middle.x * slant.x, -s + middle.x * slant.y, middle.x,
            s + middle.y * slant.x, c + middle.y * slant.y, middle.y,
            slant.x, slant.y, 1,
        ]
        inverse = Self.adjugate(of: elements)
    }

    /// Where a place on the skin appears.
    public func pixel(of point: ScenePoint) -> PixelPoint {
        let m = elements
        let w = m[6] * point.x + m[7] * point.y + m[8]
        return PixelPoint(
            x: (m[0] * point.x + m[1] * point.y + m[2]) / w, y: (m[3] * point.x + m[4] * point.y + m[5]) / w)
    }

    /// Which place on the skin appears at a pixel.
    public func scene(at x: Double, _ y: Double) -> ScenePoint {
        let m = inverse
        let w = m[6] * x + m[7] * y + m[8]
        return ScenePoint(x: (m[0] * x + m[1] * y + m[2]) / w, y: (m[3] * x + m[4] * y + m[5]) / w)
    }

    /// Pixels per millimetre around a place: the root of the area's growth there.
    public func scale(at point: ScenePoint) -> Double {
        let m = elements
        let w = m[6] * point.x + m[7] * point.y + m[8]
        let determinant =
            m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6])
            + m[2] * (m[3] * m[7] - m[4] * m[6])
        return (abs(determinant) / (w * w * w)).squareRoot()
    }

    private static func adjugate(of m: [Double]) -> [Double] {
        [
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3],
        ]
    }
}
