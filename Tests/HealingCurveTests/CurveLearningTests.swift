import HealingCurve
import SimulatedClients
import Testing

@Suite("A practice's own curve is learned from its series")
struct CurveLearningTests {
    private static func practice(_ seeds: Range<UInt64>, _ priors: CurvePriors) -> [PracticeSeries] {
        seeds.map { seed in
            let client = SimulatedClient(
                seed: seed, days: [-1, 0, 1, 3, 5, 8, 28, 60], population: .priors(priors))
            return PracticeSeries(client: "\(seed)", sessions: client.sessions, visits: client.visits)
        }
    }

    private static func slow(_ factor: Double) throws -> CurvePriors {
        let prior = CurvePriors.published[.rednessTimeConstant]
        return try CurvePriors.published.replacing(
            .rednessTimeConstant,
            with: CurvePrior(
                low: prior.low * factor, median: prior.median * factor, high: prior.high * factor,
                isLogarithmic: true))
    }

    @Test("Redness that takes longer in a practice moves its prior, and foretells its other clients better")
    func slowPractice() throws {
        let priors = try Self.slow(1.6)
        let fit = CurveLearning.fit(Self.practice(300..<324, priors), from: .published)
        let move = try #require(fit.moves.first { $0.parameter == .rednessTimeConstant })
        #expect(move.before == CurvePriors.published[.rednessTimeConstant])
        #expect(abs(move.after.median / 2.88 - 1) < 0.25)
        #expect(move.probabilityOfDifference > 0.8)
        #expect(move.clientsTelling > 12 && move.clientsTelling <= 24)
        #expect(fit.series == 24)
        let heldBack = try #require(fit.heldBack)
        #expect(heldBack.series == 24)
        #expect(heldBack.gain > 0)
        let others = Self.practice(400..<420, priors)
        let own = CurveLearning.logScores(others, priors: fit.priors).reduce(0, +)
        #expect(own > CurveLearning.logScores(others, priors: .published).reduce(0, +))
    }

    @Test("Three clients move no prior half of the way")
    func fewClients() throws {
        let priors = try Self.slow(1.6)
        let fit = CurveLearning.fit(Self.practice(500..<503, priors), from: .published)
        let after = fit.priors[.rednessTimeConstant].median
        #expect(after < 1.8 + 0.5 * (2.88 - 1.8))
        #expect(fit.heldBack == nil)
    }

    @Test("Without series the priors stay what they are")
    func noSeries() {
        let fit = CurveLearning.fit([], from: .published)
        #expect(fit.priors == .published)
        #expect(fit.moves.allSatisfy { $0.before == $0.after && $0.clientsTelling == 0 })
    }

    @Test("A usual practice's parameters mostly stay, and never leave what nature allows")
    func usualPractice() {
        let fit = CurveLearning.fit(Self.practice(600..<616, .published), from: .published)
        #expect(fit.moves.count { $0.before == $0.after } >= 12)
        for move in fit.moves {
            #expect(move.after.low < move.after.high)
            #expect(move.after.low <= move.after.median && move.after.median <= move.after.high)
            #expect(move.parameter.bounds.contains(move.after.low))
            #expect(move.parameter.bounds.contains(move.after.high))
        }
    }

    @Test("A series counts as finished six weeks after the last session, with three photos since the first")
    func finished() {
        func series(_ days: [Double], sessions: [Double] = [0]) -> Bool {
            PracticeSeries(
                client: "a", sessions: sessions.map { CurveSession(day: $0) },
                visits: days.map {
                    CurveVisit(day: $0, values: [.redness: CurveValue(value: 1, standardError: 1)])
                }
            ).isFinished
        }
        #expect(series([0, 8, 42]))
        #expect(!series([0, 8, 41]))
        #expect(!series([-1, 0, 60]))
        #expect(!series([0, 8, 60], sessions: [0, 30]))
        #expect(!series([0, 8, 60], sessions: []))
    }

    @Test("Calibration counts measured values in nine tenths of what was foretold of them")
    func calibration() throws {
        let rows = CurveCalibration.check(Self.practice(700..<740, .published), priors: .published)
        let values = rows.reduce(0) { $0 + $1.values }
        let held = rows.reduce(0) { $0 + $1.held }
        #expect(values > 40 * 20)
        let share = Double(held) / Double(values)
        #expect(share > 0.85 && share < 0.96)
        let before = try #require(rows.first { $0.measure == .redness && $0.stage == .before })
        #expect(before.values == 40 && before.clients == 40)
        // Clients whose redness takes three times as long: the range is too narrow for them.
        let slow = try CurveCalibration.check(Self.practice(700..<740, Self.slow(3)), priors: .published)
        let healing = try #require(slow.first { $0.measure == .redness && $0.stage == .initialHealing })
        #expect(healing.share < 0.85)
    }
}
