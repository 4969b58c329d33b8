import Raster

/// What to know about a photo before it is surveyed.
public struct SurveyOptions: Sendable, Equatable {
    /// Pixels of the upright photo per millimetre, or nil where not known.
    public var pixelsPerMillimetre: Double?
    /// Corners of the treated region in pixels, or nil where it is to be found from the dots.
    public var treated: [PixelPoint]?
    /// Corners of the reference region in pixels, or nil where it is to be found.
    public var reference: [PixelPoint]?
    /// Threads that may work on this photo; the results are the same bytes for any.
    public var threads: Int

    /// Makes options.
    ///
    /// - Parameters:
    ///   - pixelsPerMillimetre: Pixels of the upright photo per millimetre, above 0.
    ///   - treated: Corners of the treated region, at least three.
    ///   - reference: Corners of the reference region, at least three.
    ///   - threads: Threads that may work on this photo, at least 1.
    public init(
        pixelsPerMillimetre: Double? = nil, treated: [PixelPoint]? = nil, reference: [PixelPoint]? = nil,
        threads: Int = 1
    ) {
        self.pixelsPerMillimetre = pixelsPerMillimetre
        self.treated = treated
        self.reference = reference
        self.threads = threads
    }
}
