import HealingCurve
import SteadyMath

/// A made-up client: a curve, its true values at each visit, and what photos would say of them.
package struct SimulatedClient: Sendable {
    /// What is wrong with the client.
    package enum Fault: Sendable {
        case none
        /// A share of each flare does not fall.
        case rednessStays(share: Double)
        /// Pigment fades so many times as fast.
        case fadesFast(factor: Double)
        /// Scabs are shed so many days late.
        case scabsLate(days: Double)
        /// A share of the dots and of their pigment is gone from a day on.
        case dotsLost(share: Double, fromDay: Double)
        /// So much of all pigment is missing from a day on.
        case pale(share: Double, fromDay: Double)
    }

    /// How photos err.
    package struct Errors: Sendable {
        /// Typical standard errors: redness in EI, scabs a fraction, the others relative.
        package var redness = 0.5
        package var pigment = 0.03
        package var density = 0.02
        package var visibleShare = 0.01
        package var scabs = 0.002
        /// Whether photos differ in how well they tell, and disagree by more than their errors say.
        package var varies = true
        /// Share of photos that err four times as much as they say.
        package var wildShare = 0.005

        package init() {}
    }

    package static let denseDays: [Double] = [-1, 0, 1, 3, 5, 8, 12, 18, 28, 42, 90, 365]

    package var sessions: [CurveSession]
    package var visits: [CurveVisit] = []
    /// True values of each visit.
    package var truth: [[CurveMeasure: Double]] = []
    package var curve: ClientCurve

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - seed: Fixes everything; faulty clients of a seed differ from the others by the fault only.
    ///   - days: Days of the photos.
    ///   - sessions: The sessions.
    ///   - fault: What is wrong.
    ///   - population: Where the client is drawn from.
    ///   - errors: How photos err.
    package init(
        seed: UInt64, days: [Double] = denseDays, sessions: [CurveSession] = [CurveSession(day: 0)],
        fault: Fault = .none, population: Population = .priors(.published), errors: Errors = Errors()
    ) {
        var random = SeededRandom(seed: seed)
        self.sessions = sessions
        curve = population.draw(sessions: sessions, using: &random)
        if case .fadesFast(let factor) = fault { curve.darkness.fading *= factor }
        if case .scabsLate(let late) = fault { curve.scabs.sheddingDay += late }
        let extra = (0..<5).map { _ in random.normal() }
        for day in days { add(day: day, fault: fault, errors: errors, extra: extra, using: &random) }
    }

    private mutating func add(
        day: Double, fault: Fault, errors: Errors, extra: [Double], using random: inout SeededRandom
    ) {
        // All of a visit's chance is drawn whatever the fault.
        let loadUnit = 500.0
        let done = sessions.count { $0.day <= day }
        var lost = 0.0
        if case .dotsLost(let share, let from) = fault, day >= from { lost = share }
        var missing = lost
        if case .pale(let share, let from) = fault, day >= from { missing = share }
        var exact: [CurveMeasure: Double] = [:]
        exact[.redness] = redness(day: day, done: done, fault: fault) + CurveScatter.redness * random.normal()
        // Light that darkens one session's dots darkens all of them.
        let darker = 1 + CurveScatter.darkness * random.normal()
        let more = 1 + CurveScatter.density * random.normal()
        exact[.coverage] = curve.coverage(day: day) * (1 - missing) * darker
        exact[.density] = curve.density(day: day) * (1 - lost) * more
        exact[.scabs] = curve.scabArea(day: day)
        // One photo is better than the other, and photos disagree by more than they say.
        let quality = errors.varies ? Steady.exp(0.3 * random.normal()) : 1
        let isWild = random.uniform() < errors.wildShare
        func noise(_ error: Double, _ kind: Int, _ parameter: CurveParameter, unit: Double) -> Double {
            let own = random.normal()
            guard errors.varies else { return error * own }
            let bounds = parameter.bounds
            let more = CurvePriors.published[parameter].value(z: extra[kind], bounds: bounds) * unit
            return (error * error + more * more).squareRoot() * own * (isWild ? 4 : 1)
        }
        var visit = CurveVisit(day: day)
        for (index, session) in curve.sessions.enumerated() {
            let days = day - session.day
            let share = curve.darkness.share(daysSinceSession: days) * (1 - missing) * darker
            let visible = curve.visibleShare.share(daysSinceSession: days) * (1 - lost) * more
            let load = share * session.freshCoverage * loadUnit
            let loadError = errors.pigment * quality
            let shareError = errors.visibleShare * quality
            let loadNoise = noise(loadError, 0, .pigmentExtraScatter, unit: 1)
            let shareNoise = noise(shareError, 1, .densityExtraScatter, unit: 1)
            guard index < done else {
                visit.loads.append(nil)
                visit.visibleShares.append(nil)
                continue
            }
            if index == done - 1 { exact[.darkness] = share }
            visit.loads.append(CurveValue(value: load * (1 + loadNoise), standardError: loadError * load))
            visit.visibleShares.append(
                CurveValue(value: visible * (1 + shareNoise), standardError: shareError * visible))
        }
        func see(_ measure: CurveMeasure, _ error: Double, _ noise: Double) {
            guard let value = exact[measure], done > 0 || measure == .redness else { return }
            let seen = value + noise
            visit.values[measure] = CurveValue(
                value: measure == .redness ? seen : max(0, seen), standardError: error)
        }
        let coverage = exact[.coverage] ?? 0
        let density = exact[.density] ?? 0
        let rednessError = errors.redness * quality
        see(.redness, rednessError, noise(rednessError, 2, .rednessExtraScatter, unit: 1))
        see(
            .coverage, errors.pigment * quality * coverage,
            noise(errors.pigment * quality * coverage, 3, .pigmentExtraScatter, unit: coverage))
        see(
            .density, errors.density * quality * density,
            noise(errors.density * quality * density, 1, .densityExtraScatter, unit: density))
        let scabError = errors.scabs * quality
        see(.scabs, scabError, noise(scabError, 4, .scabsExtraScatter, unit: 1))
        truth.append(exact)
        visits.append(visit)
    }

    private func redness(day: Double, done: Int, fault: Fault) -> Double {
        guard case .rednessStays(let share) = fault else { return curve.redness(day: day) }
        var redness = curve.rednessOffset
        for session in curve.sessions.prefix(done) {
            let fall = Steady.exp(-(day - session.day) / curve.rednessTimeConstant)
            redness += session.rednessAmplitude * max(fall, share)
        }
        return redness
    }

    /// Darkness of the last session's dots on day 90 after it, a share of fresh.
    package var settledDarkness: Double { curve.darkness.share(daysSinceSession: 90) }

    /// When coverage falls under 70 % of settled, in days on the clock of the sessions; at most fifteen years after the
    /// last session.
    package var touchUpDay: Double {
        let wait = -Steady.log(0.7) * 365 / max(curve.darkness.fading, 1e-9)
        return (sessions.last?.day ?? 0) + min(90 + wait, 15 * 365)
    }
}
