import HealingCurve

// Stands in until HealingCurve's inference is there.
enum PendingCurve {
    static func expectation(
        sessions: [CurveSession], visits: [CurveVisit], priors: CurvePriors
    ) -> SeriesExpectation {
        SeriesExpectation(visits: visits.map { _ in VisitExpectation() })
    }
}
