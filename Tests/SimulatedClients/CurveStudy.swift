import HealingCurve

/// How many simulated clients' true values lay in their bands, by measure and stage, and how many were alarmed.
package struct CurveStudy: Sendable {
    /// Values of one group.
    package struct Tally: Sendable {
        package var clients = 0
        package var values = 0
        package var held = 0
        /// Squares of how far a client's share held lies off, weighted by values: for a standard error by clients.
        var perClient: [(values: Int, held: Int)] = []
        package var widths: [Double] = []
        package var bestWidths: [Double] = []

        /// Share of the true values in their bands.
        package var share: Double { Double(held) / Double(max(1, values)) }

        /// Standard error of ``share``, clients taken as independent.
        package var standardError: Double {
            let share = share
            var sum = 0.0
            for client in perClient {
                let off = Double(client.held) - share * Double(client.values)
                sum += off * off
            }
            return sum.squareRoot() / Double(max(1, values))
        }

        package var medianWidth: Double { widths.sorted()[widths.count / 2] }
        package var medianBest: Double { bestWidths.sorted()[bestWidths.count / 2] }
    }

    package private(set) var tallies: [String: Tally] = [:]
    package private(set) var series = 0
    package private(set) var seriesWithAttention = 0
    package private(set) var seriesWithFinding = 0
    package private(set) var seriesOutside = 0
    package private(set) var statuses = 0
    package private(set) var outside = 0
    package private(set) var findings: [String: Int] = [:]
    package private(set) var darknessErrors: [Double] = []
    package private(set) var darknessOverError: [Double] = []
    package private(set) var touchUpsHeld = 0
    package private(set) var settledErrors: [Double] = []

    package init() {}

    /// Key of a measure in a stage.
    package static func key(_ measure: CurveMeasure, _ stage: HealingStage) -> String {
        measure.rawValue + " " + stage.rawValue
    }

    /// Key of a measure in a stage, of values whose band earlier photos had made less than half as wide as it is without
    /// any photo.
    package static func narrowedKey(_ measure: CurveMeasure, _ stage: HealingStage) -> String {
        key(measure, stage) + " narrowed"
    }

    /// Key of a measure on a day.
    package static func key(_ measure: CurveMeasure, day: Double) -> String {
        "\(measure.rawValue) day \(Int(day))"
    }

    /// Counts a client.
    ///
    /// - Parameters:
    ///   - client: The client.
    ///   - expectation: What the curve said of the client's visits.
    package mutating func add(_ client: SimulatedClient, _ expectation: SeriesExpectation) {
        series += 1
        var isOutside = false
        let blank = CurveInference.expectation(
            sessions: client.sessions, visits: client.visits.map { CurveVisit(day: $0.day) },
            priors: .published,
            draws: 1_024)
        var own: [String: (values: Int, held: Int)] = [:]
        for (index, visit) in expectation.visits.enumerated() {
            let day = client.visits[index].day
            let last = client.sessions.last { $0.day <= day }?.day
            let stage = HealingStage(day: day - (last ?? .infinity))
            for measure in CurveMeasure.allCases {
                if let band = visit.bands[measure], let value = client.truth[index][measure] {
                    let isHeld = value >= band.low && value <= band.high
                    var keys = [Self.key(measure, stage), measure.rawValue, Self.key(measure, day: day)]
                    if Self.isNarrowed(band, measure, blank.visits[index].bands) {
                        keys.append(Self.narrowedKey(measure, stage))
                        keys.append(measure.rawValue + " narrowed")
                    }
                    for key in keys {
                        own[key, default: (0, 0)].values += 1
                        if isHeld { own[key, default: (0, 0)].held += 1 }
                        tallies[key, default: Tally()].widths.append(band.high - band.low)
                        tallies[key, default: Tally()].bestWidths.append(
                            2 * 1.645 * Self.scatter(of: measure, value: value))
                    }
                }
                if let status = visit.statuses[measure] {
                    statuses += 1
                    if status != .asExpected {
                        outside += 1
                        isOutside = true
                    }
                }
            }
            if let done = last.flatMap({ day in client.sessions.firstIndex { $0.day == day } }),
                let told = visit.relativeDarkness[done], let truth = client.truth[index][.darkness]
            {
                darknessErrors.append(abs(told.value / truth - 1))
                darknessOverError.append((told.value - truth) / told.standardError)
            }
        }
        for (key, counts) in own {
            tallies[key, default: Tally()].clients += 1
            tallies[key, default: Tally()].values += counts.values
            tallies[key, default: Tally()].held += counts.held
            tallies[key, default: Tally()].perClient.append(counts)
        }
        if isOutside { seriesOutside += 1 }
        if expectation.findings.contains(where: \.needsAttention) { seriesWithAttention += 1 }
        if !expectation.findings.isEmpty { seriesWithFinding += 1 }
        for finding in Set(expectation.findings.map { $0.code.rawValue + ($0.needsAttention ? "!" : "") }) {
            findings[finding, default: 0] += 1
        }
        if let forecast = expectation.forecast {
            let day = client.touchUpDay
            if day >= forecast.touchUp.low && day <= forecast.touchUp.high { touchUpsHeld += 1 }
            settledErrors.append(abs(forecast.settledDarkness.median / client.settledDarkness - 1))
        }
    }

    /// Whether earlier photos made a band less than half as wide as it is without any.
    private static func isNarrowed(
        _ band: ExpectedBand, _ measure: CurveMeasure, _ blank: [CurveMeasure: ExpectedBand]
    ) -> Bool {
        func width(_ band: ExpectedBand, _ isRelative: Bool) -> Double {
            (band.high - band.low) / (isRelative ? max(band.median, 1e-300) : 1)
        }
        switch measure {
        case .redness, .scabs:
            return blank[measure].map { width(band, false) < width($0, false) / 2 } ?? false
        case .darkness, .coverage:
            return blank[.darkness].map { width(band, true) < width($0, true) / 2 } ?? false
        case .density:
            // The dots made are never known without a photo; what goes of them has no band of its own.
            return true
        }
    }

    /// Scatter of true values about a form whose parameters are known: the best that any band can do.
    private static func scatter(of measure: CurveMeasure, value: Double) -> Double {
        switch measure {
        case .redness: CurveScatter.redness
        case .darkness, .coverage: CurveScatter.darkness * value
        case .density: CurveScatter.density * value
        case .scabs: 0
        }
    }
}
