import PhotoDecoding
import ScalpMeasurement

/// A photo with all that the reports tell of it: the row of `series.json` and `measurements.csv`.
public struct ReportPhoto: Sendable, Codable {
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

extension ReportPhoto {
    private enum Key: CodingKey {
        case file, sha256, width, height, taken, dateSource, warnings, measurement, failure, visit
    }

    /// Reads a photo that ``encode(to:)`` has written.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        file = try values.decode(String.self, forKey: .file)
        sha256 = try values.decode(String.self, forKey: .sha256)
        width = try values.decode(Int.self, forKey: .width)
        height = try values.decode(Int.self, forKey: .height)
        taken = try values.decodeIfPresent(WallClock.self, forKey: .taken)
        dateSource = try values.decodeIfPresent(String.self, forKey: .dateSource)
        warnings = try values.decode([PhotoWarning].self, forKey: .warnings)
        visit = try values.decodeIfPresent(ReportVisit.self, forKey: .visit)
        if let failure = try values.decodeIfPresent(PhotoFailure.self, forKey: .failure) {
            outcome = .failure(failure)
        } else {
            outcome = .success(try values.decode(PhotoMeasurement.self, forKey: .measurement))
        }
    }

    /// Writes the photo; the outcome is a measurement or a failure.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(file, forKey: .file)
        try values.encode(sha256, forKey: .sha256)
        try values.encode(width, forKey: .width)
        try values.encode(height, forKey: .height)
        try values.encodeIfPresent(taken, forKey: .taken)
        try values.encodeIfPresent(dateSource, forKey: .dateSource)
        try values.encode(warnings, forKey: .warnings)
        try values.encodeIfPresent(visit, forKey: .visit)
        switch outcome {
        case .success(let measurement): try values.encode(measurement, forKey: .measurement)
        case .failure(let failure): try values.encode(failure, forKey: .failure)
        }
    }
}
