import SteadyMath

/// Holds a client's photos against the expected curve.
public enum CurveInference {
    /// Probability, on either side, of a measured value as far out that is called outside the expected range.
    ///
    /// A dozen visits have about fifty values: one normal client in ten has one of them called so.
    static let statusTail = 0.003

    /// What the curve says of a series.
    ///
    /// Each measure has a posterior of its own parameters: the priors weighed by how well they foretell the values
    /// (Student's distribution with seven degrees of freedom, so that a wild photo moves little). The band of a
    /// visit knows only the visits before it; the charts know all.
    ///
    /// A value is `above` or `below` where it lies outside the band by more than its own standard error, and a
    /// normal client's *measured* value would lie as far out with a probability below three in a thousand; else
    /// `as-expected`. A value that a finding rests on is `above` or `below` too: the finding knows more than one
    /// value. Redness that is `above` teaches the later bands nothing.
    ///
    /// - Parameters:
    ///   - sessions: In any order.
    ///   - visits: In any order; a photo that was taken after the session of its day lies at or after it.
    ///   - priors: What is held to be likely of a client before.
    ///   - hasCharts: Whether the charts' bands are made.
    /// - Returns: One entry a visit, in the visits' order, with charts, findings and forecast.
    /// - Complexity: O(draws · visits²) for each measure: about 50 ms for a dozen visits.
    public static func expectation(
        sessions: [CurveSession], visits: [CurveVisit], priors: CurvePriors, hasCharts: Bool = true
    ) -> SeriesExpectation {
        SeriesFit(sessions: sessions, visits: visits, priors: priors).expectation(hasCharts: hasCharts)
    }

    /// The same with another number of draws, to tell how far the usual number is from many.
    ///
    /// - Parameters:
    ///   - sessions: In any order.
    ///   - visits: In any order.
    ///   - priors: What is held to be likely of a client before.
    ///   - draws: Draws of each posterior, a power of 2.
    /// - Returns: The same without charts.
    package static func expectation(
        sessions: [CurveSession], visits: [CurveVisit], priors: CurvePriors, draws: Int
    ) -> SeriesExpectation {
        SeriesFit(sessions: sessions, visits: visits, priors: priors, draws: draws).expectation(
            hasCharts: false)
    }
}
