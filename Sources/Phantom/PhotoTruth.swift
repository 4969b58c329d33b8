import Raster

/// What is true of a rendered photo.
public struct PhotoTruth: Sendable, Equatable {
    /// A dot as the photo shows it.
    public struct Dot: Sendable, Equatable {
        /// Its centre in pixels.
        public var centre: PixelPoint
        /// Its diameter at half depth in pixels, without blur.
        public var diameterInPixels: Double
        /// Its load in px²; overlaps shared out, so that the loads sum to coverage times area.
        public var loadInSquarePixels: Double
        /// Load left over its fresh load.
        public var shareOfFreshLeft: Double
        /// Index of the session that made it.
        public var session: Int
        /// Whether a crust hides its centre.
        public var isUnderScab: Bool
        /// Whether its centre lies on skin that is neither glare nor the head's grazing rim.
        public var isOnVisibleSkin = true
        /// Its number in the scene, the same in all photos of a client.
        public var number = 0
    }

    /// Pixels in a row.
    public var width: Int
    /// Rows.
    public var height: Int
    /// Scale at the middle of the treated region that the photo shows.
    public var pixelsPerMillimetre: Double
    /// Nine numbers, row by row: millimetres of the scene to pixels.
    public var homography: [Double]
    /// Standard deviation of the Gaussian point spread in pixels.
    public var blurPixels: Double
    /// Median erythema index of treated minus reference skin, EI; nil where the photo shows no reference.
    public var redness: Double?
    /// Mean of `1 − Y/B` over treated skin, pigment only (pigment under crusts counts).
    public var coverage: Double
    /// Dots per cm² of treated skin that still hold a fifth of their fresh load.
    public var density: Double
    /// Area of treated skin in the photo at the scale of its middle.
    public var treatedAreaInSquareCentimetres: Double
    /// Share of treated skin under crusts.
    public var scabFraction: Double
    /// Crusts whose middle the photo shows.
    public var scabCount: Int
    /// The treated outline cut at the photo's edge, in pixels.
    public var treated: [PixelPoint]
    /// Every dot whose centre the photo shows.
    public var dots: [Dot]

    /// The same against reference skin without sunburn, EI; nil where that is all the same or there is none.
    public var rednessClearOfSunburn: Double?
    /// Median erythema index of treated skin as the CIE 1931 observer sees it in daylight, EI; nil of a plain photo.
    public var treatedErythema: Double?
    /// Share of the photo that is visible skin.
    public var visibleSkinShare = 1.0
    /// Outline of the skin that faces the camera by less than 45°, cut at the photo's edge, in pixels; empty where
    /// all of it does.
    public var facing: [PixelPoint] = []

    /// Share of its fresh load that a dot must hold to count.
    public static let visibleShare = 0.2
    /// How far from the treated outline skin is taken for reference, in mm.
    public static let referenceDistance = 5.0
}
