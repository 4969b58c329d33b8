import HealingCurve
import PhotoDecoding
import PhotoSeries
import Raster
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

/// Why a photo or a client could not be measured: the contract's `error`.
public struct PhotoFailure: Error, Sendable, Equatable {
    /// The contract's `error.code`.
    public var code: String
    /// What happened and how to mend it.
    public var message: String

    /// Makes a failure.
    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }
}

/// Where a photo stands in its series.
public struct ReportVisit: Sendable {
    /// Name of the view.
    public var view: String
    /// Days since the last session (negative before the first), nil where not known.
    public var day: Double?
    /// Days on the chart's clock: since the first session; nil where not known.
    public var chartDay: Double?
    /// The stage, nil without a day.
    public var stage: HealingStage?
    /// Why verdicts are withheld for the whole photo (a failed gate, no date, no session), or nil.
    public var withheld: Reason?
    /// Why single verdicts are withheld.
    public var withheldMeasures: [CurveMeasure: Reason]
    /// Bands and statuses.
    public var expectation: VisitExpectation
    /// For each session: what is left of its dots (nil where not known).
    public var sessionShares: [SessionShare?]
    /// How the photo lies over its view's anchor.
    public var registration: Registration
    /// Path of the overlay picture beside the report, as `overlays/x.jpg`; nil without one.
    public var overlay: String?
    /// JPEG bytes of a small picture for the report, upright, without metadata; nil without one.
    public var thumbnail: [UInt8]?

    /// Makes a visit.
    public init(
        view: String = "main", day: Double? = nil, chartDay: Double? = nil, stage: HealingStage? = nil,
        withheld: Reason? = nil, withheldMeasures: [CurveMeasure: Reason] = [:],
        expectation: VisitExpectation = VisitExpectation(), sessionShares: [SessionShare?] = [],
        registration: Registration, overlay: String? = nil, thumbnail: [UInt8]? = nil
    ) {
        self.view = view
        self.day = day
        self.chartDay = chartDay
        self.stage = stage
        self.withheld = withheld
        self.withheldMeasures = withheldMeasures
        self.expectation = expectation
        self.sessionShares = sessionShares
        self.registration = registration
        self.overlay = overlay
        self.thumbnail = thumbnail
    }
}

/// A treatment session as the report tells it.
public struct ReportSession: Sendable, Equatable {
    /// Its date; a plain date means noon.
    public var date: WallClock
    /// Technique, needle, pigment, practitioner: as the client file says, in that order where given.
    public var details: [String]

    /// Makes a session.
    public init(date: WallClock, details: [String] = []) {
        self.date = date
        self.details = details
    }
}

/// Itching and tenderness as logged, 0…10.
public struct ReportSymptom: Sendable, Equatable {
    /// When.
    public var date: WallClock
    /// 0…10, nil where not logged.
    public var itching: Double?
    /// 0…10, nil where not logged.
    public var tenderness: Double?
    /// A remark.
    public var note: String?

    /// Makes an entry.
    public init(date: WallClock, itching: Double?, tenderness: Double?, note: String?) {
        self.date = date
        self.itching = itching
        self.tenderness = tenderness
        self.note = note
    }
}

/// Something that a person should know of.
public struct Finding: Sendable, Equatable {
    /// How much it matters.
    public enum Severity: String, Sendable { case note, attention }
    /// The contract's code.
    public var code: String
    /// File of the photo that shows it, nil where it is of none.
    public var photo: String?
    /// Days since the last session.
    public var day: Double?
    /// How much it matters.
    public var severity: Severity
    /// A sentence that a client understands, with what to do.
    public var message: String
    /// Numbers behind it, by name.
    public var evidence: [String: Double]
    /// Middle of a lost patch in the photo's pixels.
    public var centre: PixelPoint?
    /// Area of a lost patch, cm².
    public var areaSquareCentimetres: Double?

    /// Makes a finding.
    public init(
        code: String, photo: String?, day: Double?, severity: Severity, message: String,
        evidence: [String: Double] = [:], centre: PixelPoint? = nil, areaSquareCentimetres: Double? = nil
    ) {
        self.code = code
        self.photo = photo
        self.day = day
        self.severity = severity
        self.message = message
        self.evidence = evidence
        self.centre = centre
        self.areaSquareCentimetres = areaSquareCentimetres
    }
}

/// All that the reports tell of one client.
public struct ClientReport: Sendable {
    /// The folder's name: the client's id.
    public var client: String
    /// The name to show, where the client file gives one.
    public var displayName: String?
    /// `scalpline` and its version.
    public var method: String
    /// What went wrong with the client's file, or nil.
    public var failure: PhotoFailure?
    /// In order of time.
    public var sessions: [ReportSession]
    /// Whether the sessions were assumed from the photos because the client file names none.
    public var sessionsAssumed: Bool
    /// In order of time; photos with errors and without dates last.
    public var photos: [ReportPhoto]
    /// Every dot in every photo; photo indices are those of `photos`.
    public var tracks: [TrackPoint]
    /// In order of time.
    public var symptoms: [ReportSymptom]
    /// The fitted bands for the charts; days count from the first session.
    public var charts: [CurveMeasure: [CurveChartPoint]]
    /// Attention first, then by day.
    public var findings: [Finding]
    /// In days since the first session, nil with `forecastReason`.
    public var forecast: CurveForecast?
    /// Why there is no forecast.
    public var forecastReason: Reason?
    /// Dots per cm² as planned.
    public var targetDensity: Double?

    /// Makes a client's report.
    public init(
        client: String, displayName: String? = nil, method: String, failure: PhotoFailure? = nil,
        sessions: [ReportSession] = [], sessionsAssumed: Bool = false, photos: [ReportPhoto] = [],
        tracks: [TrackPoint] = [], symptoms: [ReportSymptom] = [],
        charts: [CurveMeasure: [CurveChartPoint]] = [:], findings: [Finding] = [],
        forecast: CurveForecast? = nil, forecastReason: Reason? = nil, targetDensity: Double? = nil
    ) {
        self.client = client
        self.displayName = displayName
        self.method = method
        self.failure = failure
        self.sessions = sessions
        self.sessionsAssumed = sessionsAssumed
        self.photos = photos
        self.tracks = tracks
        self.symptoms = symptoms
        self.charts = charts
        self.findings = findings
        self.forecast = forecast
        self.forecastReason = forecastReason
        self.targetDensity = targetDensity
    }
}
