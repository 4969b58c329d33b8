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
    /// How dark pores are, 1 as usual.
    public var poreStrength = 1.0
    /// Smallest distance of two dots in mm, but for the share that touch.
    public var smallestSpacing = 0.35
    /// Strength of the skin's texture, 1 as usual.
    public var texture = 1.0
    /// Standard deviation of the dots' diameters, a share.
    public var dotDiameterSpread = 0.13
    /// Standard deviation of the logarithm of the fresh dots' optical densities.
    public var dotDensitySpread = 0.14
    /// Standard deviation of the logarithm of how long dots hold their load.
    public var dotHoldingSpread = 0.1
    /// Diameters that dots are held to, mm.
    public var dotDiameterRange = 0.15...0.35
    /// Share of the dots that were set without minding their neighbours.
    public var touchingShare = 0.05
    /// Width of the edge over which the dots thin out, in mm.
    public var thinningEdge = 2.0
    /// How the ink's absorbance rises from 550 to 700 nm, a share: below 0 the ink looks redder, above 0 bluer.
    public var inkSlope = 0.01
    /// The skin's layers for spectral cameras, or nil for those of `skin`.
    public var layers: LayeredSkin?
    /// How far beyond the treated outline stubble grows in mm, or nil for within the outline only.
    public var stubbleMargin: Double?
    /// Shaved hairs that point at the camera, per cm² of the scalp that carries stubble: dark round points.
    public var hairPointsPerSquareCentimetre = 0.0
    /// Long hairs across the scene, for each 50 cm².
    public var longHairs = 0.0
    /// How light hairs are, 0 black to 1 light brown.
    public var hairLightness = 0.3
    /// Moles per cm² of skin.
    public var molesPerSquareCentimetre = 0.0
    /// Redness of sunburnt patches outside the treated skin in EI, 0 for none; spectral cameras only.
    public var sunburn = 0.0
    /// The head's curvature, or nil for flat skin; spectral cameras only.
    public var head: HeadDome?

    /// Makes the usual options.
    public init() {}
}
