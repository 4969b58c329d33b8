/// Dots of all sessions that can be seen: dots made × visible share.
struct DensityModel: CurveModel {
    let priors: CurvePriors
    let clock: CurveClock
    let observations: [CurveObservation]
    /// Prior of the dots that each session made.
    let made: [CurvePrior]

    var dimension: Int { 4 + made.count }
    var parameterCount: Int { 4 + made.count }
    var scatterIndex: Int { 3 }
    var formScatter: Double { CurveScatter.density }
    var scatterIsRelative: Bool { true }

    // Visible share when settled, midpoint, width, extra scatter, dots made.
    func decode(_ z: ArraySlice<Double>, into parameters: inout [Double]) {
        let first = z.startIndex
        parameters[0] = priors.value(.visibleSettledShare, z: z[first])
        parameters[1] = priors.value(.visibleMidpoint, z: z[first + 1])
        parameters[2] = priors.value(.visibleWidth, z: z[first + 2])
        parameters[3] = priors.value(.densityExtraScatter, z: z[first + 3])
        for (index, prior) in made.enumerated() {
            parameters[4 + index] = prior.value(z: z[first + 4 + index])
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
