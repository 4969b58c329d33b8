import HealingCurve
import SimulatedClients
import Testing

@Suite("Verdicts and findings say the same")
struct VerdictCoherenceTests {
    private func expectation(_ client: SimulatedClient) -> SeriesExpectation {
        CurveInference.expectation(sessions: client.sessions, visits: client.visits, priors: .published)
    }

    private func isOff(_ measure: CurveMeasure, _ visit: VisitExpectation) -> Bool {
        visit.statuses[measure] == .above || visit.statuses[measure] == .below
    }

    @Test(
        "A finding stands on a value that is outside the range",
        arguments: [
            SimulatedClient.Fault.rednessStays(share: 0.7), .rednessStays(share: 0.4),
            .fadesFast(factor: 8), .scabsLate(days: 10), .dotsLost(share: 0.3, fromDay: 20),
        ])
    func findingNeedsValue(fault: SimulatedClient.Fault) {
        for seed in 8_300..<UInt64(8_303) {
            let result = expectation(SimulatedClient(seed: seed, fault: fault))
            for finding in result.findings {
                let visit = result.visits[finding.visit]
                switch finding.code {
                case .rednessAboveExpected: #expect(visit.statuses[.redness] == .above)
                case .scabsLongerThanExpected: #expect(visit.statuses[.scabs] == .above)
                case .densityBelowExpected: #expect(visit.statuses[.density] == .below)
                case .darknessAboveExpected, .darknessBelowExpected, .fadingFasterThanExpected:
                    #expect(isOff(.darkness, visit) || isOff(.coverage, visit))
                case .toneDrift, .symptomsLongerThanExpected: break
                }
            }
        }
    }

    /// Redness measured with an error of 1 EI, in a client whose calm value is known to be 0.
    private func redness(_ course: [(day: Double, value: Double)]) -> SeriesExpectation {
        let visits = course.map { day, value in
            CurveVisit(day: day, values: [.redness: CurveValue(value: value, standardError: 1)])
        }
        return CurveInference.expectation(
            sessions: [CurveSession(day: 0)], visits: visits, priors: .published)
    }

    @Test("Redness that stays is never called as expected, however long it is seen")
    func redStaysRed() throws {
        let course = [
            (-1.0, 0.0), (0.0, 14.0), (2.0, 14.0), (4.0, 13.0), (7.0, 12.0), (11.0, 10.0), (17.0, 7.5),
            (30.0, 6.0),
        ]
        let result = redness(course)
        let finding = try #require(result.findings.first { $0.code == .rednessAboveExpected })
        #expect(finding.needsAttention)
        #expect(course[finding.visit].0 <= 4)
        for visit in finding.visit..<course.count {
            #expect(result.visits[visit].statuses[.redness] == .above, "day \(course[visit].0)")
            #expect(try #require(result.visits[visit].bands[.redness]).high < course[visit].1)
        }
        #expect(result.findings.count == 1)
    }

    @Test("No band of redness reaches beyond what any client is expected to show")
    func ceiling() throws {
        // Each value alone could be that of a slow client; together they are not.
        let result = redness([(-1, 2), (1, 8), (4, 7), (8, 6), (12, 5.5), (20, 5), (40, 5)])
        for (index, limit) in [(4, 7.0), (5, 5.5), (6, 5.2)] {
            #expect(try #require(result.visits[index].bands[.redness]).high < limit)
        }
        #expect(result.visits[6].statuses[.redness] == .above)
    }

    @Test("Redness that has gone is as expected again")
    func redAndGone() {
        let result = redness([(-1, 0), (0, 14), (3, 14), (6, 12), (12, 0.4), (30, 0.1)])
        #expect(result.visits[3].statuses[.redness] == .above)
        #expect(result.visits[4].statuses[.redness] == .asExpected)
        #expect(result.visits[5].statuses[.redness] == .asExpected)
    }
}
