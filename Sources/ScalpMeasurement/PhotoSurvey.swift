import PhotoDecoding
import Raster

/// What to know about a photo before it is surveyed.
public struct SurveyOptions: Sendable, Equatable {
    /// Pixels of the upright photo per millimetre, or nil where not known.
    public var pixelsPerMillimetre: Double?
    /// Corners of the treated region in pixels, or nil where it is to be found from the dots.
    public var treated: [PixelPoint]?
    /// Corners of the reference region in pixels, or nil where it is to be found.
    public var reference: [PixelPoint]?

    /// Makes options.
    ///
    /// - Parameters:
    ///   - pixelsPerMillimetre: Pixels of the upright photo per millimetre, above 0.
    ///   - treated: Corners of the treated region, at least three.
    ///   - reference: Corners of the reference region, at least three.
    public init(
        pixelsPerMillimetre: Double? = nil, treated: [PixelPoint]? = nil, reference: [PixelPoint]? = nil
    ) {
        self.pixelsPerMillimetre = pixelsPerMillimetre
        self.treated = treated
        self.reference = reference
    }
}

/// All that later steps need to know of one photo, small enough to keep for a whole series.
///
/// A survey looks at every pixel once. Measures over any region, its own or the series', are then drawn from
/// the survey without reading the photo again.
public struct PhotoSurvey: Sendable {
    /// The coarse grid on which regions are drawn.
    public let grid: CellGrid
    /// How good the photo is.
    public let quality: PhotoQuality
    /// Every spot on visible skin that is taken for a dot, inside a treated region or not, in reading order.
    public let dots: [Dot]
    /// Visible skin, one member a cell of `grid`.
    public let skin: Mask
    /// Treated and reference skin as this photo alone shows them, or as the options' corners draw them.
    public let regions: ScalpRegions

    /// Surveys a photo.
    ///
    /// - Parameters:
    ///   - photo: The upright photo in linear light.
    ///   - options: What is known beforehand.
    public init(of photo: Photo, options: SurveyOptions) {
        fatalError("not yet")
    }

    /// Measures drawn from the survey over given regions.
    ///
    /// - Parameters:
    ///   - regions: Treated and reference cells on this survey's `grid`.
    ///   - scale: The scale to tell areas, densities and loads in, or nil for pixels.
    /// - Returns: The measures; each that cannot be given honestly with its reason.
    public func measurement(in regions: ScalpRegions, scale: PhotoScale?) -> PhotoMeasurement {
        fatalError("not yet")
    }

    /// The load at given places, whether a dot is seen there or not (forced photometry).
    ///
    /// - Parameters:
    ///   - places: Places in pixels of this photo.
    /// - Returns: For each place the load in px² with its standard error; nil where the place lies outside the
    ///   photo or is hidden by glare, hair, a scab or anything that is not skin.
    public func loads(at places: [PixelPoint]) -> [Estimate?] {
        fatalError("not yet")
    }
}
