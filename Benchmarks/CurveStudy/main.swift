import Foundation
import HealingCurve
import SimulatedClients
import SteadyMath

let arguments = Array(CommandLine.arguments.dropFirst())
let part = arguments.first ?? "bands"
let count = arguments.count > 1 ? Int(arguments[1]) ?? 100 : 100
let only = arguments.count > 2 ? arguments[2] : nil

func expectation(_ client: SimulatedClient) -> SeriesExpectation {
    CurveInference.expectation(
        sessions: client.sessions, visits: client.visits, priors: .published, hasCharts: false)
}

switch part {
case "bands":
    for (name, population) in [
        ("from the priors", Population.priors(.published)), ("half outside", .halfOutside),
    ] {
        for pattern in VisitPattern.all where only == nil || only == pattern.name {
            var study = CurveStudy()
            let results = parallel(count) { index in
                let client = SimulatedClient(
                    seed: 10_000 + UInt64(index), days: pattern.days, sessions: pattern.sessions,
                    population: population)
                return (client, expectation(client))
            }
            for (client, result) in results { study.add(client, result) }
            print(StudyText.bands(study, title: "\(name), \(pattern.name)"))
        }
    }
case "faults":
    StudyText.faults(count: count)
case "reference":
    StudyText.reference(count: count)
case "eff":
    debugPrint_ = true
    let pattern = VisitPattern.all[Int(only ?? "0")!]
    for index in 0..<count {
        print("client", index)
        _ = expectation(SimulatedClient(seed: 90_000 + UInt64(index), days: pattern.days, sessions: pattern.sessions))
    }
case "dump":
    debugPrint_ = only != nil
    for index in 0..<count {
        let client = SimulatedClient(
            seed: 50_000 + UInt64(index), days: VisitPattern.dense.days.filter { $0 <= 8 },
            fault: .rednessStays(share: 0.7))
        let result = expectation(client)
        if result.findings.contains(where: { $0.code == .rednessAboveExpected }) { continue }
        print(index, String(format: "A %.1f tau %.2f c %.2f", client.curve.sessions[0].rednessAmplitude, client.curve.rednessTimeConstant, client.curve.rednessOffset))
        for (visit, entry) in zip(client.visits, result.visits) {
            let v = visit.values[.redness]!, b = entry.bands[.redness]!
            print(String(format: "   day %.0f: %.2f ± %.2f  band %.2f %.2f %.2f", visit.day, v.value, v.standardError, b.low, b.median, b.high), entry.statuses[.redness] ?? "", entry.upperTails[.redness] ?? 0)
        }
    }
case "time":
    let start = Date()
    for index in 0..<count {
        let client = SimulatedClient(seed: 10_000 + UInt64(index))
        _ = CurveInference.expectation(
            sessions: client.sessions, visits: client.visits, priors: .published, hasCharts: only != "plain")
    }
    print("\(Date().timeIntervalSince(start) / Double(count) * 1_000) ms a client")
default:
    print("bands | faults | time COUNT")
}
