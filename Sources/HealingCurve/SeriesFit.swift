import SteadyMath

/// The fits of all measures of one client's series.
struct SeriesFit: Sendable {
    /// In order of days.
    let sessions: [CurveSession]
    /// In order of time.
    let visits: [CurveVisit]
    /// Where each of `visits` stands in the caller's order.
    let places: [Int]
    /// Where each of `sessions` stands in the caller's order.
    let sessionPlaces: [Int]
    let priors: CurvePriors
    let clock: CurveClock
    let sampler: PosteriorSampler
    let redness: MeasureFit<RednessModel>
    let loads: MeasureFit<PigmentModel>
    let coverage: MeasureFit<PigmentModel>
    let density: MeasureFit<DensityModel>
    let scabs: MeasureFit<ScabModel>

    /// A load's prior reaches this factor to both sides of the first one seen: any unit will do.
    private static let loadFactor = 10.0
    /// The prior of dots made where nothing was planned reaches this factor to both sides.
    private static let dotsFactor = 3.0
    /// Standard errors below this are not believed: redness, EI.
    private static let leastRednessError = 0.05
    /// Standard errors below this are not believed: scabs, area fraction.
    private static let leastScabError = 2e-4
    /// Standard errors below this share of the value are not believed: loads, coverage and density.
    private static let leastRelativeError = 0.003

    init(sessions: [CurveSession], visits: [CurveVisit], priors: CurvePriors) {
        let sessionPlaces = sessions.indices.sorted { (sessions[$0].day, $0) < (sessions[$1].day, $1) }
        let places = visits.indices.sorted { left, right in
            let (a, b) = (visits[left], visits[right])
            if a.day != b.day { return a.day < b.day }
            if a.isBeforeSessionOfItsDay != b.isBeforeSessionOfItsDay { return a.isBeforeSessionOfItsDay }
            return left < right
        }
        self.sessions = sessionPlaces.map { sessions[$0] }
        self.visits = places.map { index in
            var visit = visits[index]
            visit.loads = sessionPlaces.map { $0 < visit.loads.count ? visit.loads[$0] : nil }
            return visit
        }
        self.places = places
        self.sessionPlaces = sessionPlaces
        self.priors = priors
        clock = CurveClock(visits: self.visits, sessions: self.sessions)
        let count = sessions.count
        sampler = PosteriorSampler(dimensions: 7 + count)
        redness = MeasureFit(
            Self.rednessModel(visits: self.visits, clock: clock, priors: priors, mayStay: false),
            visits: visits.count, sampler: sampler)
        loads = MeasureFit(
            Self.loadModel(visits: self.visits, clock: clock, priors: priors, mayFadeFast: false),
            visits: visits.count, sampler: sampler)
        coverage = MeasureFit(
            Self.coverageModel(visits: self.visits, clock: clock, priors: priors, mayFadeFast: false),
            visits: visits.count, sampler: sampler)
        density = MeasureFit(
            Self.densityModel(
                visits: self.visits, sessions: self.sessions, clock: clock, priors: priors),
            visits: visits.count, sampler: sampler)
        scabs = MeasureFit(
            Self.scabModel(visits: self.visits, clock: clock, priors: priors, mayBeLate: false),
            visits: visits.count, sampler: sampler)
    }

    // MARK: Models

    static func rednessModel(
        visits: [CurveVisit], clock: CurveClock, priors: CurvePriors, mayStay: Bool
    ) -> RednessModel {
        RednessModel(
            priors: priors, clock: clock,
            observations: observations(of: .redness, visits: visits) { _ in leastRednessError },
            mayStay: mayStay)
    }

    static func loadModel(
        visits: [CurveVisit], clock: CurveClock, priors: CurvePriors, mayFadeFast: Bool
    ) -> PigmentModel {
        var observations: [CurveObservation] = []
        var first = [Double?](repeating: nil, count: clock.sessionCount)
        for (index, visit) in visits.enumerated() {
            for session in 0..<clock.done[index] {
                guard let load = visit.loads[session], load.value.isFinite, load.standardError.isFinite
                else { continue }
                if first[session] == nil {
                    // Only a place to start from: what cannot be a fresh load tells nothing.
                    guard load.value > 0 else { continue }
                    first[session] = load.value
                }
                let least = leastRelativeError * abs(first[session] ?? load.value)
                observations.append(
                    CurveObservation(
                        visit: index, session: session, value: load.value,
                        standardError: max(load.standardError, least)))
            }
        }
        let fresh = first.map { value in
            let start = value ?? 1
            return CurvePrior(
                low: start / loadFactor, median: start, high: start * loadFactor, isLogarithmic: true)
        }
        return PigmentModel(
            priors: priors, clock: clock, observations: observations, fresh: fresh,
            mayFadeFast: mayFadeFast)
    }

    static func coverageModel(
        visits: [CurveVisit], clock: CurveClock, priors: CurvePriors, mayFadeFast: Bool
    ) -> PigmentModel {
        PigmentModel(
            priors: priors, clock: clock,
            observations: observations(of: .coverage, visits: visits) { leastRelativeError * abs($0) }
                .filter { clock.done[$0.visit] > 0 },
            fresh: [CurvePrior](repeating: priors[.freshCoverage], count: clock.sessionCount),
            mayFadeFast: mayFadeFast)
    }

    static func densityModel(
        visits: [CurveVisit], sessions: [CurveSession], clock: CurveClock, priors: CurvePriors
    ) -> DensityModel {
        let observations = observations(of: .density, visits: visits) { leastRelativeError * abs($0) }
            .filter { clock.done[$0.visit] > 0 }
        let start = observations.first { $0.value > 0 }?.value ?? priors[.dotsMade].median
        let made = sessions.map { session in
            if let planned = session.targetDensity, planned > 0 {
                let share = planned / Double(sessions.count)
                let factor = priors[.dotsMadeOverPlanned]
                return CurvePrior(
                    low: share * factor.low, median: share * factor.median, high: share * factor.high,
                    isLogarithmic: factor.isLogarithmic)
            }
            return CurvePrior(
                low: start / dotsFactor, median: start, high: start * dotsFactor, isLogarithmic: true)
        }
        return DensityModel(priors: priors, clock: clock, observations: observations, made: made)
    }

    static func scabModel(
        visits: [CurveVisit], clock: CurveClock, priors: CurvePriors, mayBeLate: Bool
    ) -> ScabModel {
        ScabModel(
            priors: priors, clock: clock,
            observations: observations(of: .scabs, visits: visits) { _ in leastScabError }
                .filter { clock.done[$0.visit] > 0 },
            mayBeLate: mayBeLate)
    }

    private static func observations(
        of measure: CurveMeasure, visits: [CurveVisit], leastError: (Double) -> Double
    ) -> [CurveObservation] {
        visits.enumerated().compactMap { index, visit in
            guard let seen = visit.values[measure], seen.value.isFinite, seen.standardError.isFinite
            else { return nil }
            return CurveObservation(
                visit: index, session: -1, value: seen.value,
                standardError: max(seen.standardError, leastError(seen.value)))
        }
    }
}
