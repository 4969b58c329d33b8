import HealingCurve
import SteadyMath

/// A made-up client: a curve, its true values at each visit, and what photos would say of them.
struct SimulatedClient {
    /// What is wrong with the client.
    enum Fault {
        case none
        /// A share of each flare does not fall.
        case rednessStays(share: Double)
        /// Pigment fades so many times as fast.
        case fadesFast(factor: Double)
        /// Scabs are shed so many days late.
        case scabsLate(days: Double)
        /// A share of the dots and of their pigment is gone from a day on.
        case dotsLost(share: Double, fromDay: Double)
    }

    static let denseDays: [Double] = [-1, 0, 1, 3, 5, 8, 12, 18, 28, 42, 90, 365]

    var sessions: [CurveSession]
    var visits: [CurveVisit] = []
    var truth: [[CurveMeasure: Double]] = []
    var curve: ClientCurve

    init(
        seed: UInt64, days: [Double] = denseDays, sessions: [CurveSession] = [CurveSession(day: 0)],
        fault: Fault = .none, priors: CurvePriors = .published
    ) {
        var random = SeededRandom(seed: seed)
        self.sessions = sessions
        curve = priors.drawClient(sessions: sessions, using: &random)
        let loadUnit = 500.0
        for day in days {
            // All of a visit's chance is drawn whatever the fault, so that faulty twins differ by the fault only.
            let done = sessions.count { $0.day <= day }
            var shape = curve
            if case .fadesFast(let factor) = fault { shape.darkness.fading *= factor }
            if case .scabsLate(let late) = fault { shape.scabs.sheddingDay += late }
            var redness = shape.redness(day: day)
            if case .rednessStays(let share) = fault {
                redness = shape.rednessOffset
                for session in shape.sessions.prefix(done) {
                    let fall = Steady.exp(-(day - session.day) / shape.rednessTimeConstant)
                    redness += session.rednessAmplitude * max(fall, share)
                }
            }
            var lost = 0.0
            if case .dotsLost(let share, let from) = fault, day >= from { lost = share }
            var exact: [CurveMeasure: Double] = [:]
            exact[.redness] = CurveScatter.scattered(redness, measure: .redness, using: &random)
            exact[.coverage] = CurveScatter.scattered(
                shape.coverage(day: day) * (1 - lost), measure: .coverage, using: &random)
            exact[.density] = CurveScatter.scattered(
                shape.density(day: day) * (1 - lost), measure: .density, using: &random)
            exact[.scabs] = shape.scabArea(day: day)
            var loads: [CurveValue?] = []
            for (index, session) in shape.sessions.enumerated() {
                let share = CurveScatter.scattered(
                    shape.darkness.share(daysSinceSession: day - session.day) * (1 - lost),
                    measure: .darkness, using: &random)
                let noise = random.normal()
                guard index < done else {
                    loads.append(nil)
                    continue
                }
                if index == done - 1 { exact[.darkness] = share }
                let load = share * session.freshCoverage * loadUnit
                loads.append(CurveValue(value: load * (1 + 0.03 * noise), standardError: 0.03 * load))
            }
            let errors: [CurveMeasure: Double] = [
                .redness: 0.5, .coverage: 0.03 * (exact[.coverage] ?? 0),
                .density: 0.02 * (exact[.density] ?? 0), .scabs: 0.002,
            ]
            var values: [CurveMeasure: CurveValue] = [:]
            for measure in CurveMeasure.allCases where measure != .darkness {
                let noise = random.normal()
                guard let value = exact[measure], let error = errors[measure] else { continue }
                if done == 0, measure != .redness { continue }
                var seen = value + error * noise
                if measure == .scabs { seen = max(0, seen) }
                values[measure] = CurveValue(value: seen, standardError: error)
            }
            truth.append(exact)
            visits.append(CurveVisit(day: day, values: values, loads: loads))
        }
    }
}
