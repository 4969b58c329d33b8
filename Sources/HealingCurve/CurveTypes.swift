/// A measure that the expected curve speaks of; the raw value is the contract's word.
public enum CurveMeasure: String, Sendable, CaseIterable, Hashable, Codable {
    case redness, darkness, coverage, density, scabs
}

/// A treatment session on the caller's clock.
public struct CurveSession: Sendable, Equatable {
    /// When it was, in days on the clock of the visits.
    public var day: Double
    /// Dots per cm² that were planned in all, or nil.
    public var targetDensity: Double?

    /// Makes a session.
    ///
    /// - Parameters:
    ///   - day: Days on the clock of the visits.
    ///   - targetDensity: Dots per cm² that were planned, above 0.
    public init(day: Double, targetDensity: Double? = nil) {
        self.day = day
        self.targetDensity = targetDensity
    }
}

/// A measured value with its standard error, in the measure's unit.
public struct CurveValue: Sendable, Equatable, Codable {
    /// The value.
    public var value: Double
    /// One standard error, at least 0.
    public var standardError: Double

    /// Makes a value.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - standardError: One standard error.
    public init(value: Double, standardError: Double) {
        self.value = value
        self.standardError = standardError
    }
}

/// What one photo says, for the curve.
public struct CurveVisit: Sendable, Equatable {
    /// When it was taken, in days on the clock of the sessions.
    public var day: Double
    /// Whether the photo was taken before the session of its own day.
    public var isBeforeSessionOfItsDay: Bool
    /// Values that may be held against the curve.
    ///
    /// `redness` in EI, `coverage` a fraction, `density` in dots per
    /// cm² (or any unit common to the visits), `scabs` a fraction. `darkness` is missing here: see `loads`.
    public var values: [CurveMeasure: CurveValue]
    /// Load left of each session's dots, in any unit that is common to all visits of that session.
    ///
    /// One entry a session, nil where not known (not made yet, not registered).
    public var loads: [CurveValue?]
    /// Share of each session's known dots that can still be seen.
    ///
    /// One entry a session, nil where not known.
    public var visibleShares: [CurveValue?]

    /// Makes a visit.
    ///
    /// - Parameters:
    ///   - day: Days on the clock of the sessions.
    ///   - isBeforeSessionOfItsDay: Whether the photo was taken before the session of its own day.
    ///   - values: Values that may be held against the curve.
    ///   - loads: Load left of each session's dots.
    ///   - visibleShares: Share of each session's known dots that can still be seen.
    public init(
        day: Double, isBeforeSessionOfItsDay: Bool = false, values: [CurveMeasure: CurveValue] = [:],
        loads: [CurveValue?] = [], visibleShares: [CurveValue?] = []
    ) {
        self.day = day
        self.isBeforeSessionOfItsDay = isBeforeSessionOfItsDay
        self.values = values
        self.loads = loads
        self.visibleShares = visibleShares
    }
}

/// The 5, 50 and 95 % points of a true value as foretold.
public struct ExpectedBand: Sendable, Equatable, Codable {
    /// 5 % point.
    public var low: Double
    /// Median.
    public var median: Double
    /// 95 % point.
    public var high: Double

    /// Makes a band.
    ///
    /// - Parameters:
    ///   - low: 5 % point.
    ///   - median: Median.
    ///   - high: 95 % point.
    public init(low: Double, median: Double, high: Double) {
        self.low = low
        self.median = median
        self.high = high
    }
}

/// How a value lies against its expected band; the raw value is the contract's word.
public enum CurveStatus: String, Sendable, Equatable, Codable {
    case asExpected = "as-expected"
    case above, below
    case notComparable = "not-comparable"
}

/// Where on the way a photo stands; the raw value is the contract's word.
public enum HealingStage: String, Sendable, Equatable, CaseIterable, Codable {
    case before
    case immediateCare = "immediate-care"
    case initialHealing = "initial-healing"
    case settling
    case longTerm = "long-term"
}

/// A point of a chart's band.
public struct CurveChartPoint: Sendable, Equatable, Codable {
    /// Days on the caller's clock.
    public var day: Double
    /// The band of the true value there, fitted through all visits.
    public var band: ExpectedBand

    /// Makes a point.
    ///
    /// - Parameters:
    ///   - day: Days on the caller's clock.
    ///   - band: The band there.
    public init(day: Double, band: ExpectedBand) {
        self.day = day
        self.band = band
    }
}

/// What the curve says of one visit.
public struct VisitExpectation: Sendable, Equatable, Codable {
    /// Bands foretold from the values of earlier visits alone; a measure without one is missing.
    public var bands: [CurveMeasure: ExpectedBand]
    /// How the visit's values lie against them; a measure without a value or a band is missing.
    public var statuses: [CurveMeasure: CurveStatus]
    /// Darkness of each session's dots over their fitted fresh load (from all visits), with its
    /// error; nil where not known.
    public var relativeDarkness: [CurveValue?]
    /// Probability of a measured value at least as high, foretold from earlier visits.
    public var upperTails: [CurveMeasure: Double] = [:]
    /// Probability of a measured value at least as low, foretold from earlier visits.
    public var lowerTails: [CurveMeasure: Double] = [:]

    /// Makes an expectation.
    public init(
        bands: [CurveMeasure: ExpectedBand] = [:], statuses: [CurveMeasure: CurveStatus] = [:],
        relativeDarkness: [CurveValue?] = []
    ) {
        self.bands = bands
        self.statuses = statuses
        self.relativeDarkness = relativeDarkness
    }
}

/// What is foretold after the last visit.
public struct CurveForecast: Sendable, Equatable, Codable {
    /// Darkness of the last session's dots on day 90 after it, as a share of fresh.
    public var settledDarkness: ExpectedBand
    /// When coverage falls under 70 % of settled, in days on the caller's clock (5, 50 and 95 % points).
    public var touchUp: ExpectedBand

    /// Makes a forecast.
    ///
    /// - Parameters:
    ///   - settledDarkness: As a share of fresh.
    ///   - touchUp: In days on the caller's clock.
    public init(settledDarkness: ExpectedBand, touchUp: ExpectedBand) {
        self.settledDarkness = settledDarkness
        self.touchUp = touchUp
    }
}

/// What the curve says of a whole series.
public struct SeriesExpectation: Sendable, Equatable {
    /// One entry a visit, in the visits' order.
    public var visits: [VisitExpectation]
    /// The band for the chart of each measure, fitted through all visits, in order of days.
    public var charts: [CurveMeasure: [CurveChartPoint]]
    /// The band for the chart of each measure as it was foretold: at each day from the visits before it alone.
    public var foretoldCharts: [CurveMeasure: [CurveChartPoint]]
    /// What each visit foretold, together with those before it, in the visits' order; nil as ``forecast``.
    public var forecasts: [CurveForecast?]
    /// Nil before the first session or without anything to foretell from.
    public var forecast: CurveForecast?
    /// What a person should know of, by visit; symptoms and tone have functions of their own.
    public var findings: [CurveFinding]

    /// Makes an expectation.
    public init(
        visits: [VisitExpectation] = [], charts: [CurveMeasure: [CurveChartPoint]] = [:],
        foretoldCharts: [CurveMeasure: [CurveChartPoint]] = [:], forecasts: [CurveForecast?] = [],
        forecast: CurveForecast? = nil, findings: [CurveFinding] = []
    ) {
        self.visits = visits
        self.charts = charts
        self.foretoldCharts = foretoldCharts
        self.forecasts = forecasts
        self.forecast = forecast
        self.findings = findings
    }
}
