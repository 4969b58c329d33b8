/// Itching and tenderness of one day, as the client logged them.
public struct CurveSymptom: Sendable, Equatable {
    /// Days on the clock of the sessions.
    public var day: Double
    /// 0…10, nil where not logged.
    public var itching: Double?
    /// 0…10, nil where not logged.
    public var tenderness: Double?

    /// Makes an entry.
    public init(day: Double, itching: Double?, tenderness: Double?) {
        self.day = day
        self.itching = itching
        self.tenderness = tenderness
    }

    /// Score from which a symptom is strong.
    static let strong = 4.0
    /// Days since the last session by which symptoms are expected to have gone.
    static let lastExpectedDay = 14.0

    /// Itching or tenderness of 4 or more later than 14 days after the last session.
    ///
    /// Told once until an entry without a strong symptom, or a new session, ends the episode.
    ///
    /// - Parameters:
    ///   - symptoms: In any order.
    ///   - sessions: In any order.
    /// - Returns: Findings, ``CurveFinding/visit`` being the index in `symptoms`, in order of days.
    public static func findings(
        symptoms: [CurveSymptom], sessions: [CurveSession]
    ) -> [CurveFinding] {
        var findings: [CurveFinding] = []
        var isTold = false
        let order = symptoms.indices.sorted { (symptoms[$0].day, $0) < (symptoms[$1].day, $1) }
        for index in order {
            let entry = symptoms[index]
            let last = sessions.map(\.day).filter { $0 <= entry.day }.max()
            let worst = max(entry.itching ?? 0, entry.tenderness ?? 0)
            guard let last, entry.day - last > lastExpectedDay, worst >= strong else {
                isTold = false
                continue
            }
            if isTold { continue }
            isTold = true
            var evidence = ["daysSinceSession": entry.day - last]
            if let itching = entry.itching { evidence["itching"] = itching }
            if let tenderness = entry.tenderness { evidence["tenderness"] = tenderness }
            findings.append(
                CurveFinding(
                    code: .symptomsLongerThanExpected, visit: index, needsAttention: true,
                    evidence: evidence))
        }
        return findings
    }
}
