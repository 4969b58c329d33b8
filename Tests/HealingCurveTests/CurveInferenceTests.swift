import HealingCurve
import SimulatedClients
import SteadyMath
import Testing

@Suite("Photos are held against what earlier photos foretell")
struct CurveInferenceTests {
    private func expectation(_ client: SimulatedClient) -> SeriesExpectation {
        CurveInference.expectation(sessions: client.sessions, visits: client.visits, priors: .published)
    }

    private let shortDays: [Double] = [-1, 0, 3, 8, 28]

    @Test("The same series gives the same bits")
    func sameBits() {
        let client = SimulatedClient(seed: 1, days: shortDays)
        #expect(expectation(client) == expectation(client))
    }

    @Test(
        "Changing a later visit changes no earlier band or verdict, but for the fresh load that loads are told over"
    )
    func noFutureLeaks() {
        let client = SimulatedClient(seed: 2, days: shortDays)
        var changed = client
        changed.visits[4].values[.redness] = CurveValue(value: 20, standardError: 0.5)
        changed.visits[4].values[.coverage] = CurveValue(value: 0.2, standardError: 0.001)
        changed.visits[4].loads = [CurveValue(value: 90, standardError: 1)]
        changed.visits.append(CurveVisit(day: 60, values: [.redness: CurveValue(value: 9, standardError: 1)]))
        let before = expectation(client)
        let after = expectation(changed)
        /// All but the values over the fresh load, which all visits tell together.
        func foretold(_ visit: VisitExpectation) -> VisitExpectation {
            var visit = visit
            visit.relativeDarkness = []
            return visit
        }
        #expect(before.visits[0..<4].map(foretold) == after.visits[0..<4].map(foretold))
        #expect(before.visits[4].bands == after.visits[4].bands)
        #expect(before.visits[4].statuses != after.visits[4].statuses)
    }

    @Test("The order in which visits and sessions are given does not matter")
    func orderDoesNotMatter() {
        let sessions = [CurveSession(day: 0), CurveSession(day: 14)]
        let client = SimulatedClient(seed: 3, days: [-1, 2, 8, 15, 30], sessions: sessions)
        let straight = expectation(client)
        var turned = client
        turned.sessions.reverse()
        turned.visits.reverse()
        for index in turned.visits.indices {
            turned.visits[index].loads.reverse()
            turned.visits[index].visibleShares.reverse()
        }
        let back = expectation(turned)
        for (index, visit) in straight.visits.enumerated() {
            let other = back.visits[straight.visits.count - 1 - index]
            #expect(visit.bands == other.bands)
            #expect(visit.statuses == other.statuses)
            #expect(visit.relativeDarkness == other.relativeDarkness.reversed())
        }
        #expect(straight.charts == back.charts)
        #expect(straight.forecast == back.forecast)
    }

    @Test("Before any photo the redness band is the prior's")
    func priorBand() throws {
        let visits = [CurveVisit(day: -1)]
        let result = CurveInference.expectation(
            sessions: [CurveSession(day: 0)], visits: visits, priors: .published)
        let band = try #require(result.visits[0].bands[.redness])
        // Offset 0 (−2.5…2.5) and a scatter of 0.3 EI: √(1.520² + 0.3²) · 1.645 = 2.548.
        #expect(abs(band.low + 2.548) < 0.05)
        #expect(abs(band.median) < 0.03)
        #expect(abs(band.high - 2.548) < 0.05)
        #expect(result.visits[0].bands.count == 1)
        #expect(result.visits[0].statuses.isEmpty)
        #expect(result.forecast == nil)
    }

    @Test("The photo before treatment pins the client's own offset")
    func offsetIsPinned() throws {
        let calm = CurveValue(value: 2.4, standardError: 0.3)
        let visits = [
            CurveVisit(day: -1, values: [.redness: calm]), CurveVisit(day: 30),
        ]
        let band = try #require(
            CurveInference.expectation(
                sessions: [CurveSession(day: 0)], visits: visits, priors: .published
            ).visits[1].bands[.redness])
        #expect(abs(band.median - 2.2) < 0.25)
        // Wide priors and heavy tails alike: 1.645 · 2 · √(0.3² + 0.3² + 0.15² + 0.3²) is 1.8.
        #expect(band.high - band.low < 2.4)
    }

    @Test("Coverage and density have no band until a photo after the session has pinned them")
    func pinning() {
        let sessions = [CurveSession(day: 0), CurveSession(day: 14)]
        let client = SimulatedClient(seed: 4, days: [-1, 1, 5, 15, 20], sessions: sessions)
        let visits = expectation(client).visits
        for (index, isPinned) in [false, false, true, false, true].enumerated() {
            #expect((visits[index].bands[.coverage] != nil) == isPinned)
            #expect((visits[index].bands[.density] != nil) == isPinned)
        }
        #expect(visits[0].bands[.darkness] == nil)
        #expect(visits[3].bands[.darkness] != nil)
        #expect(visits[3].statuses[.darkness] == nil)
    }

    @Test("A photo before the session of its own day counts as before it")
    func beforeOnItsDay() throws {
        let sessions = [CurveSession(day: 0), CurveSession(day: 14)]
        let visits = [
            CurveVisit(day: 14, isBeforeSessionOfItsDay: true), CurveVisit(day: 14),
        ]
        let result = CurveInference.expectation(sessions: sessions, visits: visits, priors: .published)
        let before = try #require(result.visits[0].bands[.redness])
        let after = try #require(result.visits[1].bands[.redness])
        #expect(before.median < 1)
        #expect(after.median > 9)
        #expect(try #require(result.visits[0].bands[.darkness]).median < 0.6)
        #expect(try #require(result.visits[1].bands[.darkness]).median > 0.97)
    }

    @Test("Loads in any unit give the same darkness")
    func anyUnit() throws {
        let client = SimulatedClient(seed: 6, days: shortDays)
        var scaled = client
        for index in scaled.visits.indices {
            scaled.visits[index].loads = scaled.visits[index].loads.map { load in
                load.map {
                    CurveValue(value: $0.value * 1_024, standardError: $0.standardError * 1_024)
                }
            }
        }
        let plain = expectation(client).visits
        let other = expectation(scaled).visits
        for index in plain.indices {
            guard let a = plain[index].relativeDarkness[0], let b = other[index].relativeDarkness[0]
            else { continue }
            #expect(abs(a.value - b.value) < 1e-9)
            #expect(abs(a.standardError - b.standardError) < 1e-9)
        }
    }

    @Test("A wild value is told, and moves the later bands little")
    func wildPhoto() throws {
        let days: [Double] = [-1, 0, 1, 3, 5, 8, 12, 18]
        let client = SimulatedClient(seed: 7, days: days)
        var wild = client
        wild.visits[5].values[.redness]?.value += 25
        let plain = expectation(client)
        let other = expectation(wild)
        #expect(plain.visits[5].statuses[.redness] == .asExpected)
        #expect(other.visits[5].statuses[.redness] == .above)
        let a = try #require(plain.visits[7].bands[.redness])
        let b = try #require(other.visits[7].bands[.redness])
        #expect(abs(a.median - b.median) < 0.5)
        #expect(b.high - b.low < 1.6 * (a.high - a.low))
    }

    @Test("Charts ascend in days, hold their medians, and reach a year beyond")
    func charts() throws {
        let client = SimulatedClient(seed: 8, days: shortDays)
        let result = expectation(client)
        for measure in CurveMeasure.allCases {
            let chart = try #require(result.charts[measure])
            #expect(chart.count > 30)
            #expect(zip(chart, chart.dropFirst()).allSatisfy { $0.day <= $1.day })
            #expect(chart.allSatisfy { $0.band.low <= $0.band.median && $0.band.median <= $0.band.high })
            #expect(try #require(chart.last).day == 28 + 365)
        }
    }

    @Test("The touch-up of a client whose fading is known lies where the form says")
    func touchUp() throws {
        let narrow = CurvePrior(low: 0.0999, median: 0.1, high: 0.1001, isLogarithmic: true)
        let priors = try CurvePriors.published.replacing(.darknessFading, with: narrow)
        let client = SimulatedClient(seed: 9, days: shortDays, population: .priors(priors))
        let forecast = try #require(
            CurveInference.expectation(sessions: client.sessions, visits: client.visits, priors: priors)
                .forecast)
        // 90 + 365 · ln(1/0.7) / 0.1
        #expect(abs(forecast.touchUp.median - 1_391.86) < 3)
        let settled = client.curve.darkness.share(daysSinceSession: 90)
        #expect(abs(forecast.settledDarkness.median - settled) < 0.08)
    }

    @Test("No sessions and no visits are no trouble")
    func nothing() {
        let none = CurveInference.expectation(sessions: [], visits: [], priors: .published)
        #expect(none.visits.isEmpty && none.charts.isEmpty && none.forecast == nil)
        let unplanned = CurveInference.expectation(
            sessions: [],
            visits: [CurveVisit(day: 3, values: [.redness: CurveValue(value: 3, standardError: 1)])],
            priors: .published)
        #expect(unplanned.visits[0].bands.isEmpty && unplanned.visits[0].statuses.isEmpty)
        let unseen = CurveInference.expectation(
            sessions: [CurveSession(day: 0)], visits: [], priors: .published)
        #expect(unseen.charts[.redness]?.isEmpty == false)
    }

    @Test("Values that are no numbers and errors of 0 do no harm")
    func oddValues() throws {
        let visits = [
            CurveVisit(day: 0, values: [.redness: CurveValue(value: .nan, standardError: 1)]),
            CurveVisit(
                day: 3,
                values: [
                    .coverage: CurveValue(value: 0, standardError: 0),
                    .density: CurveValue(value: 0, standardError: 0),
                    .scabs: CurveValue(value: 0, standardError: 0),
                ], loads: [CurveValue(value: 0, standardError: 0)]),
            CurveVisit(day: 9, loads: [CurveValue(value: 3, standardError: 0)]),
        ]
        let result = CurveInference.expectation(
            sessions: [CurveSession(day: 0)], visits: visits, priors: .published)
        for visit in result.visits {
            for band in visit.bands.values {
                #expect(band.low.isFinite && band.median.isFinite && band.high.isFinite)
                #expect(band.low <= band.median && band.median <= band.high)
            }
        }
    }
}
