import HealingCurve

/// How many simulated clients' true values lay in their bands, by measure and stage.
struct CurveStudy {
    var held: [String: Int] = [:]
    var counted: [String: Int] = [:]
    var widths: [String: [Double]] = [:]
    var statuses = 0
    var outside = 0
    var seriesOutside = 0
    var seriesWithAttention = 0
    var seriesWithFinding = 0
    var findings: [String: Int] = [:]
    var series = 0

    mutating func add(_ client: SimulatedClient, _ expectation: SeriesExpectation) {
        series += 1
        var isOutside = false
        for (index, visit) in expectation.visits.enumerated() {
            let day = client.visits[index].day
            let stage = HealingStage(day: day - (client.sessions.last { $0.day <= day }?.day ?? .infinity))
            for measure in CurveMeasure.allCases {
                if let band = visit.bands[measure], let value = client.truth[index][measure] {
                    for key in [measure.rawValue + " " + stage.rawValue, measure.rawValue] {
                        counted[key, default: 0] += 1
                        if value >= band.low && value <= band.high { held[key, default: 0] += 1 }
                    }
                    widths["\(measure.rawValue) day \(Int(day))", default: []].append(band.high - band.low)
                }
                if let status = visit.statuses[measure] {
                    statuses += 1
                    if status != .asExpected {
                        outside += 1
                        isOutside = true
                    }
                }
            }
        }
        if isOutside { seriesOutside += 1 }
        if expectation.findings.contains(where: \.needsAttention) { seriesWithAttention += 1 }
        if !expectation.findings.isEmpty { seriesWithFinding += 1 }
        for finding in expectation.findings {
            findings[finding.code.rawValue + (finding.needsAttention ? "!" : ""), default: 0] += 1
        }
    }

    func share(_ key: String) -> Double {
        Double(held[key] ?? 0) / Double(max(1, counted[key] ?? 0))
    }
}
