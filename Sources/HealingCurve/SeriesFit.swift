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
    let redness: MeasureFit<RednessModel>
    let pigment: MeasureFit<PigmentModel>
    let dots: MeasureFit<DotsModel>
    let scabs: MeasureFit<ScabModel>

    /// Draws of each posterior.
    private static let draws = 2_048
    /// Draws of the posteriors of states outside the expected range.
    static let faultDraws = 1_024

    init(
        sessions: [CurveSession], visits: [CurveVisit], priors: CurvePriors, draws: Int? = nil
    ) {
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
            visit.visibleShares = sessionPlaces.map {
                $0 < visit.visibleShares.count ? visit.visibleShares[$0] : nil
            }
            return visit
        }
        self.places = places
        self.sessionPlaces = sessionPlaces
        self.priors = priors
        clock = CurveClock(visits: self.visits, sessions: self.sessions)
        let values = CurveValues(
            visits: self.visits, sessions: self.sessions, clock: clock, priors: priors)
        let sampler = PosteriorSampler(draws: draws ?? Self.draws)
        let count = visits.count
        redness = MeasureFit(values.rednessModel(), visits: count, sampler: sampler)
        pigment = MeasureFit(values.pigmentModel(), visits: count, sampler: sampler)
        dots = MeasureFit(values.dotsModel(), visits: count, sampler: sampler)
        scabs = MeasureFit(values.scabModel(), visits: count, sampler: sampler)
    }

    /// The series' values, for models of other states.
    var values: CurveValues {
        CurveValues(visits: visits, sessions: sessions, clock: clock, priors: priors)
    }
}
