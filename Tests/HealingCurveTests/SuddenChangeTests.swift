import HealingCurve
import SimulatedClients
import Testing

@Suite("Sudden changes are told by what photos confirm")
struct SuddenChangeTests {
    private func expectation(_ client: SimulatedClient) -> SeriesExpectation {
        CurveInference.expectation(
            sessions: client.sessions, visits: client.visits, priors: .published, hasCharts: false)
    }

    @Test("Dots that go are told whether early or late in a long series", arguments: [60.0, 220])
    func dotsLost(day: Double) {
        let days = [-1, 0, 2, 5, 9, 14, 21] + stride(from: 30.0, through: 300, by: 15)
        let client = SimulatedClient(seed: 21, days: days, fault: .dotsLost(share: 0.4, fromDay: day))
        // The same loss shows in the pigment, which may be told first.
        let told = expectation(client).findings.filter {
            $0.code == .densityBelowExpected || $0.code == .darknessBelowExpected
        }
        #expect(told.first?.needsAttention == true)
        if let first = told.first {
            #expect(days[first.visit] >= day && days[first.visit] <= day + 30)
        }
    }

    @Test("One wild photo of redness asks for no attention, a second one does")
    func wildRedness() {
        let plain = SimulatedClient(seed: 22, days: [-1, 0, 1, 3, 5, 8, 12, 18, 28, 42])
        var once = plain
        once.visits[7].values[.redness]?.value += 9
        var twice = once
        twice.visits[8].values[.redness]?.value += 9
        let alarms = expectation(plain).findings.count { $0.needsAttention }
        #expect(alarms == 0)
        #expect(!expectation(once).findings.contains { $0.code == .rednessAboveExpected })
        let told = expectation(twice).findings.filter { $0.code == .rednessAboveExpected }
        #expect(told.map(\.visit) == [8])
    }

    @Test("Paleness before week four is a note, after it attention")
    func pale() {
        let early = SimulatedClient(
            seed: 23, days: [-1, 0, 1, 3, 5, 8, 12, 18, 22], fault: .pale(share: 0.5, fromDay: 18))
        let found = expectation(early).findings.filter { $0.code == .darknessBelowExpected }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { !$0.needsAttention })
        let late = SimulatedClient(seed: 23, fault: .pale(share: 0.5, fromDay: 35))
        #expect(
            expectation(late).findings.contains { $0.code == .darknessBelowExpected && $0.needsAttention })
    }
}
