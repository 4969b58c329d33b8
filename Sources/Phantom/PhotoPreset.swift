/// A kind of spectral photos, from easy to hard; the raw value is the command line's word.
public enum PhotoPreset: String, Sendable, CaseIterable {
    /// Even daylight, nothing on the skin but dots.
    case clean
    /// Daylight, stubble, long hairs, the head's rim and what lies behind.
    case field
    /// Lamps of all colours, wild exposure and gradients, mostly dark skin, and all of `field`.
    case hard
    /// As `field` from further away: 10 px/mm, dots of 0.2–0.4 mm.
    case far
    /// A phone's tone curve and sharpening, freckles, hairs end-on, blur, JPEG 80, wild light.
    case phone

    /// Sets are independent: each draws from a stream of its own.
    var stream: UInt64 {
        switch self {
        case .clean: 0x5BEC_0000_0000
        case .field: 0x5BEC_0001_0000
        case .hard: 0x5BEC_0002_0000
        case .far: 0x5BEC_0003_0000
        case .phone: 0x5BEC_0004_0000
        }
    }
    /// Whether stubble, hairs and a backdrop are there.
    var hasClutter: Bool { self != .clean }
    /// Whether lamps, balance and exposure are wild.
    var isWild: Bool { self == .hard || self == .phone }

    /// One sigma of the white balance's error in each channel.
    public var whiteBalanceSpread: Double { isWild ? 0.06 : 0.015 }
    /// One sigma of the shift of a camera's sensitivities in nm.
    public static let peakShift = 4.0
    /// One sigma of the change of their widths, a share.
    public static let widthShare = 0.05
}

/// What is given of a preset's photos instead of being drawn; nothing else changes by it.
public struct PhotoOverrides: Sendable, Equatable {
    /// The one skin of all.
    public var skin: SkinTone?
    /// Mean pixels per millimetre; the scene's frame changes with it.
    public var pixelsPerMillimetre: Double?
    /// Standard deviation of the Gaussian blur in pixels.
    public var blurPixels: Double?
    /// JPEG quality.
    public var quality: Int?
    /// Whether JPEG stores chroma at half size.
    public var halvesChroma: Bool?
    /// The light of all.
    public var lamp: Lamp?
    /// The camera of all.
    public var camera: CameraSensor.Kind?
    /// One sigma of the white balance's error.
    public var whiteBalanceSpread: Double?
    /// Exposure over an everyday one.
    public var exposure: Double?
    /// The light's fall over half the diagonal, a share.
    public var gradient: Double?
    /// Strength of a highlight over white, 0 for none.
    public var glare: Double?
    /// Veiling light over white.
    public var veil: Double?
    /// Length of motion in pixels.
    public var motion: Double?
    /// Radius of a missed focus in pixels.
    public var defocus: Double?
    /// Contrast of the tone curve, 0 for none.
    public var contrast: Double?
    /// Strength of sharpening, 0 for none.
    public var sharpening: Double?
    /// Lying and slanted stubble per cm².
    public var stubble: Double?
    /// Hairs end-on per cm².
    public var points: Double?
    /// Long hairs for each 50 cm².
    public var longHairs: Double?
    /// Freckles per cm².
    public var freckles: Double?
    /// Moles per cm².
    public var moles: Double?
    /// Redness of sunburnt patches, EI.
    public var sunburn: Double?
    /// Whether the head's rim is in the picture.
    public var rim: Bool?
    /// Mean diameter of the dots in mm.
    public var dotDiameter: Double?
    /// Dots made per cm².
    public var density: Double?
    /// Days since the session.
    public var day: Double?
    /// Whether what tells dots apart is drawn from wide ranges, for a rule to learn from.
    public var isVaried = false

    /// Gives nothing.
    public init() {}
}
