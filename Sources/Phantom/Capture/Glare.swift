/// A highlight on greasy skin: the lamp's own light, broken up by the skin's relief.
public struct Glare: Sendable, Equatable {
    /// Its middle in the scene.
    public var middle: ScenePoint
    /// Standard deviation of its Gaussian in mm.
    public var spread: Double
    /// Light at its middle over that of a perfect white, 0…2.
    public var strength: Double

    /// Makes a highlight.
    ///
    /// - Parameters:
    ///   - middle: Its middle in the scene.
    ///   - spread: Standard deviation in mm.
    ///   - strength: Light at its middle over that of a perfect white.
    public init(middle: ScenePoint, spread: Double, strength: Double) {
        self.middle = middle
        self.spread = spread
        self.strength = strength
    }

    /// Added light over that of the skin from which a place counts as glare and no longer as visible skin.
    public static let hidingShare = 0.25
}
