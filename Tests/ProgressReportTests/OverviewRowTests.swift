import Foundation
import HealingCurve
import Testing

import ProgressReport

@Suite("A client's row of the overview")
struct OverviewRowTests {
    @Test("It holds codes and numbers, and comes back from JSON as it went in")
    func roundTrip() throws {
        var report = SampleCourse(days: [-2.9, 0.1, 3.9, 8.9], lastingRedness: 8...20).report(
            client: "zoe", name: "Zoë 🌿")
        report.findings[0].evidence = ["value": 7.123456, "high": 2.4]
        report.revised = [RevisedVerdict(photo: "a", measure: .redness, before: .above, after: .asExpected)]
        let row = OverviewRow(report)
        #expect(row.level == .attention)
        #expect(row.stage == .initialHealing && row.day == 8.9)
        #expect(row.findings.map(\.code) == ["redness-above-expected"])
        #expect(row.findings[0].evidence == ["value": 7.123, "high": 2.4])
        #expect(row.revised == 1 && row.photos == 4 && row.notMeasured == 0)
        #expect(row.chart?.measure == .redness && row.chart?.isOff == true && row.chart?.days.count == 4)
        #expect(row.nextPhoto?.day == 14)
        #expect(row.lastVisit == SampleReport.date(2026, 3, 11).calendarDay)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = try encoder.encode(row)
        #expect(try JSONDecoder().decode(OverviewRow.self, from: json) == row)
        #expect(json.count < 1_024, "\(json.count) bytes")
        #expect(!String(decoding: json, as: UTF8.self).contains("redder"))
    }

    @Test("A year of weekly photos keeps two dozen points, the first and the last among them")
    func manyPoints() throws {
        let days = (0..<53).map { Double($0) * 7 + 0.1 }
        let row = OverviewRow(SampleCourse(days: days).report(client: "a", name: nil))
        let chart = try #require(row.chart)
        #expect(chart.measure == .darkness)
        #expect(chart.days.count == 24 && chart.values.count == 24 && chart.lows.count == 24)
        #expect(chart.days.first == 0.1 && chart.days.last == 364.1)
        #expect(try JSONEncoder().encode(row).count < 2_048)
    }

    @Test("What is off is drawn, whatever the day")
    func drawnMeasure() {
        var report = SampleCourse(days: [-2.9, 0.1, 3.9, 60, 90]).report(client: "a", name: nil)
        #expect(OverviewRow(report).chart?.measure == .darkness)
        report.findings = [
            Finding(
                code: "density-below-expected", photo: report.photos[4].file, day: 90, severity: .attention,
                message: "")
        ]
        #expect(OverviewRow(report).chart?.measure == .density)
    }

    @Test("A client that could not be read has a row that says why, and no dates")
    func failure() {
        let failure = PhotoFailure(code: "bad-client-file", message: "client.yaml, line 3: mend it.")
        let row = OverviewRow(ClientReport(client: "x", method: "m", failure: failure))
        #expect(row.level == .failure && row.failure == failure)
        #expect(row.nextPhoto == nil && row.lastVisit == nil && row.chart == nil)
    }

    @Test("A second session starts the guide's days again")
    func secondSession() {
        let report = SampleCourse(days: [-1, 0.2, 3, 8, 13.8, 30], sessions: [0, 28]).report(
            client: "a", name: nil)
        #expect(OverviewRow(report).nextPhoto?.day == 7)
        #expect(
            OverviewRow(report).nextPhoto?.date == SampleReport.date(2026, 3, 2).calendarDay + 28 + 7)
    }
}
