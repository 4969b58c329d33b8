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
            let usual = scabs.samples[visit + 1]
            let state = fault.samples[visit + 1]
            let odds = FindingBudget.lateScabs * FindingBudget.ratio(state, over: usual)
            let day = ScabModel.sheddingIndex
            let isLate =
                odds * state.share(of: state.parameters[day], above: Self.lateShedding)
                + (1 - FindingBudget.lateScabs)
                * usual.share(of: usual.parameters[day], above: Self.lateShedding)
            let probability = isLate / (odds + 1 - FindingBudget.lateScabs)
            guard probability >= FindingBudget.sure else { continue }
            var evidence = evidence(.scabs, entries, visit: visit, probability: probability)
            evidence["sheddingDay"] = state.mean(day)
            findings.append(
                CurveFinding(
                    code: .scabsLongerThanExpected, visit: visit, needsAttention: true, evidence: evidence))
            toldInPeriod = clock.done[visit]
        }
        return findings
    }
}
