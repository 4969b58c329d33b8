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
    StudyText.faults(count: count, varies: only != "plain", isBrief: only != nil)
case "reference":
    StudyText.reference(count: count)
case "export":
    print(StudyExport.text(count: count))
case "practice":
    try PracticeStudy.run(practices: count)
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
