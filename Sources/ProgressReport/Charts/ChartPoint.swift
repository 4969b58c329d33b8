import HealingCurve

/// A value of a chart.
package struct ChartPoint: Sendable, Equatable {
    /// Days since the first session.
    package var day: Double
    /// The value.
    package var value: Double
    /// One standard error, 0 or more.
    package var standardError: Double
    /// The band foretold from earlier photos.
    package var foretold: ExpectedBand?
    /// How the value lies against it.
    package var status: CurveStatus

    /// Makes a point.
    package init(
        day: Double, value: Double, standardError: Double, foretold: ExpectedBand? = nil,
        status: CurveStatus = .notComparable
    ) {
        self.day = day
        self.value = value
        self.standardError = standardError
        self.foretold = foretold
        self.status = status
    }
}
