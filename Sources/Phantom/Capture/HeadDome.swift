import SteadyMath

/// The head's curvature: a round dome whose rim falls away from the camera.
///
/// Over the picture plane the surface turns from the camera by an angle θ with
/// ```
/// sin θ = (distance from the middle / radius) ^ power
/// ```
/// so a power of 1 is a sphere and larger ones are flat in the middle with a rounder rim. A scene's millimetres are
/// those of the picture plane: dots appear narrowed towards the rim by cos θ, their places are not moved.
public struct HeadDome: Sendable, Equatable {
    /// Its middle in the scene.
    public var middle: ScenePoint
    /// Where its rim hides what lies behind, mm from the middle.
    public var radius: Double
    /// How suddenly the rim falls away, 1 or more.
    public var power: Double

    /// Sine of the turn from which skin counts as the head's rim and no longer as visible skin: 45°.
    public static let grazingSine = 0.5.squareRoot()

    /// Makes a dome.
    ///
    /// - Parameters:
    ///   - middle: Its middle in the scene.
    ///   - radius: mm from the middle to the rim.
    ///   - power: 1 for a sphere, 3…5 for a head seen from above.
    public init(middle: ScenePoint, radius: Double, power: Double) {
        self.middle = middle
        self.radius = radius
        self.power = power
    }

    /// Distance from the middle in mm at which skin begins to count as rim.
    public var grazingRadius: Double { radius * Steady.pow(Self.grazingSine, 1 / power) }

    /// Sine of the surface's turn at a place, 1 and more beyond the rim, and the direction away from the middle.
    func turn(at place: ScenePoint) -> (sine: Double, x: Double, y: Double) {
        let dx = place.x - middle.x
        let dy = place.y - middle.y
        let distance = (dx * dx + dy * dy).squareRoot()
        if distance < 1e-9 { return (0, 1, 0) }
        return (Steady.pow(distance / radius, power), dx / distance, dy / distance)
    }
}
