/// A place in a photo, in pixels of the upright photo: x to the right, y down, the centre of the top-left
/// pixel at (0, 0).
public struct PixelPoint: Sendable, Equatable, Hashable, Codable {
    /// Pixels to the right.
    public var x: Double
    /// Pixels down.
    public var y: Double

    /// Makes a point.
    ///
    /// - Parameters:
    ///   - x: Pixels to the right of the top-left pixel's centre.
    ///   - y: Pixels below the top-left pixel's centre.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}
