import Foundation
import HealingCurve
import SimulatedClients

/// The study's findings as text.
enum StudyText {
    static func percent(_ share: Double, _ decimals: Int = 1) -> String {
        String(format: "%.\(decimals)f", 100 * share)
    }

    static func cell(_ tally: CurveStudy.Tally) -> String {
        "\(percent(tally.share)) ± \(percent(tally.standardError))"
    }

    /// A fault of some strength, and how many it was found in.
    struct Caught {
        var fault: String
        var day: Double
        var caught: Double
    }

    /// How many clients each fault is found in, by strength.
    static func faults(count: Int) -> [Caught] {
        var lines: [Caught] = []
        func add(_ name: String, _ fault: SimulatedClient.Fault, _ code: CurveFinding.Code, byDay day: Double)
        {
            let found = parallel(count) { index in
                let client = SimulatedClient(
                    seed: 50_000 + UInt64(index), days: VisitPattern.dense.days.filter { $0 <= day },
                    fault: fault)
                return expectation(client).findings.contains { $0.code == code && $0.needsAttention }
            }
            lines.append(Caught(fault: name, day: day, caught: Double(found.count { $0 }) / Double(count)))
        }
        for share in [0.7, 0.525, 0.35, 0.175] {
            for day in [8.0, 28] {
                add(
                    "\(percent(share)) % of the flare stays", .rednessStays(share: share),
                    .rednessAboveExpected, byDay: day)
            }
        }
        for factor in [6.0, 3, 1.5] {
            add("fading × \(factor)", .fadesFast(factor: factor), .fadingFasterThanExpected, byDay: 365)
        }
        for days in [20.0, 10, 5] {
            add("scabs \(Int(days)) days late", .scabsLate(days: days), .scabsLongerThanExpected, byDay: 28)
        }
        for share in [0.5, 0.3, 0.15] {
            add(
                "\(percent(share, 0)) % of the dots gone from day 20", .dotsLost(share: share, fromDay: 20),
                .densityBelowExpected, byDay: 42)
            add(
                "\(percent(share, 0)) % of the pigment missing from day 30", .pale(share: share, fromDay: 30),
                .darknessBelowExpected, byDay: 90)
        }
        return lines
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
