/// A series' values as the models take them.
struct CurveValues: Sendable {
    /// In order of time.
    let visits: [CurveVisit]
    /// In order of days.
    let sessions: [CurveSession]
    let clock: CurveClock
    let priors: CurvePriors

    /// A load's prior reaches this factor to both sides of the first one seen: any unit will do.
    private static let loadFactor = 20.0
    /// The prior of dots made where nothing was planned reaches this factor to both sides.
    private static let dotsFactor = 5.0
    /// Standard errors below this are not believed: redness, EI.
    private static let leastRednessError = 0.05
    /// Standard errors below this are not believed: scabs, area fraction.
    private static let leastScabError = 2e-4
    /// Standard errors below this share of the value are not believed: loads, coverage, density, visible share.
    private static let leastRelativeError = 0.003

    /// Redness, as expected or with a share of the flare that stays.
    func rednessModel(mayStay: Bool = false) -> RednessModel {
        RednessModel(
            priors: priors, clock: clock,
            observations: observations(of: .redness) { _ in Self.leastRednessError }, mayStay: mayStay)
    }

    /// Loads and coverage, as expected or fading fast.
    func pigmentModel(mayFadeFast: Bool = false) -> PigmentModel {
        let darkness = DarknessCurve(
            settledShare: priors[.darknessSettledShare].median, midpoint: priors[.darknessMidpoint].median,
            width: priors[.darknessWidth].median, dip: priors[.darknessDip].median,
            fading: priors[.darknessFading].median)
        let (loads, first) = ofSessions({ $0.loads }, share: { darkness.share(daysSinceSession: $0) })
        let coverage = observations(of: .coverage) { Self.leastRelativeError * abs($0) }
            .filter { clock.done[$0.visit] > 0 }
        let fresh = first.map { value in
            let start = value ?? 1
            return CurvePrior(
                low: start / Self.loadFactor, median: start, high: start * Self.loadFactor,
                isLogarithmic: true)
        }
        return PigmentModel(
            priors: priors, clock: clock, observations: loads + coverage, fresh: fresh,
            mayFadeFast: mayFadeFast)
    }

    /// Density and visible shares.
    func dotsModel() -> DotsModel {
        let density = observations(of: .density) { Self.leastRelativeError * abs($0) }
            .filter { clock.done[$0.visit] > 0 }
        let visible = VisibleShareCurve(
            settledShare: priors[.visibleSettledShare].median, midpoint: priors[.visibleMidpoint].median,
            width: priors[.visibleWidth].median)
        let (shares, first) = ofSessions({ $0.visibleShares }, share: { visible.share(daysSinceSession: $0) })
        let start = density.first { $0.value > 0 }?.value ?? priors[.dotsMade].median
        let made = sessions.map { session in
            if let planned = session.targetDensity, planned > 0 {
                let share = planned / Double(sessions.count)
                let factor = priors[.dotsMadeOverPlanned]
                return CurvePrior(
                    low: share * factor.low, median: share * factor.median, high: share * factor.high,
                    isLogarithmic: factor.isLogarithmic)
            }
            return CurvePrior(
                low: start / Self.dotsFactor, median: start, high: start * Self.dotsFactor,
                isLogarithmic: true)
        }
        return DotsModel(
            priors: priors, clock: clock, observations: density + shares, made: made,
            shares: first.map { $0 ?? 1 },
            planned: sessions.map { session in
                session.targetDensity.flatMap { $0 > 0 ? $0 / Double(sessions.count) : nil }
            })
    }

    /// Scabs, as expected or shed late.
    func scabModel(mayBeLate: Bool = false) -> ScabModel {
        ScabModel(
            priors: priors, clock: clock,
            observations: observations(of: .scabs) { _ in Self.leastScabError }
                .filter { clock.done[$0.visit] > 0 },
            mayBeLate: mayBeLate)
    }

    private func observations(
        of measure: CurveMeasure, leastError: (Double) -> Double
    ) -> [CurveObservation] {
        visits.enumerated().compactMap { index, visit in
            guard let seen = visit.values[measure], seen.value.isFinite, seen.standardError.isFinite
            else { return nil }
            return CurveObservation(
                visit: index, session: -1, value: seen.value,
                standardError: max(seen.standardError, leastError(seen.value)))
        }
    }

    /// Values of each session's dots, and a guess at what the first one that tells anything was when fresh.
    private func ofSessions(
        _ values: (CurveVisit) -> [CurveValue?], share: (Double) -> Double
    ) -> (observations: [CurveObservation], first: [Double?]) {
        var observations: [CurveObservation] = []
        var first = [Double?](repeating: nil, count: sessions.count)
        for (index, visit) in visits.enumerated() {
            let seen = values(visit)
            for session in 0..<min(clock.done[index], seen.count) {
                guard let value = seen[session], value.value.isFinite, value.standardError.isFinite
                else { continue }
                if first[session] == nil {
                    // Only a place to start from: what cannot be fresh tells nothing.
                    guard value.value > 0 else { continue }
                    first[session] = value.value / share(clock.since(session, at: index))
                }
                let least = Self.leastRelativeError * abs(first[session] ?? value.value)
                observations.append(
                    CurveObservation(
                        visit: index, session: session, value: value.value,
                        standardError: max(value.standardError, least)))
            }
        }
        return (observations, first)
    }
}
