import Foundation
import HealingCurve
import SimulatedClients

/// Simulated clients with what the curve says of them as JSON, for a check by another program.
enum StudyExport {
    static func text(count: Int) -> String {
        var clients: [[String: Any]] = []
        for index in 0..<count {
            let pattern = VisitPattern.all[index % VisitPattern.all.count]
            let client = SimulatedClient(
                seed: 90_000 + UInt64(index), days: pattern.days, sessions: pattern.sessions)
            let result = CurveInference.expectation(
                sessions: client.sessions, visits: client.visits, priors: .published, hasCharts: false)
            func values(_ list: [CurveValue?]) -> [Any] {
                list.map { $0.map { [$0.value, $0.standardError] } ?? NSNull() }
            }
            let visits = zip(client.visits, result.visits).map { visit, told in
                var seen: [String: Any] = [:]
                for (measure, value) in visit.values {
                    seen[measure.rawValue] = [value.value, value.standardError]
                }
                var bands: [String: Any] = [:]
                for (measure, band) in told.bands {
                    bands[measure.rawValue] = [band.low, band.median, band.high]
                }
                return [
                    "day": visit.day, "values": seen, "loads": values(visit.loads),
                    "visibleShares": values(visit.visibleShares), "bands": bands,
                ] as [String: Any]
            }
            clients.append([
                "pattern": pattern.name, "sessions": pattern.sessionDays, "visits": visits,
                "findings": result.findings.map(\.code.rawValue),
            ])
        }
        guard let data = try? JSONSerialization.data(withJSONObject: clients, options: [.sortedKeys]) else {
            return "[]"
        }
        return String(decoding: data, as: UTF8.self)
    }
}
