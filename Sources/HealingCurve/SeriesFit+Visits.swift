import SteadyMath

extension SeriesFit {
    /// All that the curve says.
    func expectation() -> SeriesExpectation {
        var surprises: [[CurveMeasure: CurveSurprise]] = []
        var entries = [VisitExpectation](repeating: VisitExpectation(), count: visits.count)
        for visit in visits.indices {
            let bands = bands(visit: visit)
            let surprise = surprisesOf(visit: visit)
            surprises.append(surprise)
            var entry = VisitExpectation(bands: bands, relativeDarkness: relativeDarkness(visit: visit))
            for (measure, surprise) in surprise {
                guard let band = bands[measure], isPinned(measure, visit: visit) else { continue }
                entry.upperTails[measure] = surprise.upperTail
                entry.lowerTails[measure] = surprise.lowerTail
                let value = comparedValue(measure, entry: entry, visit: visit)
                entry.statuses[measure] = status(value: value, band: band, surprise: surprise)
            }
            entry.relativeDarkness = callersOrder(entry.relativeDarkness)
            entries[places[visit]] = entry
        }
        return SeriesExpectation(
            visits: entries, charts: charts(), forecast: forecast(), findings: findings(surprises))
    }

    private func callersOrder(_ values: [CurveValue?]) -> [CurveValue?] {
        var result = values
        for (index, place) in sessionPlaces.enumerated() { result[place] = values[index] }
        return result
    }

    // MARK: Bands

    /// Whether earlier visits have told how much there is of a measure.
    ///
    /// Redness and scabs need none. Darkness needs an earlier load of the last session's dots, coverage and density
    /// an earlier value since the last session.
    private func isPinned(_ measure: CurveMeasure, visit: Int) -> Bool {
        let done = clock.done[visit]
        switch measure {
        case .redness: return true
        case .scabs: return done > 0
        case .darkness:
            return loads.model.observations.contains { $0.visit < visit && $0.session == done - 1 }
        case .coverage:
            return coverage.model.observations.contains { $0.visit < visit && clock.done[$0.visit] == done }
        case .density:
            return density.model.observations.contains { $0.visit < visit && clock.done[$0.visit] == done }
        }
    }

    private func bands(visit: Int) -> [CurveMeasure: ExpectedBand] {
        var bands: [CurveMeasure: ExpectedBand] = [:]
        if sessions.isEmpty { return bands }
        bands[.redness] = redness.band(visit: visit)
        guard clock.done[visit] > 0 else { return bands }
        bands[.darkness] = darknessBand(known: visit, clock: clock, row: visit)
        bands[.scabs] = scabs.band(visit: visit)
        if isPinned(.coverage, visit: visit) { bands[.coverage] = coverage.band(visit: visit) }
        if isPinned(.density, visit: visit) { bands[.density] = density.band(visit: visit) }
        return bands
    }

    /// The band of the darkness of the last session's dots, a share of fresh.
    private func darknessBand(known: Int, clock: CurveClock, row: Int) -> ExpectedBand? {
        guard let days = clock.sinceLast(at: row) else { return nil }
        let sample = loads.samples[known]
        let count = loads.model.parameterCount
        let means = (0..<sample.count).map {
            loads.model.share(sample.row($0, parameterCount: count), daysSinceSession: days)
        }
        return MixtureQuantiles(
            means: means, spreads: means.map { CurveScatter.darkness * $0 }, weights: sample.weights
        ).band
    }

    // MARK: Verdicts

    private func surprisesOf(visit: Int) -> [CurveMeasure: CurveSurprise] {
        var result: [CurveMeasure: CurveSurprise] = [:]
        if sessions.isEmpty { return result }
        if let seen = redness.model.observations.first(where: { $0.visit == visit }) {
            result[.redness] = redness.surprise(seen, bumps: .redness)
        }
        let last = clock.done[visit] - 1
        if let seen = loads.model.observations.first(where: { $0.visit == visit && $0.session == last }) {
            result[.darkness] = loads.surprise(seen, bumps: .pigment)
        }
        if let seen = coverage.model.observations.first(where: { $0.visit == visit }) {
            result[.coverage] = coverage.surprise(seen, bumps: .pigment)
        }
        if let seen = density.model.observations.first(where: { $0.visit == visit }) {
            result[.density] = density.surprise(seen, bumps: .pigment)
        }
        if let seen = scabs.model.observations.first(where: { $0.visit == visit }) {
            result[.scabs] = scabs.surprise(seen, bumps: .scabs)
        }
        for measure in CurveMeasure.allCases where !isPinned(measure, visit: visit) {
            result[measure] = nil
        }
        return result
    }

    private func comparedValue(
        _ measure: CurveMeasure, entry: VisitExpectation, visit: Int
    ) -> CurveValue? {
        if measure == .darkness { return entry.relativeDarkness[clock.done[visit] - 1] }
        return visits[visit].values[measure]
    }

    private func status(value: CurveValue?, band: ExpectedBand, surprise: CurveSurprise) -> CurveStatus {
        guard let value else { return .asExpected }
        if surprise.upperTail < CurveInference.statusTail, value.value - value.standardError > band.high {
            return .above
        }
        if surprise.lowerTail < CurveInference.statusTail, value.value + value.standardError < band.low {
            return .below
        }
        return .asExpected
    }

    /// Load of each session's dots over its fresh load, as the visits up to this one tell it.
    private func relativeDarkness(visit: Int) -> [CurveValue?] {
        var result = [CurveValue?](repeating: nil, count: sessions.count)
        let sample = loads.samples[visit + 1]
        let count = loads.model.parameterCount
        for seen in loads.model.observations where seen.visit == visit {
            let fresh = PigmentModel.freshIndex + seen.session
            var mean = 0.0
            var square = 0.0
            for row in 0..<sample.count {
                let share = 1 / sample.parameters[row * count + fresh]
                mean += sample.weights[row] * share
                square += sample.weights[row] * share * share
            }
            let spread = max(0, square - mean * mean).squareRoot()
            let value = seen.value * mean
            let photo = seen.standardError * mean
            let fit = seen.value * spread
            result[seen.session] = CurveValue(
                value: value, standardError: (photo * photo + fit * fit).squareRoot())
        }
        return result
    }
}
