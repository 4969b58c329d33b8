import Raster
import SteadyMath

/// Where a camera sees the skin: a plane projective map from millimetres to pixels, or that of a round head.
public struct ScenePose: Sendable, Equatable {
    /// Nine numbers, row by row, the last one 1: `(x, y, 1)` in mm to pixels, up to their third.
    ///
    /// Of a round head they are those of the plane that touches it in the scene's origin.
    public let elements: [Double]
    /// The head, or nil for flat skin.
    public let head: RoundHead?
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
        head = nil
        picture = []
        let c = pixelsPerMillimetre * Steady.cos(rotation)
        let s = pixelsPerMillimetre * Steady.sin(rotation)
        elements = [
            c + middle.x * slant.x, -s + middle.x * slant.y, middle.x,
            s + middle.y * slant.x, c + middle.y * slant.y, middle.y,
            slant.x, slant.y, 1,
        ]
        inverse = Self.adjugate(of: elements)
    }

    /// Makes a pose over a round head, whose skin is laid out flat around the scene's origin.
    ///
    /// - Parameters:
    ///   - pixelsPerMillimetre: Scale at the scene's origin, above 0.
    ///   - rotation: Turn in radians.
    ///   - middle: Where the scene's origin appears.
    ///   - head: The head and how it is tilted.
    public init(pixelsPerMillimetre: Double, rotation: Double, middle: PixelPoint, head: RoundHead) {
        let c = pixelsPerMillimetre * Steady.cos(rotation)
        let s = pixelsPerMillimetre * Steady.sin(rotation)
        let (u, v) = (head.turned(1, 0, 0), head.turned(0, 1, 0))
        let (p, q) = (-u.z / head.distance, -v.z / head.distance)
        elements = [
            c * u.x - s * u.y + middle.x * p, c * v.x - s * v.y + middle.x * q, middle.x,
            s * u.x + c * u.y + middle.y * p, s * v.x + c * v.y + middle.y * q, middle.y,
            p, q, 1,
        ]
        self.head = head
        // Pixels back to the plane through the origin that faces the camera.
        inverse = Self.adjugate(of: [c, -s, middle.x, s, c, middle.y, 0, 0, 1])
        picture = [c, -s, middle.x, s, c, middle.y]
    }

    /// Turn, scale and shift of the plane through the origin that faces the camera; of a round head only.
    private let picture: [Double]

    /// The same turn, scale and place over a round head; the slant goes.
    func over(_ head: RoundHead) -> ScenePose {
        // Without slant the first column is the turned scale.
        let middle = pixel(of: ScenePoint(x: 0, y: 0))
        let (c, s) = (elements[0] - middle.x * elements[6], elements[3] - middle.y * elements[6])
        return ScenePose(
            pixelsPerMillimetre: (c * c + s * s).squareRoot(), rotation: Steady.atan2(s, c), middle: middle,
            head: head)
    }

    /// Where a place on the skin appears.
    public func pixel(of point: ScenePoint) -> PixelPoint {
        if let head {
            let flat = head.flat(of: point)
            return PixelPoint(
                x: picture[0] * flat.x + picture[1] * flat.y + picture[2],
                y: picture[3] * flat.x + picture[4] * flat.y + picture[5])
        }
        let m = elements
        let w = m[6] * point.x + m[7] * point.y + m[8]
        return PixelPoint(
            x: (m[0] * point.x + m[1] * point.y + m[2]) / w, y: (m[3] * point.x + m[4] * point.y + m[5]) / w)
    }

    /// Which place on the skin appears at a pixel.
    public func scene(at x: Double, _ y: Double) -> ScenePoint {
        let m = inverse
        let w = m[6] * x + m[7] * y + m[8]
        let place = ScenePoint(x: (m[0] * x + m[1] * y + m[2]) / w, y: (m[3] * x + m[4] * y + m[5]) / w)
        return head?.skin(behind: place) ?? place
    }

    /// Pixels per millimetre around a place: the root of the area's growth there.
    public func scale(at point: ScenePoint) -> Double {
        if head != nil {
            let step = 0.01
            let here = pixel(of: point)
            let right = pixel(of: ScenePoint(x: point.x + step, y: point.y))
            let below = pixel(of: ScenePoint(x: point.x, y: point.y + step))
            let determinant =
                (right.x - here.x) * (below.y - here.y) - (right.y - here.y) * (below.x - here.x)
            return abs(determinant).squareRoot() / step
        }
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
