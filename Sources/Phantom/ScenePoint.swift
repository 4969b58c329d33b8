/// A place on the skin in millimetres: x to the right, y down, the origin in the middle of the scene.
public struct ScenePoint: Sendable, Equatable {
    /// Millimetres to the right.
    public var x: Double
    /// Millimetres down.
    public var y: Double

    /// Makes a point.
    ///
    /// - Parameters:
    ///   - x: Millimetres to the right.
    ///   - y: Millimetres down.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// Distance to another point in millimetres.
    func distance(to other: ScenePoint) -> Double {
        let dx = x - other.x
        let dy = y - other.y
        return (dx * dx + dy * dy).squareRoot()
    }
}
