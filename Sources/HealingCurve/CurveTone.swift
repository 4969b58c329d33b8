import SteadyMath

/// Tone of the dots in one photo.
public struct CurveTone: Sendable, Equatable {
    /// Days on the clock of the sessions.
    public var day: Double
    /// Median `OD_B − OD_R` of the dots with its standard error.
    public var tone: CurveValue

    /// Makes a tone.
    public init(day: Double, tone: CurveValue) {
        self.day = day
        self.tone = tone
    }

    /// Day since a session from which tones are compared: the skin over the dots has healed.
    static let settledFrom = 28.0
    /// How far tones of photos of the same scalp differ beyond their errors: cameras' own colours.
    static let photoScatter = 0.02
    /// Least drift that matters.
    static let driftThatMatters = 0.06
    /// Probability of such a drift by chance that is small enough, over all visits together.
    static let falseAlarmShare = 0.002

    /// A drift of the ink's tone since it settled.
    ///
    /// Each photo from day 28 on is held against the mean of the settled photos before it (of the same last
    /// session). A tone drifts where it lies farther out than chance allows over the whole series, and far enough
    /// to matter.
    ///
    /// - Parameters:
    ///   - tones: In any order.
    ///   - sessions: In any order.
    /// - Returns: At most one note a session, ``CurveFinding/visit`` being the index in `tones`; `drift` in its
    ///   evidence is positive towards yellow and negative towards blue.
    public static func findings(tones: [CurveTone], sessions: [CurveSession]) -> [CurveFinding] {
        var findings: [CurveFinding] = []
        let order = tones.indices.sorted { (tones[$0].day, $0) < (tones[$1].day, $1) }
        var period: Double?
        var weight = 0.0
        var sum = 0.0
        var compared = 0
        var isTold = false
        for index in order {
            let entry = tones[index]
            guard let last = sessions.map(\.day).filter({ $0 <= entry.day }).max() else { continue }
            if period != last {
                period = last
                weight = 0
                sum = 0
                compared = 0
                isTold = false
            }
            guard entry.day - last >= settledFrom, entry.tone.value.isFinite,
                entry.tone.standardError.isFinite
            else { continue }
            let error = entry.tone.standardError
            let variance = error * error + photoScatter * photoScatter
            if weight > 0, !isTold {
                compared += 1
                let drift = entry.tone.value - sum / weight
                let deviation = abs(drift) / (variance + 1 / weight).squareRoot()
                let chance = 2 * Steady.normalCDF(-deviation)
                // Shares 1/2, 1/6, 1/12 … of the budget, which add up to 1 over any number of visits.
                let share = falseAlarmShare / Double(compared * (compared + 1))
                if chance < share, abs(drift) >= driftThatMatters {
                    isTold = true
                    findings.append(
                        CurveFinding(
                            code: .toneDrift, visit: index, needsAttention: false,
                            evidence: [
                                "value": entry.tone.value, "standardError": error,
                                "expectedMedian": sum / weight, "drift": drift,
                            ]))
                }
            }
            weight += 1 / variance
            sum += entry.tone.value / variance
        }
        return findings
    }
}
