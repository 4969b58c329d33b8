import SteadyMath

extension SeriesFit {
    /// All that the curve says.
    ///
    /// - Parameter hasCharts: Whether charts are made.
    /// - Returns: Bands, verdicts, findings, forecasts and charts, in the caller's order.
    func expectation(hasCharts: Bool = true) -> SeriesExpectation {
        if sessions.isEmpty { return SeriesExpectation(visits: visits.map { _ in VisitExpectation() }) }
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
            visits: ordered, charts: hasCharts ? charts(redness: course.fit) : [:],
            foretoldCharts: hasCharts ? foretoldCharts(redness: course.fit) : [:], forecasts: forecasts,
            forecast: forecast(known: visits.count), findings: findings)
    }

    private func callersOrder(_ values: [CurveValue?]) -> [CurveValue?] {
        var result = values
        for (index, place) in sessionPlaces.enumerated() { result[place] = values[index] }
        return result
    }

    // MARK: Bands

    /// Whether visits have told how much there is of a measure.
    ///
    /// Redness and scabs need none. Darkness needs a load of the last session's dots, coverage and density a value
    /// since the last session.
    ///
    /// - Parameters:
    ///   - measure: The measure.
    ///   - done: Sessions done.
    ///   - known: Visits that are known, from the first.
    /// - Returns: Whether a band means anything.
    func isPinned(_ measure: CurveMeasure, done: Int, known: Int) -> Bool {
        switch measure {
        case .redness: true
        case .scabs: done > 0
        case .darkness:
            pigment.model.observations.contains { $0.visit < known && $0.session == done - 1 && done > 0 }
        case .coverage:
            pigment.model.observations.contains {
                $0.visit < known && $0.session < 0 && clock.done[$0.visit] == done
            }
        case .density:
            dots.model.observations.contains {
                $0.visit < known && $0.session < 0 && clock.done[$0.visit] == done
            }
        }
    }

    private func isPinned(_ measure: CurveMeasure, visit: Int) -> Bool {
        isPinned(measure, done: clock.done[visit], known: visit)
    }

    private func bands(visit: Int) -> [CurveMeasure: ExpectedBand] {
        var bands: [CurveMeasure: ExpectedBand] = [:]
        guard let days = clock.sinceLast(at: visit) else { return bands }
        let sample = pigment.samples[visit]
        bands[.darkness] = MeasureFit<PigmentModel>.band(
            pigment.model.shares(sample.parameters, daysSinceSession: days), weights: sample.weights,
            scatter: pigment.model.scatter)
        bands[.scabs] = scabs.band(known: visit, row: visit)
        if isPinned(.coverage, visit: visit) { bands[.coverage] = pigment.band(known: visit, row: visit) }
        if isPinned(.density, visit: visit) { bands[.density] = dots.band(known: visit, row: visit) }
        return bands.mapValues(\.notBelowZero)
    }

    // MARK: Verdicts

    private func surprisesOf(visit: Int) -> [CurveMeasure: CurveSurprise] {
        var result: [CurveMeasure: CurveSurprise] = [:]
        let last = clock.done[visit] - 1
        if let seen = redness.model.observation(ofVisit: visit) {
            result[.redness] = redness.surprise(seen, bumps: .redness)
        }
        if isPinned(.darkness, visit: visit),
            let seen = pigment.model.observation(ofVisit: visit, session: last)
        {
            result[.darkness] = pigment.surprise(seen, bumps: .pigment)
        }
        if isPinned(.coverage, visit: visit), let seen = pigment.model.observation(ofVisit: visit) {
            result[.coverage] = pigment.surprise(seen, bumps: .pigment)
        }
        if isPinned(.density, visit: visit), let seen = dots.model.observation(ofVisit: visit) {
            result[.density] = dots.surprise(seen, bumps: .pigment)
        }
        if let seen = scabs.model.observation(ofVisit: visit) {
            result[.scabs] = scabs.surprise(seen, bumps: .scabs)
        }
        return result
    }

    /// The value that a visit's band is held against.
    func comparedValue(_ measure: CurveMeasure, visit: Int) -> CurveValue? {
        // A verdict rests on what was known by then.
        if measure == .darkness {
            return clock.done[visit] > 0
                ? relativeDarkness(visit: visit, known: visit + 1)[clock.done[visit] - 1] : nil
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
        let sample = pigment.samples[known]
        for seen in pigment.model.observations where seen.visit == visit && seen.session >= 0 {
            let inverse = sample.parameters[PigmentModel.freshLoadIndex(session: seen.session)].map { 1 / $0 }
            let mean = inverse.mean(sample.weights)
            let square = inverse.map { ($0 - mean) * ($0 - mean) }.mean(sample.weights)
            let photo = seen.standardError * mean
            let fit = abs(seen.value) * square.squareRoot()
            result[seen.session] = CurveValue(
                value: seen.value * mean, standardError: (photo * photo + fit * fit).squareRoot())
        }
        return result
    }
}
