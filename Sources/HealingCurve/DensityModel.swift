/// Dots of all sessions that can be seen: dots made × visible share.
struct DensityModel: CurveModel {
    private let scales: [PriorScale]
    let clock: CurveClock
    var observations: [CurveObservation]
    /// Prior of the dots that each session made.
    let made: [PriorScale]

    init(
        priors: CurvePriors, clock: CurveClock, observations: [CurveObservation], made: [CurvePrior]
    ) {
        let drawn: [CurveParameter] = [
            .visibleSettledShare, .visibleMidpoint, .visibleWidth, .densityExtraScatter,
        ]
        scales = drawn.map { priors.scale($0) }
        self.clock = clock
        self.observations = observations
        self.made = made.map { PriorScale($0) }
    }

    var dimension: Int { 4 + made.count }
    var parameterCount: Int { 4 + made.count }
    var scatterIndex: Int { 3 }
    var formScatter: Double { CurveScatter.density }
    var wildRange: Double { 1 }
    var scatterIsRelative: Bool { true }

    // Visible share when settled, midpoint, width, extra scatter, dots made.
    func decode(_ z: ArraySlice<Double>, into parameters: inout [Double]) {
        let first = z.startIndex
        parameters[0] = scales[0].value(z[first])
        parameters[1] = scales[1].value(z[first + 1])
        parameters[2] = scales[2].value(z[first + 2])
        parameters[3] = scales[3].value(z[first + 3])
        for (index, prior) in made.enumerated() {
            parameters[4 + index] = prior.value(z[first + 4 + index])
        }
    }

    func expected(_ parameters: [Double], session: Int, clock: CurveClock, row: Int) -> Double {
        let curve = VisibleShareCurve(
            settledShare: parameters[0], midpoint: parameters[1], width: parameters[2])
        var sum = 0.0
        for index in 0..<clock.done[row] {
            sum += parameters[4 + index] * curve.share(daysSinceSession: clock.since(index, at: row))
        }
        return sum
    }
}
