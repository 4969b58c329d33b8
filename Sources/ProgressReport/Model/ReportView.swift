import HealingCurve
import ScalpMeasurement

/// One view of a client's head (the crown, the hairline) as the report tells it.
public struct ReportView: Sendable, Codable {
    /// Name of the view, as its photos' `visit.view`.
    public var name: String
    /// File of the photo that the others are brought over; nil where none has enough dots.
    public var anchor: String?
    /// The bands for the charts, fitted through all photos; days count from the first session.
    public var charts: [CurveMeasure: [CurveChartPoint]]
    /// The same as foretold: at each day from the photos before it alone.
    public var foretoldCharts: [CurveMeasure: [CurveChartPoint]]
    /// In days since the first session; nil where nothing can be foretold.
    public var forecast: CurveForecast?
    /// What each photo foretold, in order of time.
    public var forecastHistory: [ForecastStep]
    /// The view's photos in the anchor's frame, in order of time, all of one size; empty for fewer than two.
    public var visits: [AlignedVisit]
    /// Where its dots are kept and lost; nil where they are not followed.
    public var map: DotMap?

    /// Makes a view.
    public init(
        name: String, anchor: String? = nil, charts: [CurveMeasure: [CurveChartPoint]] = [:],
        foretoldCharts: [CurveMeasure: [CurveChartPoint]] = [:], forecast: CurveForecast? = nil,
        forecastHistory: [ForecastStep] = [], visits: [AlignedVisit] = [], map: DotMap? = nil
    ) {
        self.name = name
        self.anchor = anchor
        self.charts = charts
        self.foretoldCharts = foretoldCharts
        self.forecast = forecast
        self.forecastHistory = forecastHistory
        self.visits = visits
        self.map = map
    }
}

/// A photo brought over its view's anchor.
///
/// The picture stands inside the page like the thumbnails, not beside it like the marked photos: a page that is
/// mailed alone still shows the same skin at every visit, which is what a client wants to see first. At 640 pixels
/// and quality 80 one is some 80 kB; the number of pictures in a view is bounded where they are made.
public struct AlignedVisit: Sendable, Equatable, Codable {
    /// File of the photo.
    public var photo: String
    /// JPEG bytes, upright sRGB without metadata.
    public var picture: [UInt8]
    /// Pixels in a row.
    public var width: Int
    /// Rows.
    public var height: Int
    /// Whether the photo is a mirror image, turned back in the picture.
    public var isMirrored: Bool

    /// Makes a visit.
    public init(photo: String, picture: [UInt8], width: Int, height: Int, isMirrored: Bool = false) {
        self.photo = photo
        self.picture = picture
        self.width = width
        self.height = height
        self.isMirrored = isMirrored
    }
}
