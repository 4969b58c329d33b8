import SteadyMath

/// Scabs of the last session, and, where it is held possible, shed many days late.
struct ScabModel: CurveModel {
    private let scales: [PriorScale]
    let clock: CurveClock
    var observations: [CurveObservation]
    /// Whether they are shed many days later than any client's.
    let mayBeLate: Bool

    /// Least and greatest delay in the model of late shedding, days.
    static let delays = 4.0...30.0

    init(priors: CurvePriors, clock: CurveClock, observations: [CurveObservation], mayBeLate: Bool) {
        let drawn: [CurveParameter] = [.scabsAreaFraction, .scabsSheddingDay, .scabsExtraScatter]
        scales = drawn.map { priors.scale($0) }
        self.clock = clock
        self.observations = observations
        self.mayBeLate = mayBeLate
    }

    var dimension: Int { mayBeLate ? 4 : 3 }
    var parameterCount: Int { 3 }
    var scatterIndex: Int { 2 }
    var formScatter: Double { 0 }
    var wildRange: Double { 0.1 }
    var scatterIsRelative: Bool { false }

    // Area fraction, shedding day, extra scatter.
    func decode(_ z: ArraySlice<Double>, into parameters: inout [Double]) {
        let first = z.startIndex
        parameters[0] = scales[0].value(z[first])
        parameters[1] = scales[1].value(z[first + 1])
        parameters[2] = scales[2].value(z[first + 2])
        if mayBeLate {
            let range = Self.delays
            parameters[1] +=
                range.lowerBound
                + (range.upperBound - range.lowerBound) * Steady.normalCDF(z[first + 3])
        }
    }

    func expected(_ parameters: [Double], session: Int, clock: CurveClock, row: Int) -> Double {
        guard let days = clock.sinceLast(at: row) else { return 0 }
        return ScabCurve(areaFraction: parameters[0], sheddingDay: parameters[1])
            .areaFraction(daysSinceSession: days)
    }
}
