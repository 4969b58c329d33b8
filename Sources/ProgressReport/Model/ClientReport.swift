import HealingCurve
import PhotoSeries
import ScalpMeasurement

/// All that the reports tell of one client.
public struct ClientReport: Sendable, Codable {
    /// The folder's name: the client's id.
    public var client: String
    /// The name to show, where the client file gives one.
    public var displayName: String?
    /// `scalpline` and its version.
    public var method: String
    /// The expected curve that verdicts rest on; nil where there are none.
    public var curve: ReportCurve?
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
    /// The main view's fitted bands for the charts; days count from the first session.
    public var charts: [CurveMeasure: [CurveChartPoint]]
    /// The main view's bands as foretold: at each day from the photos before it alone.
    public var foretoldCharts: [CurveMeasure: [CurveChartPoint]]
    /// Attention first, then by day.
    public var findings: [Finding]
    /// The main view's, in days since the first session; nil with `forecastReason`.
    public var forecast: CurveForecast?
    /// What each of the main view's photos foretold, in order of time.
    public var forecastHistory: [ForecastStep]
    /// Why there is no forecast.
    public var forecastReason: Reason?
    /// Dots per cm² as planned.
    public var targetDensity: Double?
    /// The views, the main one first; where there are none, the page draws the main view's charts.
    public var views: [ReportView]
    /// Verdicts on earlier photos that the newest photos have changed since the run before.
    public var revised: [RevisedVerdict]

    /// Makes a client's report.
    public init(
        client: String, displayName: String? = nil, method: String, curve: ReportCurve? = nil,
        failure: PhotoFailure? = nil,
        sessions: [ReportSession] = [], sessionsAssumed: Bool = false, photos: [ReportPhoto] = [],
        tracks: [TrackPoint] = [], symptoms: [ReportSymptom] = [],
        charts: [CurveMeasure: [CurveChartPoint]] = [:],
        foretoldCharts: [CurveMeasure: [CurveChartPoint]] = [:], findings: [Finding] = [],
        forecast: CurveForecast? = nil, forecastHistory: [ForecastStep] = [], forecastReason: Reason? = nil,
        targetDensity: Double? = nil, views: [ReportView] = [], revised: [RevisedVerdict] = []
    ) {
        self.client = client
        self.displayName = displayName
        self.method = method
        self.curve = curve
        self.failure = failure
        self.sessions = sessions
        self.sessionsAssumed = sessionsAssumed
        self.photos = photos
        self.tracks = tracks
        self.symptoms = symptoms
        self.charts = charts
        self.foretoldCharts = foretoldCharts
        self.findings = findings
        self.forecast = forecast
        self.forecastHistory = forecastHistory
        self.forecastReason = forecastReason
        self.targetDensity = targetDensity
        self.views = views
        self.revised = revised
    }
}
