import HealingCurve
import PhotoSeries
import ScalpMeasurement

/// What became of a view's dots since another photo.
public struct ReportDotChange: Sendable, Codable {
    /// The other photo.
    public var file: String
    /// The change.
    public var change: DotChange

    /// Makes a change.
    public init(file: String, change: DotChange) {
        self.file = file
        self.change = change
    }
}

/// Where a photo stands in its series.
public struct ReportVisit: Sendable, Codable {
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
    /// What became of the dots since the photo before; nil where not known.
    public var dotChange: ReportDotChange?
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
        dotChange: ReportDotChange? = nil, registration: Registration, overlay: String? = nil,
        thumbnail: [UInt8]? = nil
    ) {
        self.view = view
        self.day = day
        self.chartDay = chartDay
        self.stage = stage
        self.withheld = withheld
        self.withheldMeasures = withheldMeasures
        self.expectation = expectation
        self.sessionShares = sessionShares
        self.dotChange = dotChange
        self.registration = registration
        self.overlay = overlay
        self.thumbnail = thumbnail
    }
}
