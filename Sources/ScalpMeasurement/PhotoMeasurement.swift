import Raster

/// What one photo says about the scalp it shows.
public struct PhotoMeasurement: Sendable, Equatable {
    /// The scale that the measures use, or nil where none is known.
    public var scale: PhotoScale?
    /// How good the photo is.
    public var quality: PhotoQuality
    /// Redness of the treated skin over the reference skin.
    public var redness: Redness
    /// How dark the dots are.
    public var darkness: PigmentDarkness
    /// Mean share of light that the pigment takes over the treated skin, 0…1.
    public var coverage: Measured
    /// Dots per area.
    public var density: DotDensity
    /// Crusts.
    public var scabs: Scabs
    /// The dots that `density` counts; where there is no treated region, the spots taken for dots all the same.
    public var dots: [Dot]
}

/// Pixels per millimetre of skin, and where that is known from.
public struct PhotoScale: Sendable, Equatable {
    /// Where a scale comes from; the raw value is the contract's `scaleSource`.
    public enum Source: String, Sendable, Equatable {
        case option, client, card, series
    }
    /// Pixels of the upright photo per millimetre at the middle of the treated region, above 0.
    public var pixelsPerMillimetre: Double
    /// Where it is known from.
    public var source: Source

    /// Makes a scale.
    ///
    /// - Parameters:
    ///   - pixelsPerMillimetre: Pixels of the upright photo per millimetre, above 0.
    ///   - source: Where it is known from.
    public init(pixelsPerMillimetre: Double, source: Source) {
        self.pixelsPerMillimetre = pixelsPerMillimetre
        self.source = source
    }
}

/// How good a photo is for measuring.
public struct PhotoQuality: Sendable, Equatable {
    /// Gates that the photo fails; empty where its verdicts may be told.
    public var problems: [Reason]
    /// Standard deviation of the point spread in pixels of the photo, or nil where nothing sharp shows it.
    public var blurPixels: Double?
    /// Share of the photo's pixels with a channel at its limit, 0…1.
    public var clippedFraction: Double
    /// Share of the photo's skin under glare, 0…1.
    public var glareFraction: Double
    /// How much the light changes over the skin: (95 % − 5 % point) ÷ median of its local brightness.
    public var lightGradient: Double
    /// Share of the photo that is visible skin, 0…1.
    public var skinFraction: Double

    /// Whether the photo's verdicts may be told.
    public var usable: Bool { problems.isEmpty }
}

/// Redness (erythema index difference) and what it was made of.
public struct Redness: Sendable, Equatable {
    /// Median erythema index of treated minus reference skin, EI.
    public var difference: Measured
    /// Median erythema index of the treated skin, EI, or nil without treated skin.
    public var erythemaIndex: Double?
    /// Median erythema index of the reference skin, EI, or nil without reference skin.
    public var referenceErythemaIndex: Double?
    /// CIELAB a* (D65) of treated minus reference skin, or nil without one of them.
    public var deltaA: Double?
    /// Individual typology angle of the reference skin, degrees, or nil without reference skin.
    public var individualTypologyAngle: Double?
}

/// How dark the dots of the treated region are.
public struct PigmentDarkness: Sendable, Equatable {
    /// Mean load of a dot: mm² of perfect black with a scale, px² without.
    public var pigmentLoad: Measured
    /// Median optical density of a dot's core.
    public var opticalDensity: Measured
    /// Median `OD_B − OD_R` of the dots.
    public var tone: Measured
}

/// Dots per area of treated skin.
public struct DotDensity: Sendable, Equatable {
    /// Dots per cm² with a scale, per megapixel without; corrected for `completeness` where that is known.
    public var value: Measured
    /// Dots counted.
    public var count: Int
    /// Share of the true dots that the count is expected to hold, 0…1, or nil where not known.
    public var completeness: Double?
    /// Area of the treated region in cm², or nil without a scale or a region.
    public var areaSquareCentimetres: Double?
    /// Area of the treated region in megapixels of the photo, or nil without a region.
    public var areaMegapixels: Double?
}

/// Crusts on treated skin.
public struct Scabs: Sendable, Equatable {
    /// Share of the treated skin under crusts, 0…1.
    public var areaFraction: Measured
    /// How many.
    public var count: Int
}

/// A small round dark spot taken for a dot of pigment.
public struct Dot: Sendable, Equatable {
    /// Its centre, in pixels of the upright photo.
    public var position: PixelPoint
    /// Full width at half depth, blur included, in pixels of the photo.
    public var diameterInPixels: Double
    /// `log10(B / Y_core)`: how dark its core looks.
    public var opticalDensity: Double
    /// `Σ (1 − Y/B) · pixel area` in px² of the photo; any blur leaves it unchanged.
    public var loadInSquarePixels: Double
    /// Standard error of `loadInSquarePixels`.
    public var loadStandardError: Double
    /// `OD_B − OD_R` of the dot.
    public var tone: Double
    /// How sure it is that this is a dot of pigment, 0…1.
    public var probability: Double

    /// Makes a dot.
    ///
    /// - Parameters:
    ///   - position: Its centre, in pixels of the upright photo.
    ///   - diameterInPixels: Full width at half depth.
    ///   - opticalDensity: `log10(B / Y_core)`.
    ///   - loadInSquarePixels: `Σ (1 − Y/B)` over its pixels.
    ///   - loadStandardError: Standard error of the load.
    ///   - tone: `OD_B − OD_R`.
    ///   - probability: How sure it is that this is a dot, 0…1.
    public init(
        position: PixelPoint, diameterInPixels: Double, opticalDensity: Double, loadInSquarePixels: Double,
        loadStandardError: Double = 0, tone: Double = 0, probability: Double = 1
    ) {
        self.position = position
        self.diameterInPixels = diameterInPixels
        self.opticalDensity = opticalDensity
        self.loadInSquarePixels = loadInSquarePixels
        self.loadStandardError = loadStandardError
        self.tone = tone
        self.probability = probability
    }
}
