/// What a scene is to be like.
public struct PhantomSceneOptions: Sendable, Equatable {
    /// Where the treated skin lies.
    public enum Site: String, Sendable, CaseIterable {
        /// A hairline front with forehead below it.
        case hairline
        /// A patch on the crown with skin all round.
        case crown
    }

    /// Width of what the camera sees, in mm.
    public var frameWidth = 80.0
    /// Height of what the camera sees, in mm.
    public var frameHeight = 60.0
    /// Skin added on all sides so that poses may differ, in mm.
    public var margin = 12.0
    /// Where the treated skin lies.
    public var site = Site.hairline
    /// How light the skin is.
    public var skin = SkinTone.light
    /// Mean diameter of the dots in mm.
    public var dotDiameter = 0.25
    /// Optical density of a fresh dot's core in green.
    public var dotOpticalDensity = 0.38
    /// Shaved hairs per cm² of treated skin.
    public var stubblePerSquareCentimetre = 0.0
    /// Freckles per cm² of skin.
    public var frecklesPerSquareCentimetre = 0.0
    /// Pores per cm² of skin.
    public var poresPerSquareCentimetre = 110.0
    /// Strength of the skin's texture, 1 as usual.
    public var texture = 1.0

    /// Makes the usual options.
    public init() {}
}
