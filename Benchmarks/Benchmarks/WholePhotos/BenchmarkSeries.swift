import HealingCurve

/// A client of twelve visits who heals as expected, for the curve.
enum BenchmarkSeries {
    static let sessions = [CurveSession(day: 0), CurveSession(day: 14)]

    static let visits = [-1.0, 0.1, 1, 2, 4, 7, 14.1, 16, 21, 30, 60, 90].map(visit)

    private static func visit(on day: Double) -> CurveVisit {
        guard day > 0 else { return CurveVisit(day: day) }
        let since = day < 14 ? day : day - 14
        let fresh = 1 / (1 + since)
        return CurveVisit(
            day: day,
            values: [
                .redness: CurveValue(value: 6 * fresh, standardError: 0.3),
                .coverage: CurveValue(value: 0.03 + 0.02 * fresh, standardError: 0.002),
                .density: CurveValue(value: day < 14 ? 100 : 150, standardError: 4),
                .scabs: CurveValue(value: 0.01 * fresh, standardError: 0.002),
            ],
            loads: sessions.map { session in
                day < session.day ? nil : CurveValue(value: 0.02 + 0.01 * fresh, standardError: 0.001)
            })
    }
}
