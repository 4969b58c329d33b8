import SteadyMath

/// Scabs of the last session, and, where it is held possible, shed many days late.
struct ScabModel: CurveModel {
    let scales: [PriorScale]
    let clock: CurveClock
    var observations: [CurveObservation]

    /// Shedding days in the model of late shedding.
    static let lateDays = 9.0...35.0

    private enum Index {
        static let area = 0
        static let sheddingDay = 1
        static let extra = 2
    }

    init(priors: CurvePriors, clock: CurveClock, observations: [CurveObservation], mayBeLate: Bool) {
        scales = [
            priors.scale(.scabsAreaFraction),
            mayBeLate ? PriorScale(even: Self.lateDays) : priors.scale(.scabsSheddingDay),
            priors.scale(.scabsExtraScatter),
        ]
        self.clock = clock
        self.observations = observations
    }

    var names: [CurveParameter?] { [.scabsAreaFraction, .scabsSheddingDay, .scabsExtraScatter] }

    var scatter: FormScatter { FormScatter(size: 0, isRelative: false, wildRange: 0.1) }

    func extraIndex(session: Int) -> Int { Index.extra }

    /// Index of the day on which half of the scabs are shed.
    static var sheddingIndex: Int { Index.sheddingDay }

    func complete(_ parameters: inout [DrawColumn]) {}

    func expected(
        _ parameters: [DrawColumn], sessions: [Int], clock: CurveClock, row moment: Int
    ) -> [DrawColumn] {
        var area = DrawColumn(draws: parameters[0].draws)
        if let days = clock.sinceLast(at: moment), days > 0 {
            let formed = 1 - Steady.exp(-days / ScabCurve.formingDays)
            let most = parameters[Index.area]
            let shedding = parameters[Index.sheddingDay]
            for row in area.indices {
                area[row] = most[row] * formed / (1 + Steady.exp(days - shedding[row]))
            }
        }
        return [DrawColumn](repeating: area, count: sessions.count)
    }
}
