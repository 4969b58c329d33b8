extension SeriesFit {
    /// What a person should know of, in order of visits, the visits as ``visits`` has them.
    ///
    /// Each speaks of a value that lies outside its band by more than its own error.
    ///
    /// - Parameters:
    ///   - entries: What was foretold of each visit.
    ///   - surprises: How each visit's values lie against it.
    ///   - redness: The findings on redness.
    /// - Returns: The findings of all measures.
    func findings(
        _ entries: [VisitExpectation], _ surprises: [[CurveMeasure: CurveSurprise]], redness: [CurveFinding]
    ) -> [CurveFinding] {
        var all = redness
        let fading = fadingFindings(entries)
        all += fading
        // Pigment that fades fast is pale for its day: that is told once.
        let fadingVisits = fading.map(\.visit)
        all += darknessFindings(entries, surprises).filter {
            $0.code != .darknessBelowExpected || !fadingVisits.contains($0.visit)
        }
        all += densityFindings(entries, surprises)
        all += scabFindings(entries)
        let codes = CurveFinding.Code.allCases
        return all.sorted { left, right in
            let (a, b) = (codes.firstIndex(of: left.code) ?? 0, codes.firstIndex(of: right.code) ?? 0)
            return (left.visit, a) < (right.visit, b)
        }
    }

    /// Whether a visit's value lies outside its band, on one side, by more than its own error.
    func isOutside(
        _ measure: CurveMeasure, _ side: CurveStatus, _ entries: [VisitExpectation], _ visit: Int
    ) -> Bool {
        guard let value = comparedValue(measure, visit: visit),
            let band = entries[visit].bands[measure]
        else { return false }
        return band.side(of: value) == side
    }

    /// What a finding on a measure rests on.
    func evidence(
        _ measure: CurveMeasure, _ entries: [VisitExpectation], visit: Int, probability: Double
    ) -> [String: Double] {
        var evidence = ["probability": probability]
        if let value = comparedValue(measure, visit: visit) {
            evidence["value"] = value.value
            evidence["standardError"] = value.standardError
        }
        if let band = entries[visit].bands[measure] {
            evidence["expectedLow"] = band.low
            evidence["expectedMedian"] = band.median
            evidence["expectedHigh"] = band.high
        }
        return evidence
    }
}
