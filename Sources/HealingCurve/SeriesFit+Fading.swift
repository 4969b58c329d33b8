extension SeriesFit {
    /// Fading that is called fast, per year: coverage falls under 70 % of settled within sixteen months, where
    /// touch-ups are expected after two to six years.
    private static let fastFading = 0.265
    /// Days since the last session before which pigment still settles and no fading is told.
    private static let fadingFrom = 30.0

    /// Pigment that fades many times as fast as expected.
    func fadingFindings(_ entries: [VisitExpectation]) -> [CurveFinding] {
        let measures: [CurveMeasure] = [.darkness, .coverage]
        let late = visits.indices.filter { visit in
            (clock.sinceLast(at: visit) ?? 0) >= Self.fadingFrom
                && measures.contains { isOutside($0, .below, entries, visit) }
        }
        guard let last = late.last else { return [] }
        let fault = MeasureFit(
            values.pigmentModel(mayFadeFast: true), visits: last + 1,
            sampler: PosteriorSampler(draws: Self.faultDraws))
        var findings: [CurveFinding] = []
        var toldInPeriod = -1
        for visit in late where clock.done[visit] > toldInPeriod {
            guard let measure = measures.first(where: { isOutside($0, .below, entries, visit) }) else {
                continue
            }
            let (probability, fading) = FindingBudget.exceeding(
                PigmentModel.fadingIndex, above: Self.fastFading, state: fault.samples[visit + 1],
                usual: pigment.samples[visit + 1], prior: FindingBudget.fading)
            guard probability >= FindingBudget.sure else { continue }
            var evidence = evidence(measure, entries, visit: visit, probability: probability)
            evidence["fadingPerYear"] = fading
            findings.append(
                CurveFinding(
                    code: .fadingFasterThanExpected, visit: visit, needsAttention: true,
                    evidence: evidence))
            toldInPeriod = clock.done[visit]
        }
        return findings
    }
}
