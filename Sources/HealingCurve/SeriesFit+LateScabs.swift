extension SeriesFit {
    /// Least area under scabs that matters, a fraction.
    private static let scabsThatMatter = 0.003
    /// Days since the last session before which scabs are expected.
    private static let scabsFrom = 9.0
    /// Day from which shedding is called late.
    private static let lateShedding = 10.5

    /// Scabs that stay for many days more than expected.
    func scabFindings(_ entries: [VisitExpectation]) -> [CurveFinding] {
        let shown = visits.indices.filter { visit in
            (clock.sinceLast(at: visit) ?? 0) >= Self.scabsFrom
                && (visits[visit].values[.scabs]?.value ?? 0) >= Self.scabsThatMatter
                && isOutside(.scabs, .above, entries, visit)
        }
        guard let last = shown.last else { return [] }
        let fault = MeasureFit(
            values.scabModel(mayBeLate: true), visits: last + 1,
            sampler: PosteriorSampler(draws: Self.faultDraws))
        var findings: [CurveFinding] = []
        var toldInPeriod = -1
        for visit in shown where clock.done[visit] > toldInPeriod {
            let (probability, day) = FindingBudget.exceeding(
                ScabModel.sheddingIndex, above: Self.lateShedding, state: fault.samples[visit + 1],
                usual: scabs.samples[visit + 1], prior: FindingBudget.lateScabs)
            guard probability >= FindingBudget.sure else { continue }
            var evidence = evidence(.scabs, entries, visit: visit, probability: probability)
            evidence["sheddingDay"] = day
            findings.append(
                CurveFinding(
                    code: .scabsLongerThanExpected, visit: visit, needsAttention: true, evidence: evidence))
            toldInPeriod = clock.done[visit]
        }
        return findings
    }
}
