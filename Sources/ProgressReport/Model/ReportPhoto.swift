import PhotoDecoding
import ScalpMeasurement

/// A photo with all that the reports tell of it: the row of `series.json` and `measurements.csv`.
public struct ReportPhoto: Sendable {
    /// Path under the client's folder (or as given on the command line).
    public var file: String
    /// Content hash, lowercase hexadecimal; empty where the file could not be read.
    public var sha256: String
    /// Size of the upright photo in pixels.
    public var width: Int
    /// Size of the upright photo in pixels.
    public var height: Int
    /// When it was taken, nil where not known.
    public var taken: WallClock?
    /// `client`, `exif`, `filename` or `filetime`.
    public var dateSource: String?
    /// What was odd about the file.
    public var warnings: [PhotoWarning]
    /// The measures, or what went wrong.
    public var outcome: Result<PhotoMeasurement, PhotoFailure>
    /// Place in the series; nil for a photo measured alone or with an error.
    public var visit: ReportVisit?

    /// Makes a photo of a report.
    public init(
        file: String, sha256: String, width: Int, height: Int, taken: WallClock?, dateSource: String?,
        warnings: [PhotoWarning], outcome: Result<PhotoMeasurement, PhotoFailure>, visit: ReportVisit? = nil
    ) {
        self.file = file
        self.sha256 = sha256
        self.width = width
        self.height = height
        self.taken = taken
        self.dateSource = dateSource
        self.warnings = warnings
        self.outcome = outcome
        self.visit = visit
    }
}
