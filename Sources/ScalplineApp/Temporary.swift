import HealingCurve

struct CurveFinding {
    enum Code: String { case none }; var code = Code.none; var visit = 0; var needsAttention = false;
    var evidence: [String: Double] = [:]
}
extension SeriesExpectation { var findings: [CurveFinding] { [] } }
enum CurveInference {
    static func expectation(sessions: [CurveSession], visits: [CurveVisit], priors: CurvePriors)
        -> SeriesExpectation
    {
        SeriesExpectation(visits: visits.map { _ in VisitExpectation() })
    }
}
