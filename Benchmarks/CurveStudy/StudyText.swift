import Foundation
import HealingCurve
import SimulatedClients

/// The study's findings as text.
enum StudyText {
    static func percent(_ share: Double, _ decimals: Int = 1) -> String {
        String(format: "%.\(decimals)f", 100 * share)
    }

    static func bands(_ study: CurveStudy, title: String) -> String {
        var text = "\n## \(title) (\(study.series) clients)\n"
        let stages = HealingStage.allCases
        text += "| measure | " + stages.map(\.rawValue).joined(separator: " | ") + " | all |\n"
        for measure in CurveMeasure.allCases {
            let cells = stages.map { stage in
                study.tallies[CurveStudy.key(measure, stage)].map(cell) ?? ""
            }
            text += "| \(measure.rawValue) | " + cells.joined(separator: " | ")
            text += " | " + (study.tallies[measure.rawValue].map(cell) ?? "") + " |\n"
        }
        for (measure, day) in [(CurveMeasure.redness, 8.0), (.darkness, 42), (.darkness, 365)] {
            if let tally = study.tallies[CurveStudy.key(measure, day: day)] {
                text +=
                    "width \(measure.rawValue) day \(Int(day)): "
                    + String(format: "%.3f (best %.3f)\n", tally.medianWidth, tally.medianBest)
            }
        }
        let series = Double(study.series)
        text += "attention \(percent(Double(study.seriesWithAttention) / series)) % of series, finding "
        text += "\(percent(Double(study.seriesWithFinding) / series)) %, outside \(study.outside) of "
        text += "\(study.statuses) values in \(percent(Double(study.seriesOutside) / series)) % of series\n"
        text +=
            "findings: "
            + study.findings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            .joined(separator: ", ") + "\n"
        let errors = study.darknessErrors.sorted()
        if !errors.isEmpty {
            let squares = study.darknessOverError.reduce(0) { $0 + $1 * $1 }
            text +=
                "relative darkness off by \(percent(errors[errors.count / 2], 2)) % (median), RMS over error "
            text += String(format: "%.2f\n", (squares / Double(errors.count)).squareRoot())
        }
        text += "touch-up held \(percent(Double(study.touchUpsHeld) / series)) %; settled off by "
        let settled = study.settledErrors.sorted()
        if !settled.isEmpty { text += "\(percent(settled[settled.count / 2], 2)) % (median)\n" }
        return text
    }

    private static func cell(_ tally: CurveStudy.Tally) -> String {
        "\(percent(tally.share)) ± \(percent(tally.standardError))"
    }

    static func faults(count: Int, varies: Bool = true, isBrief: Bool = false) {
        var errors = SimulatedClient.Errors()
        errors.varies = varies
        let kept = errors
        let dense = VisitPattern.dense
        func caught(
            _ fault: SimulatedClient.Fault, _ code: CurveFinding.Code, byDay day: Double,
            population: Population = .priors(.published)
        ) -> Double {
            let found = parallel(count) { index in
                let client = SimulatedClient(
                    seed: 50_000 + UInt64(index), days: dense.days.filter { $0 <= day }, fault: fault,
                    population: population, errors: kept)
                return expectation(client).findings.contains { $0.code == code && $0.needsAttention }
            }
            return Double(found.count { $0 }) / Double(count)
        }
        for share in isBrief ? [0.7] : [0.7, 0.525, 0.35, 0.175, 0.0] {
            let early = caught(.rednessStays(share: share), .rednessAboveExpected, byDay: 8)
            let late = caught(.rednessStays(share: share), .rednessAboveExpected, byDay: 28)
            print("redness stays \(share): by day 8 \(percent(early)) %, by day 28 \(percent(late)) %")
        }
        for factor in isBrief ? [6.0] : [6.0, 4.5, 3.0, 1.5, 1.0] {
            let found = caught(.fadesFast(factor: factor), .fadingFasterThanExpected, byDay: 365)
            print("fading × \(factor): \(percent(found)) %")
        }
        if isBrief { return }
        for days in [20.0, 10.0, 5.0, 2.5] {
            let found = caught(.scabsLate(days: days), .scabsLongerThanExpected, byDay: 28)
            print("scabs \(days) days late: by day 28 \(percent(found)) %")
        }
        for share in [Double]() + [0.5, 0.3, 0.15, 0.075] {
            let lost = caught(.dotsLost(share: share, fromDay: 20), .densityBelowExpected, byDay: 42)
            let pale = caught(.pale(share: share, fromDay: 30), .darknessBelowExpected, byDay: 90)
            print("dots lost \(share): \(percent(lost)) %; pigment pale \(share): \(percent(pale)) %")
        }
    }

    /// How far bands of few draws lie from those of many, in widths of the band.
    static func reference(count: Int) {
        for pattern in [VisitPattern.dense, VisitPattern.all[4]] {
            for draws in [2_048] {
                let offs = parallel(count) { index in
                    let client = SimulatedClient(
                        seed: 90_000 + UInt64(index), days: pattern.days, sessions: pattern.sessions)
                    func bands(_ draws: Int) -> [[CurveMeasure: ExpectedBand]] {
                        CurveInference.expectation(
                            sessions: client.sessions, visits: client.visits, priors: .published, draws: draws
                        ).visits.map(\.bands)
                    }
                    var offs: [CurveMeasure: [Double]] = [:]
                    for (few, many) in zip(bands(draws), bands(32_768)) {
                        for (measure, band) in many {
                            guard let other = few[measure] else { continue }
                            let width = max(band.high - band.low, 1e-12)
                            offs[measure, default: []] += [
                                abs(other.low - band.low) / width, abs(other.median - band.median) / width,
                                abs(other.high - band.high) / width,
                            ]
                        }
                    }
                    return offs
                }
                for measure in CurveMeasure.allCases {
                    let all = offs.flatMap { $0[measure] ?? [] }.sorted()
                    func at(_ share: Double) -> String {
                        percent(all[min(all.count - 1, Int(share * Double(all.count)))], 2)
                    }
                    print(
                        "\(pattern.name), \(draws) draws, \(measure.rawValue): median \(at(0.5)) %, "
                            + "95 % \(at(0.95)) %, 99 % \(at(0.99)) %, most \(at(1)) %")
                }
            }
        }
    }
}
