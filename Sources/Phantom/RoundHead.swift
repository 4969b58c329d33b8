import SteadyMath

/// A round head seen from near: the skin of a sphere, tilted before the camera.
///
/// The scene's millimetres are arcs along the skin from its origin, the point that the camera looks at; it keeps
/// its place when the head tilts. `x` and `y` lie in the plane that faces the camera, `z` points towards it.
public struct RoundHead: Sendable, Equatable {
    /// Radius in mm.
    public let radius: Double
    /// Tilt about the horizontal and the vertical axis in radians.
    public let tilt: SIMD2<Double>
    /// Distance of the camera from the scene's origin in mm.
    public let distance: Double

    /// Sine and cosine of the tilts.
    private let sine: SIMD2<Double>
    private let cosine: SIMD2<Double>

    /// Makes a head.
    ///
    /// - Parameters:
    ///   - radius: mm, well above half of what the camera sees.
    ///   - tilt: Tilt about the horizontal and the vertical axis in radians.
    ///   - distance: Distance of the camera from the scene's origin in mm.
    public init(radius: Double, tilt: SIMD2<Double>, distance: Double = 300) {
        precondition(radius > 0 && distance > 0, "a head has a size and lies before the camera")
        self.radius = radius
        self.tilt = tilt
        self.distance = distance
        sine = SIMD2(Steady.sin(tilt.x), Steady.sin(tilt.y))
        cosine = SIMD2(Steady.cos(tilt.x), Steady.cos(tilt.y))
    }

    /// A direction of the upright head in the tilted one.
    func turned(_ x: Double, _ y: Double, _ z: Double) -> (x: Double, y: Double, z: Double) {
        let (v, w) = (cosine.x * y - sine.x * z, sine.x * y + cosine.x * z)
        return (cosine.y * x + sine.y * w, v, cosine.y * w - sine.y * x)
    }

    /// A direction of the tilted head in the upright one.
    private func turnedBack(_ x: Double, _ y: Double, _ z: Double) -> (x: Double, y: Double, z: Double) {
        let (u, w) = (cosine.y * x - sine.y * z, sine.y * x + cosine.y * z)
        return (u, cosine.x * y + sine.x * w, cosine.x * w - sine.x * y)
    }

    /// Where a place on the skin appears in the plane through the origin that faces the camera, mm.
    func flat(of point: ScenePoint) -> ScenePoint {
        let arc = (point.x * point.x + point.y * point.y).squareRoot()
        let angle = min(arc / radius, .pi)
        let across = arc > 0 ? radius * Steady.sin(angle) / arc : 1
        let at = turned(across * point.x, across * point.y, radius * (Steady.cos(angle) - 1))
        let nearness = distance / (distance - at.z)
        return ScenePoint(x: at.x * nearness, y: at.y * nearness)
    }

    /// The skin that is seen at a place of that plane; the head's outline where the look passes it by.
    func skin(behind place: ScenePoint) -> ScenePoint {
        let centre = turned(0, 0, -radius)
        // The look runs from the camera (0, 0, distance) through the place; t is 1 in the plane.
        let (px, py, pz) = (-centre.x, -centre.y, distance - centre.z)
        let (dx, dy, dz) = (place.x, place.y, -distance)
        let a = dx * dx + dy * dy + dz * dz
        let b = px * dx + py * dy + pz * dz
        let c = px * px + py * py + pz * pz - radius * radius
        let t = (-b - max(0, b * b - a * c).squareRoot()) / a
        let at = turnedBack(px + t * dx, py + t * dy, pz + t * dz)
        let across = (at.x * at.x + at.y * at.y).squareRoot()
        guard across > 0 else { return ScenePoint(x: 0, y: 0) }
        let arc = radius * Steady.atan2(across, at.z)
        return ScenePoint(x: at.x / across * arc, y: at.y / across * arc)
    }
}
