import Foundation
import HealingCurve
import SimulatedClients

let arguments = Array(CommandLine.arguments.dropFirst())
let count = arguments.count > 1 ? Int(arguments[1]) ?? 0 : 0

/// What the published curve says of a client, without charts.
func expectation(_ client: SimulatedClient) -> SeriesExpectation {
    CurveInference.expectation(
        sessions: client.sessions, visits: client.visits, priors: .published, hasCharts: false)
}

switch arguments.first {
case "page": print(try StudyPage.text(clients: max(8, count)), terminator: "")
case "practice": print(PracticeStudy.text(try PracticeStudy.run(practices: max(1, count))))
case "reference": StudyText.reference(count: max(1, count))
case "export": print(StudyExport.text(count: max(1, count)))
case "time":
    for hasCharts in [false, true] {
        let start = ContinuousClock.now
        for index in 0..<max(1, count) {
            let client = SimulatedClient(seed: 10_000 + UInt64(index))
            _ = CurveInference.expectation(
                sessions: client.sessions, visits: client.visits, priors: .published, hasCharts: hasCharts)
        }
        let each = (ContinuousClock.now - start) / max(1, count)
        print("\(hasCharts ? "with" : "without") charts: \(each) a client of twelve visits, one thread")
    }
default:
    print(
        """
        curve-study page N       bands, alarms, faults, forecasts and practices on N clients of each kind, as Markdown
        curve-study practice N   what the curve learns of N practices
        curve-study reference N  bands of the usual number of draws beside those of many, N clients
        curve-study export N     N clients with their bands as JSON, for a check by another program
        curve-study time N       time a client takes
        """)
}
