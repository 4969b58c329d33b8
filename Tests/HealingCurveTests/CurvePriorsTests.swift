import HealingCurve
import SteadyMath
import Testing

@Suite("Priors are two normal halves joined at the median")
struct CurvePriorsTests {
    @Test("5, 50 and 95 % points are those given", arguments: CurveParameter.allCases)
    func pointsAreThoseGiven(parameter: CurveParameter) {
        let prior = CurvePriors.published[parameter]
        #expect(abs(prior.quantile(0.05) - prior.low) < 1e-9 * (1 + abs(prior.low)))
        #expect(prior.quantile(0.5) == prior.median)
        #expect(abs(prior.quantile(0.95) - prior.high) < 1e-9 * (1 + abs(prior.high)))
    }

    @Test("One deviation up on the log scale, one down on the plain scale")
    func oneDeviation() {
        // mpmath: 1.8 · (3.5/1.8)^(1/1.6449), 0.56 − 0.16/1.6449.
        #expect(
            abs(CurvePriors.published[.rednessTimeConstant].value(z: 1) - 2.696_793_707_815_661) < 1e-12)
        #expect(
            abs(CurvePriors.published[.darknessSettledShare].value(z: -1) - 0.462_726_906_894_117) < 1e-12)
    }

    @Test("What falls past a physical bound is set to the bound")
    func boundsHold() {
        let dip = CurvePriors.published[.darknessDip]
        #expect(dip.value(z: -3, bounds: CurveParameter.darknessDip.bounds) == 0)
        let share = CurvePriors.published[.visibleSettledShare]
        #expect(share.value(z: 6, bounds: CurveParameter.visibleSettledShare.bounds) == 1)
    }

    @Test("Draws have the prior's points, and a seed fixes them")
    func drawsHavePoints() {
        let prior = CurvePriors.published[.rednessAmplitude]
        var random = SeededRandom(seed: 5)
        let draws = (0..<20_000).map { _ in prior.sample(using: &random) }
        #expect(abs(Double(draws.count { $0 < 5 }) / 20_000 - 0.05) < 0.006)
        #expect(abs(Double(draws.count { $0 < 12 }) / 20_000 - 0.5) < 0.013)
        #expect(abs(Double(draws.count { $0 < 25 }) / 20_000 - 0.95) < 0.006)
        var again = SeededRandom(seed: 5)
        #expect(prior.sample(using: &again) == draws[0])
    }

    @Test("A drawn client keeps to the plan and to its sessions")
    func drawnClient() {
        var random = SeededRandom(seed: 11)
        let sessions = [CurveSession(day: 0, targetDensity: 120), CurveSession(day: 14, targetDensity: 120)]
        var again = SeededRandom(seed: 11)
        let client = CurvePriors.published.drawClient(sessions: sessions, using: &random)
        #expect(client == CurvePriors.published.drawClient(sessions: sessions, using: &again))
        #expect(client.sessions.map(\.day) == [0, 14])
        for session in client.sessions {
            #expect(session.dotsMade > 20 && session.dotsMade < 180)
            #expect(session.rednessAmplitude > 0)
        }
        #expect(client != CurvePriors.published.drawClient(sessions: sessions, using: &random))
    }

    private var entries: [String: CurvePrior] {
        var entries: [String: CurvePrior] = [:]
        for parameter in CurveParameter.allCases {
            entries[parameter.rawValue] = CurvePriors.published[parameter]
        }
        return entries
    }

    @Test("Entries of a file become priors, and wrong ones name themselves")
    func entriesBecomePriors() throws {
        #expect(try CurvePriors(entries) == .published)
        var wrong = entries
        wrong["rednessOfset"] = wrong.removeValue(forKey: "rednessOffset")
        #expect(throws: CurvePriorError.unknown(["rednessOfset"])) { try CurvePriors(wrong) }
        wrong["rednessOfset"] = nil
        #expect(throws: CurvePriorError.missing(["rednessOffset"])) { try CurvePriors(wrong) }
        wrong["rednessOffset"] = CurvePrior(low: 1, median: 0, high: 2)
        #expect(
            throws: CurvePriorError.notAscending(key: "rednessOffset", low: 1, median: 0, high: 2)
        ) { try CurvePriors(wrong) }
        wrong["rednessOffset"] = CurvePrior(low: 0, median: 1, high: 2, isLogarithmic: true)
        #expect(throws: CurvePriorError.notPositive(key: "rednessOffset", low: 0)) {
            try CurvePriors(wrong)
        }
        wrong = entries
        wrong["visibleSettledShare"] = CurvePrior(low: 0.5, median: 0.8, high: 1.2)
        #expect(
            throws: CurvePriorError.outOfBounds(
                key: "visibleSettledShare", value: 1.2, lowest: 0.02, highest: 1)
        ) { try CurvePriors(wrong) }
    }

    @Test("A single prior can be replaced")
    func replaceOne() throws {
        let slow = CurvePrior(low: 2, median: 3, high: 4, isLogarithmic: true)
        let changed = try CurvePriors.published.replacing(.rednessTimeConstant, with: slow)
        #expect(changed[.rednessTimeConstant] == slow)
        #expect(changed[.rednessOffset] == CurvePriors.published[.rednessOffset])
    }
}
