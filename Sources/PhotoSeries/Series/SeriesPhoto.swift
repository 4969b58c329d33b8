import ScalpMeasurement

/// A photo of a series, surveyed.
public struct SeriesPhoto: Sendable {
    /// What the photo shows.
    public var survey: PhotoSurvey
    /// When it was taken, in days since 1970 (local clock), or nil where not known.
    public var day: Double?
    /// Scale from options or the client file, or nil.
    public var scale: PhotoScale?
    /// The client file's word on whether it was taken before the session of its own day, or nil.
    public var isBefore: Bool?

    /// Makes a photo of a series.
    public init(survey: PhotoSurvey, day: Double?, scale: PhotoScale? = nil, isBefore: Bool? = nil) {
        self.survey = survey
        self.day = day
        self.scale = scale
        self.isBefore = isBefore
    }
}
