extension SeriesFit {
    /// Least relative departure of darkness that matters.
    private static let darknessThatMatters = 0.12
    /// Least relative loss of dots that matters.
    private static let lossThatMatters = 0.08
    /// Relative loss of pigment or dots that a practitioner should see.
    private static let lossThatNeedsAttention = 0.15
    /// Days since the last session by which pigment and dots have shed: what goes later was meant to stay.
    private static let shedBy = 28.0

    /// Darkness that is suddenly other than the visits before it foretell.
    func darknessFindings(
        _ entries: [VisitExpectation], _ surprises: [[CurveMeasure: CurveSurprise]]
    ) -> [CurveFinding] {
        var findings: [CurveFinding] = []
        var told: [CurveFinding.Code: Int] = [:]
        for visit in visits.indices {
            // The load of the last session's dots where it is known, else the coverage of all.
            let measure: CurveMeasure = surprises[visit][.darkness] == nil ? .coverage : .darkness
            guard let surprise = surprises[visit][measure], let days = clock.sinceLast(at: visit),
                let value = comparedValue(measure, visit: visit), let band = entries[visit].bands[measure],
                band.median > 0
            else { continue }
            let session = measure == .darkness ? clock.done[visit] - 1 : -1
            guard let seen = pigment.model.observation(ofVisit: visit, session: session) else { continue }
            let (above, below) = pigment.suddenEvidence(seen, surprise, bumps: .pigment)
            let departure = value.value / band.median - 1
            func tell(_ code: CurveFinding.Code, _ evidenceSoFar: Double, isSerious: Bool) {
                let probability = FindingBudget.probability(
                    prior: FindingBudget.suddenDarkness, ratio: evidenceSoFar)
                let isAbove = code == .darknessAboveExpected
                let tail = isAbove ? surprise.upperTail : surprise.lowerTail
                guard probability >= FindingBudget.sure, tail < CurveInference.statusTail,
                    abs(departure) > Self.darknessThatMatters, told[code] != clock.done[visit],
                    isOutside(measure, isAbove ? .above : .below, entries, visit)
                else { return }
                told[code] = clock.done[visit]
                findings.append(
                    CurveFinding(
                        code: code, visit: visit, needsAttention: isSerious,
                        evidence: evidence(measure, entries, visit: visit, probability: probability)))
            }
            tell(.darknessAboveExpected, above, isSerious: false)
            tell(
                .darknessBelowExpected, below,
                isSerious: days >= Self.shedBy && departure < -Self.lossThatNeedsAttention)
        }
        return findings
    }

    /// Dots that are suddenly gone.
    func densityFindings(
        _ entries: [VisitExpectation], _ surprises: [[CurveMeasure: CurveSurprise]]
    ) -> [CurveFinding] {
        var findings: [CurveFinding] = []
        var toldInPeriod = -1
        for visit in visits.indices {
            guard let seen = dots.model.observation(ofVisit: visit),
                let surprise = surprises[visit][.density],
                let days = clock.sinceLast(at: visit), surprise.median > 0
            else { continue }
            let below = dots.suddenEvidence(seen, surprise, bumps: .pigment).below
            let loss = 1 - seen.value / surprise.median
            let probability = FindingBudget.probability(prior: FindingBudget.suddenLoss, ratio: below)
            guard probability >= FindingBudget.sure, loss > Self.lossThatMatters,
                clock.done[visit] != toldInPeriod, surprise.lowerTail < CurveInference.statusTail,
                isOutside(.density, .below, entries, visit)
            else { continue }
            toldInPeriod = clock.done[visit]
            findings.append(
                CurveFinding(
                    code: .densityBelowExpected, visit: visit,
                    needsAttention: days >= Self.shedBy && loss > Self.lossThatNeedsAttention,
                    evidence: evidence(.density, entries, visit: visit, probability: probability)))
        }
        return findings
    }
}
