import SteadyMath

extension SeriesFit {
    /// Least relative departure of darkness that matters.
    private static let darknessThatMatters = 0.12
    /// Least relative loss of dots that matters.
    private static let lossThatMatters = 0.08
    /// Relative loss of pigment or dots that a practitioner should see.
    private static let lossThatNeedsAttention = 0.15
    /// Least fading that is called fast, per year: touch-ups after well under two years.
    private static let fadingThatMatters = 0.22
    /// Days since the last session before which pigment still settles and no fading is told.
    private static let fadingFrom = 30.0
    /// Least area under scabs that matters, a fraction.
    private static let scabsThatMatter = 0.003
    /// Days since the last session before which scabs are expected.
    private static let scabsFrom = 9.0
    /// A state outside the range is looked into where a parameter lies this many deviations out, or a value's
    /// tail is below ``tailWorthALook``.
    static let deviationWorthALook = 0.8
    static let tailWorthALook = 0.05
    /// Share of the draws that must count for their evidence to be believed by itself.
    private static let efficiencyToBelieve = 0.3
    /// Tail of a value far enough out to believe it all the same.
    private static let tailToBelieve = 0.005

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
        if sessions.isEmpty { return [] }
        var all = redness
        let fading = fadingFindings(entries, surprises)
        all += fading
        // Pigment that fades fast is pale for its day: that is told once.
        let fadingVisits = fading.map(\.visit)
        all += darknessFindings(entries, surprises).filter {
            $0.code != .darknessBelowExpected || !fadingVisits.contains($0.visit)
        }
        all += densityFindings(entries, surprises)
        all += scabFindings(entries, surprises)
        let codes = CurveFinding.Code.allCases
        return all.sorted { left, right in
            let (a, b) = (codes.firstIndex(of: left.code) ?? 0, codes.firstIndex(of: right.code) ?? 0)
            return (left.visit, a) < (right.visit, b)
        }
    }

    private func isOutside(
        _ measure: CurveMeasure, _ side: CurveStatus, _ entries: [VisitExpectation], _ visit: Int
    ) -> Bool {
        guard let value = comparedValue(measure, visit: visit),
            let band = entries[visit].bands[measure]
        else { return false }
        return band.side(of: value) == side
    }

    func basis(_ seen: CurveValue?, _ surprise: CurveSurprise?, ratio: Double) -> [String: Double] {
        var evidence = [
            "evidenceRatio": ratio, "probability": FindingBudget.probability(ratio: ratio),
        ]
        if let seen {
            evidence["value"] = seen.value
            evidence["standardError"] = seen.standardError
        }
        if let surprise { evidence["expectedMedian"] = surprise.median }
        return evidence
    }

    // MARK: Pigment

    private func fadingFindings(
        _ entries: [VisitExpectation], _ surprises: [[CurveMeasure: CurveSurprise]]
    ) -> [CurveFinding] {
        var fromLoads = FaultFit(
            Self.loadModel(visits: visits, clock: clock, priors: priors, mayFadeFast: true),
            sampler: sampler)
        var fromCoverage = FaultFit(
            Self.coverageModel(visits: visits, clock: clock, priors: priors, mayFadeFast: true),
            sampler: sampler)
        let parameterCount = fromLoads.model.parameterCount
        var findings: [CurveFinding] = []
        var toldInPeriod = -1
        for visit in visits.indices {
            let period = clock.done[visit]
            guard period > toldInPeriod, let days = clock.sinceLast(at: visit), days >= Self.fadingFrom
            else { continue }
            var ratios: [Double] = []
            var fading = 0.0
            for (usual, isLoad) in [(loads, true), (coverage, false)] {
                let known = usual.samples[visit + 1]
                let isWorthALook =
                    known.meanZ(4, dimension: usual.model.dimension) > Self.deviationWorthALook
                    || (surprises[visit][isLoad ? .darkness : .coverage]?.lowerTail ?? 1)
                        < Self.tailWorthALook
                guard isWorthALook, usual.model.observations.contains(where: { $0.visit == visit }) else {
                    ratios.append(1)
                    continue
                }
                let (ratio, sample) =
                    isLoad
                    ? fromLoads.ratio(visits: visit + 1, against: known)
                    : fromCoverage.ratio(visits: visit + 1, against: known)
                // Where draws are worth little, their ratio is not believed unless the value itself is far out.
                let tail = surprises[visit][isLoad ? .darkness : .coverage]?.lowerTail ?? 1
                let isSure =
                    min(sample.efficiency, known.efficiency) >= Self.efficiencyToBelieve
                    || tail < Self.tailToBelieve
                guard isSure else {
                    ratios.append(1)
                    continue
                }
                if ratio > ratios.max() ?? 0 { fading = sample.mean(4, parameterCount: parameterCount) }
                ratios.append(ratio)
            }
            let ratio = ratios.reduce(0, +) / Double(ratios.count)
            guard ratio >= FindingBudget.fading, fading >= Self.fadingThatMatters,
                isOutside(.darkness, .below, entries, visit)
                    || isOutside(.coverage, .below, entries, visit)
            else { continue }
            let seen = visits[visit].loads[period - 1] ?? visits[visit].values[.coverage]
            var evidence = basis(
                seen, surprises[visit][.darkness] ?? surprises[visit][.coverage], ratio: ratio)
            evidence["fadingPerYear"] = fading
            findings.append(
                CurveFinding(
                    code: .fadingFasterThanExpected, visit: visit, needsAttention: true,
                    evidence: evidence))
            toldInPeriod = period
        }
        return findings
    }

    private func darknessFindings(
        _ entries: [VisitExpectation], _ surprises: [[CurveMeasure: CurveSurprise]]
    ) -> [CurveFinding] {
        var findings: [CurveFinding] = []
        var above = 0.0
        var below = 0.0
        var told: [CurveFinding.Code: Int] = [:]
        for visit in visits.indices {
            let period = clock.done[visit]
            guard period > 0 else { continue }
            // The load of the last session's dots where it is known, else the coverage of all.
            let load = surprises[visit][.darkness]
            guard let surprise = load ?? surprises[visit][.coverage],
                let seen = load == nil
                    ? visits[visit].values[.coverage] : visits[visit].loads[period - 1],
                surprise.median > 0
            else { continue }
            above += FindingBudget.stake(ofVisit: visit) * surprise.evidenceAbove
            below += FindingBudget.stake(ofVisit: visit) * surprise.evidenceBelow
            let departure = seen.value / surprise.median - 1
            if above >= FindingBudget.darknessAbove, departure > Self.darknessThatMatters,
                surprise.upperTail < CurveInference.statusTail,
                isOutside(load == nil ? .coverage : .darkness, .above, entries, visit),
                told[.darknessAboveExpected] != period
            {
                told[.darknessAboveExpected] = period
                findings.append(
                    CurveFinding(
                        code: .darknessAboveExpected, visit: visit, needsAttention: false,
                        evidence: basis(seen, surprise, ratio: above)))
            }
            if below >= FindingBudget.darknessBelow, departure < -Self.darknessThatMatters,
                surprise.lowerTail < CurveInference.statusTail,
                isOutside(load == nil ? .coverage : .darkness, .below, entries, visit),
                told[.darknessBelowExpected] != period
            {
                told[.darknessBelowExpected] = period
                findings.append(
                    CurveFinding(
                        code: .darknessBelowExpected, visit: visit,
                        needsAttention: departure < -Self.lossThatNeedsAttention,
                        evidence: basis(seen, surprise, ratio: below)))
            }
        }
        return findings
    }

    // MARK: Dots and scabs

    private func densityFindings(
        _ entries: [VisitExpectation], _ surprises: [[CurveMeasure: CurveSurprise]]
    ) -> [CurveFinding] {
        var findings: [CurveFinding] = []
        var below = 0.0
        var toldInPeriod = -1
        for visit in visits.indices {
            guard let seen = visits[visit].values[.density], let surprise = surprises[visit][.density],
                surprise.median > 0
            else { continue }
            below += FindingBudget.stake(ofVisit: visit) * surprise.evidenceBelow
            let loss = 1 - seen.value / surprise.median
            let period = clock.done[visit]
            guard below >= FindingBudget.density, loss > Self.lossThatMatters, period != toldInPeriod,
                surprise.lowerTail < CurveInference.statusTail, isOutside(.density, .below, entries, visit)
            else { continue }
            toldInPeriod = period
            findings.append(
                CurveFinding(
                    code: .densityBelowExpected, visit: visit,
                    needsAttention: loss > Self.lossThatNeedsAttention,
                    evidence: basis(seen, surprise, ratio: below)))
        }
        return findings
    }

    private func scabFindings(
        _ entries: [VisitExpectation], _ surprises: [[CurveMeasure: CurveSurprise]]
    ) -> [CurveFinding] {
        var fault = FaultFit(
            Self.scabModel(visits: visits, clock: clock, priors: priors, mayBeLate: true),
            sampler: sampler)
        var findings: [CurveFinding] = []
        var sudden = 0.0
        var toldInPeriod = -1
        for visit in visits.indices {
            guard let seen = visits[visit].values[.scabs], let surprise = surprises[visit][.scabs],
                let days = clock.sinceLast(at: visit)
            else { continue }
            sudden += FindingBudget.stake(ofVisit: visit) * surprise.evidenceAbove
            let period = clock.done[visit]
            guard period != toldInPeriod, days >= Self.scabsFrom, seen.value >= Self.scabsThatMatter
            else { continue }
            let usual = scabs.samples[visit + 1]
            let (late, sample) = fault.ratio(visits: visit + 1, against: usual)
            let ratio = (late + sudden) / 2
            guard ratio >= FindingBudget.scabs, isOutside(.scabs, .above, entries, visit) else { continue }
            var evidence = basis(seen, surprise, ratio: ratio)
            evidence["sheddingDay"] = sample.mean(1, parameterCount: fault.model.parameterCount)
            findings.append(
                CurveFinding(
                    code: .scabsLongerThanExpected, visit: visit, needsAttention: true, evidence: evidence))
            toldInPeriod = period
        }
        return findings
    }
}
