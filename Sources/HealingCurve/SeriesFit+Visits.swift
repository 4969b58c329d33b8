import SteadyMath

extension SeriesFit {
    /// All that the curve says.
    func expectation() -> SeriesExpectation {
        let surprises = visits.indices.map { surprisesOf(visit: $0) }
        let course = RednessCourse(of: self, surprises)
        var entries = visits.indices.map { visit in
            var entry = VisitExpectation(
                bands: bands(visit: visit),
                relativeDarkness: relativeDarkness(visit: visit, known: visits.count))
            entry.bands[.redness] = course.bands[visit]
            return entry
        }
        for visit in visits.indices {
            for (measure, surprise) in surprises[visit] {
                guard let band = entries[visit].bands[measure] else { continue }
                let surprise = measure == .redness ? course.surprises[visit] ?? surprise : surprise
                entries[visit].upperTails[measure] = surprise.upperTail
                entries[visit].lowerTails[measure] = surprise.lowerTail
                let value = comparedValue(measure, visit: visit)
                entries[visit].statuses[measure] =
                    measure == .redness
                    ? course.statuses[visit] : status(value: value, band: band, surprise: surprise)
            }
        }
        var findings = findings(entries, surprises, redness: course.findings)
        for finding in findings {
            for measure in finding.code.measures {
                let value = comparedValue(measure, visit: finding.visit)
                guard entries[finding.visit].statuses[measure] != nil, let value,
                    let side = entries[finding.visit].bands[measure]?.side(of: value)
                else { continue }
                entries[finding.visit].statuses[measure] = side
            }
        }
        for index in findings.indices { findings[index].visit = places[findings[index].visit] }
        var ordered = entries
        for (visit, var entry) in entries.enumerated() {
            entry.relativeDarkness = callersOrder(entry.relativeDarkness)
            ordered[places[visit]] = entry
        }
        var forecasts = [CurveForecast?](repeating: nil, count: visits.count)
        for visit in visits.indices { forecasts[places[visit]] = forecast(known: visit + 1) }
        return SeriesExpectation(
            visits: ordered, charts: charts(redness: course.fit),
            foretoldCharts: charts(redness: course.fit, asForetold: true), forecasts: forecasts,
            forecast: forecast(known: visits.count), findings: findings)
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
        guard clock.done[visit] > 0 else { return bands }
        bands[.darkness] = darknessBand(known: visit, clock: clock, row: visit)
        bands[.scabs] = scabs.band(visit: visit)
        if isPinned(.coverage, visit: visit) { bands[.coverage] = coverage.band(visit: visit) }
        if isPinned(.density, visit: visit) { bands[.density] = density.band(visit: visit) }
        return bands.mapValues(\.notBelowZero)
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

    /// The value that a visit's band is held against.
    func comparedValue(_ measure: CurveMeasure, visit: Int) -> CurveValue? {
        // A verdict rests on what was known by then.
        if measure == .darkness {
            return relativeDarkness(visit: visit, known: visit + 1)[clock.done[visit] - 1]
        }
        return visits[visit].values[measure]
    }

    private func status(value: CurveValue?, band: ExpectedBand, surprise: CurveSurprise) -> CurveStatus {
        switch value.map(band.side(of:)) {
        case .above where surprise.upperTail < CurveInference.statusTail: .above
        case .below where surprise.lowerTail < CurveInference.statusTail: .below
        default: .asExpected
        }
    }

    /// Load of each session's dots over its fresh load.
    ///
    /// - Parameters:
    ///   - visit: The visit.
    ///   - known: The visits that tell the fresh load, counted from the first. All of them for what is told, so that the
    ///     values of a series are over one and the same load.
    /// - Returns: For each session its dots' load, nil where the visit tells none.
    private func relativeDarkness(visit: Int, known: Int) -> [CurveValue?] {
        var result = [CurveValue?](repeating: nil, count: sessions.count)
        let sample = loads.samples[known]
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
