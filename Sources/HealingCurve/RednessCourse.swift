/// Redness visit by visit: bands, statuses and findings that do not get used to redness that stays.
///
/// A client's own values shift the band only while they are those of a client within the range. So a value that
/// is called `above` teaches the later bands nothing, and no band reaches beyond what the priors allow before any
/// photo. Once a finding is told, each later value of that session that lies above its band by more than its
/// error is `above`, however rare, until one lies within it.
struct RednessCourse {
    /// The band of each visit.
    private(set) var bands: [ExpectedBand?]
    /// How each visit's value lies against the visits before it that were within the range.
    private(set) var surprises: [CurveSurprise?]
    /// The status of each visit's value.
    private(set) var statuses: [CurveStatus?]
    /// What a person should know of; indices as ``SeriesFit/visits``.
    private(set) var findings: [CurveFinding] = []
    /// The fit through the values within the range.
    private(set) var fit: MeasureFit<RednessModel>

    /// Least redness over the client's own calm skin that matters, EI.
    private static let rednessThatMatters = 1.5
    /// Least sudden rise of redness that matters, EI.
    private static let riseThatMatters = 2.5

    /// Goes through a series.
    ///
    /// - Parameters:
    ///   - series: The fits of the series.
    ///   - usual: How each visit's values lie against all visits before it.
    init(of series: SeriesFit, _ usual: [[CurveMeasure: CurveSurprise]]) {
        let count = series.visits.count
        bands = [ExpectedBand?](repeating: nil, count: count)
        surprises = [CurveSurprise?](repeating: nil, count: count)
        statuses = [CurveStatus?](repeating: nil, count: count)
        fit = series.redness
        if series.sessions.isEmpty { return }
        var fault = FaultFit(
            SeriesFit.rednessModel(
                visits: series.visits, clock: series.clock, priors: series.priors, mayStay: true),
            sampler: series.sampler)
        var sudden = 0.0
        var toldInPeriod = 0
        for visit in 0..<count {
            let population = fit.foretold(known: 0, visit: visit)
            var band = fit.band(visit: visit)
            // Where the client's own values would stretch the band beyond what any client is expected to show.
            let ceiling = population.quantile(1 - CurveInference.statusTail)
            if visit > 0, band.high > ceiling {
                band.high = ceiling
                band.median = min(band.median, ceiling)
                band.low = min(band.low, ceiling)
            }
            bands[visit] = band
            defer { fit.learn(visit: visit, sampler: series.sampler) }
            guard let seen = fit.model.observations.first(where: { $0.visit == visit }),
                let value = series.visits[visit].values[.redness]
            else { continue }
            var surprise = fit.surprise(seen, bumps: .redness)
            let beyondAll = fit.surprise(seen, bumps: .redness, known: 0).upperTail
            surprise.upperTail = min(surprise.upperTail, beyondAll)
            surprises[visit] = surprise
            if let usual = usual[visit][.redness] {
                sudden += FindingBudget.stake(ofVisit: visit) * usual.evidenceAbove
            }
            let side = band.side(of: value)
            let period = series.clock.done[visit]
            if side == .above, period > toldInPeriod,
                let evidence = Self.evidence(
                    at: visit, of: series, fault: &fault, sudden: sudden, against: surprise)
            {
                findings.append(
                    CurveFinding(
                        code: .rednessAboveExpected, visit: visit, needsAttention: true, evidence: evidence))
                toldInPeriod = period
            }
            switch side {
            case .above
            where surprise.upperTail < CurveInference.statusTail || (period > 0 && period == toldInPeriod):
                statuses[visit] = .above
                fit.leaveOut(visit: visit)
            case .below where surprise.lowerTail < CurveInference.statusTail:
                statuses[visit] = .below
            default:
                statuses[visit] = .asExpected
            }
        }
    }

    /// What a finding at a visit rests on; nil where there is none.
    private static func evidence(
        at visit: Int, of series: SeriesFit, fault: inout FaultFit<RednessModel>, sudden: Double,
        against surprise: CurveSurprise
    ) -> [String: Double]? {
        guard let seen = series.visits[visit].values[.redness] else { return nil }
        let usual = series.redness.samples[visit + 1]
        let slow = usual.meanZ(2, dimension: series.redness.model.dimension)
        if slow < SeriesFit.deviationWorthALook && surprise.upperTail > SeriesFit.tailWorthALook {
            return nil
        }
        let (staying, sample) = fault.ratio(visits: visit + 1, against: usual)
        let ratio = (staying + sudden) / 2
        if ratio < FindingBudget.redness { return nil }
        let parameterCount = fault.model.parameterCount
        var stays = 0.0
        for row in 0..<sample.count {
            let parameters = sample.row(row, parameterCount: parameterCount)
            var flare = 0.0
            for index in 0..<series.clock.done[visit] { flare += parameters[5 + index] }
            stays += sample.weights[row] * parameters[4] * flare
        }
        let calm = sample.mean(0, parameterCount: parameterCount)
        let isStaying = staying > 1 && stays > rednessThatMatters && seen.value - calm > rednessThatMatters
        guard isStaying || seen.value - surprise.median > riseThatMatters else { return nil }
        var evidence = series.basis(seen, surprise, ratio: ratio)
        if isStaying {
            evidence["stayingShare"] = sample.mean(4, parameterCount: parameterCount)
            evidence["stayingRedness"] = stays
        }
        return evidence
    }
}
