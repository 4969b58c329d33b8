import SteadyMath

/// Redness visit by visit: bands, statuses and findings that do not get used to redness that stays.
///
/// A client's own values shift the band, as those of a client within the range do. Once redness that stays is told,
/// the values that it explains teach the band nothing: it is that of a client who had this flare and heals as
/// expected. Each later value of that session that lies above the band by more than its error is then `above`, however
/// rare, until one lies within it.
struct RednessCourse {
    /// The band of each visit.
    private(set) var bands: [ExpectedBand?]
    /// How each visit's value lies against the visits before it.
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
    /// Days after a session within which redness is the flare, whatever becomes of it.
    private static let flareDays = 1.5

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
        var fault = MeasureFit(
            series.values.rednessModel(mayStay: true), visits: 0,
            sampler: PosteriorSampler(draws: SeriesFit.faultDraws))
        var toldInPeriod = 0
        for visit in 0..<count {
            fault.learn(visit: visit)
            bands[visit] = fit.band(known: visit, row: visit)
            guard let seen = series.redness.model.observation(ofVisit: visit),
                let value = series.visits[visit].values[.redness], let surprise = usual[visit][.redness]
            else { continue }
            let sudden = series.redness.suddenEvidence(seen, surprise, bumps: .redness).above
            let period = series.clock.done[visit]
            if period > toldInPeriod,
                let evidence = Self.evidence(
                    of: seen, at: visit, series: series, fault: fault, sudden: sudden, surprise: surprise)
            {
                var cleared = fit
                if evidence["stayingShare"] != nil {
                    cleared.forget(
                        visits: Self.later(than: visit, of: series), since: Self.start(visit, series),
                        changingFrom: visit)
                }
                let band = cleared.band(known: visit, row: visit)
                // A finding stands on a value that is outside the range.
                if band.side(of: value) == .above {
                    fit = cleared
                    bands[visit] = band
                    toldInPeriod = period
                    var evidence = evidence
                    evidence["expectedMedian"] = band.median
                    evidence["expectedLow"] = band.low
                    evidence["expectedHigh"] = band.high
                    findings.append(
                        CurveFinding(
                            code: .rednessAboveExpected, visit: visit, needsAttention: true,
                            evidence: evidence))
                }
            }
            let isTold = period > 0 && period == toldInPeriod
            let own = isTold ? fit.surprise(seen, bumps: .redness) : surprise
            surprises[visit] = own
            switch bands[visit]?.side(of: value) {
            case .above
            where own.upperTail < CurveInference.statusTail || isTold:
                statuses[visit] = .above
                if isTold {
                    fit.forget(visits: [visit], since: visit, changingFrom: visit + 1)
                }
            case .below where own.lowerTail < CurveInference.statusTail: statuses[visit] = .below
            default: statuses[visit] = .asExpected
            }
        }
    }

    /// The first visit since the session that a visit comes after.
    private static func start(_ visit: Int, _ series: SeriesFit) -> Int {
        series.clock.done.firstIndex(of: series.clock.done[visit]) ?? visit
    }

    /// Visits from the same session to this one that are past the flare.
    private static func later(than visit: Int, of series: SeriesFit) -> [Int] {
        (start(visit, series)...visit).filter { (series.clock.sinceLast(at: $0) ?? 0) > flareDays }
    }

    /// What a finding at a visit rests on; nil where there is none.
    private static func evidence(
        of seen: CurveObservation, at visit: Int, series: SeriesFit, fault: MeasureFit<RednessModel>,
        sudden: Double, surprise: CurveSurprise
    ) -> [String: Double]? {
        let usual = series.redness.samples[visit + 1]
        let state = fault.samples[visit + 1]
        let ratio = FindingBudget.ratio(state, over: usual)
        let stays = fault.model.staying(state.parameters, sessionsDone: series.clock.done[visit])
        let stayingOdds = ratio * FindingBudget.staying * state.share(of: stays, above: rednessThatMatters)
        let isRise = seen.value - surprise.median > riseThatMatters
        let suddenOdds = isRise ? sudden * FindingBudget.suddenRedness : 0
        let others =
            ratio * FindingBudget.staying + sudden * FindingBudget.suddenRedness
            + (1 - FindingBudget.staying - FindingBudget.suddenRedness)
        let probability = (stayingOdds + suddenOdds) / others
        let calm = state.mean(RednessModel.offsetIndex)
        // What is the flare itself cannot be told to stay.
        let isPastFlare = (series.clock.sinceLast(at: visit) ?? 0) > flareDays
        let isStaying =
            isPastFlare && stayingOdds > suddenOdds && seen.value - calm > rednessThatMatters
        guard probability >= FindingBudget.sure,
            isStaying || isRise && surprise.upperTail < CurveInference.statusTail
        else { return nil }
        var evidence = [
            "value": seen.value, "standardError": seen.standardError, "probability": probability,
        ]
        if isStaying {
            evidence["stayingShare"] = state.mean(fault.model.stayIndex)
            evidence["stayingRedness"] = stays.mean(state.weights)
        }
        return evidence
    }
}
