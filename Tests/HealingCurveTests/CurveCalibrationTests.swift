import HealingCurve
import SimulatedClients
import Testing

@Suite("Bands hold what they say, and alarms are rare")
struct CurveCalibrationTests {
    /// Without optimisation a client takes seconds: fewer are looked at then.
    private static let isSlow: Bool = {
        var slow = false
        assert(
            {
                slow = true
                return true
            }())
        return slow
    }()

    @Test("Nine of ten true values of clients from the priors lie in their bands, few are told off")
    func normalClients() {
        let count = Self.isSlow ? 4 : 60
        var study = CurveStudy()
        for seed in 0..<UInt64(count) {
            let client = SimulatedClient(seed: 7_000 + seed)
            study.add(
                client,
                CurveInference.expectation(
                    sessions: client.sessions, visits: client.visits, priors: .published))
        }
        if Self.isSlow { return }
        // Values of one client are not independent: two standard errors of 60 clients are about 5 %.
        for measure in CurveMeasure.allCases {
            let share = study.tallies[measure.rawValue]?.share ?? 0
            #expect(share > 0.86 && share < 0.97, "\(measure): \(share)")
        }
        #expect(study.seriesWithAttention <= 2)
        // One series in ten: 6 of 60, with a standard deviation of 2.3; three of them are allowed for.
        #expect(study.seriesOutside <= 13)
        #expect(study.statuses > 60 * 45)
    }

    private func findings(_ fault: SimulatedClient.Fault, seeds: Range<UInt64>) -> [[CurveFinding]] {
        seeds.map { seed in
            let client = SimulatedClient(seed: seed, fault: fault)
            return CurveInference.expectation(
                sessions: client.sessions, visits: client.visits, priors: .published
            ).findings
        }
    }

    @Test("Redness that stays is found by day 8, fast fading by day 365")
    func faultsAreFound() {
        let count: UInt64 = Self.isSlow ? 2 : 20
        let dayEight = SimulatedClient.denseDays.firstIndex(of: 8) ?? 0
        let red = findings(.rednessStays(share: 0.7), seeds: 8_000..<8_000 + count)
        let found = red.count { found in
            found.contains {
                $0.code == .rednessAboveExpected && $0.visit <= dayEight && $0.needsAttention
            }
        }
        #expect(found >= Int(count) * 18 / 20)
        let faded = findings(.fadesFast(factor: 6), seeds: 8_100..<8_100 + count)
        #expect(faded.count { $0.contains(where: \.needsAttention) } >= Int(count) * 18 / 20)
    }

    @Test("A finding is told once between two sessions")
    func toldOnce() {
        let count: UInt64 = Self.isSlow ? 1 : 5
        for found in findings(.rednessStays(share: 0.9), seeds: 8_200..<8_200 + count) {
            #expect(found.count { $0.code == .rednessAboveExpected } == 1)
        }
    }

    @Test("Itching after two weeks is told once an episode")
    func symptoms() {
        let sessions = [CurveSession(day: 0), CurveSession(day: 30)]
        func entry(_ day: Double, _ itching: Double?, _ tenderness: Double?) -> CurveSymptom {
            CurveSymptom(day: day, itching: itching, tenderness: tenderness)
        }
        let log = [
            entry(20, 1, 4), entry(3, 8, 8), entry(14, 9, nil), entry(16, nil, 5), entry(18, 2, 3),
            entry(25, 3.9, 0), entry(33, 9, 9), entry(50, 4, nil), entry(-2, 9, 9),
        ]
        let found = CurveSymptom.findings(symptoms: log, sessions: sessions)
        #expect(found.map(\.visit) == [3, 0, 7])
        #expect(found.allSatisfy { $0.code == .symptomsLongerThanExpected && $0.needsAttention })
        #expect(found[1].evidence == ["daysSinceSession": 20, "itching": 1, "tenderness": 4])
    }

    @Test("A tone that drifts is noted once, one that wavers is not")
    func tone() {
        func entry(_ day: Double, _ value: Double) -> CurveTone {
            CurveTone(day: day, tone: CurveValue(value: value, standardError: 0.01))
        }
        let sessions = [CurveSession(day: 0)]
        let steady = [
            entry(2, 0.4), entry(30, 0.02), entry(60, -0.01), entry(90, 0.03), entry(365, 0.04),
        ]
        #expect(CurveTone.findings(tones: steady, sessions: sessions).isEmpty)
        let drifting = steady + [entry(500, -0.2), entry(700, -0.25)]
        let found = CurveTone.findings(tones: drifting, sessions: sessions)
        #expect(found.map(\.visit) == [5])
        #expect((found.first?.evidence["drift"] ?? 0) < -0.2)
    }
}
