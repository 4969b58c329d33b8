/// A value held against a model.
struct CurveObservation: Sendable {
    /// Index of the visit: row of the model's clock.
    var visit: Int
    /// The session that it speaks of, for loads; −1 otherwise.
    var session: Int
    /// The value.
    var value: Double
    /// One standard error.
    var standardError: Double
}

/// One measure's form with its parameters and their priors; parameters are drawn as standard normal numbers.
protocol CurveModel: Sendable {
    /// Standard normal numbers that fix the parameters.
    var dimension: Int { get }
    /// Numbers that ``decode(_:into:)`` writes.
    var parameterCount: Int { get }
    /// Index of the extra scatter among the parameters.
    var scatterIndex: Int { get }
    /// Scatter of true values about the form.
    var formScatter: Double { get }
    /// Whether scatter and extra scatter are shares of the form's value.
    var scatterIsRelative: Bool { get }
    /// Over what range a wild photo's value may lie, where scatter is no share of the form's value.
    var wildRange: Double { get }
    /// Values, in order of visits.
    var observations: [CurveObservation] { get set }
    /// The visits' clock.
    var clock: CurveClock { get }

    /// Turns standard normal numbers into parameters.
    func decode(_ z: ArraySlice<Double>, into parameters: inout [Double])

    /// The form's value.
    func expected(_ parameters: [Double], session: Int, clock: CurveClock, row: Int) -> Double
}

extension CurveModel {
    /// Degrees of freedom of Student's distribution for errors: a wild photo then moves little.
    static var robustDegrees: Double { 7 }
    /// The distribution's scale over the standard error.
    ///
    /// With it, errors that are normal after all give the same spread of the fit as a normal distribution would.
    static var robustScale: Double { 0.93 }

    /// Share of photos whose value may be anything.
    static var wildShare: Double { 0.003 }
    /// Student's density at its middle with seven degrees of freedom and scale 1.
    private static var densityAtMiddle: Double { 0.384_991 }

    /// Probability density of a wild value in the unit of ``likelihood(offset:scale:expected:)``.
    private func wildDensity(offset: Double, expected: Double) -> Double {
        // A share of the larger of both: a form that expects next to nothing must not make any value likely.
        let range =
            scatterIsRelative ? max(abs(expected), abs(expected + offset), Self.leastScale) : wildRange
        return Self.wildShare / (range * Self.densityAtMiddle)
    }

    /// Least scale of an error, where both the form and its errors come to nothing.
    private static var leastScale: Double { 1e-9 }

    /// Density of an error: Student's with seven degrees of freedom, and a few values that may be anything.
    ///
    /// - Parameters:
    ///   - offset: Measured less expected value.
    ///   - scale: Scale of the distribution.
    ///   - expected: The form's value.
    /// - Returns: The density over that of Student's distribution of scale 1 at its middle.
    @inline(__always)
    func likelihood(offset: Double, scale: Double, expected: Double) -> Double {
        let scale = max(scale, Self.leastScale)
        let tail = 1 + offset * offset / (scale * scale * Self.robustDegrees)
        let square = tail * tail
        return 1 / (scale * square * square) + wildDensity(offset: offset, expected: expected)
    }

    /// Variance of a measured value about the form.
    func variance(expected: Double, standardError: Double, extraScatter: Double) -> Double {
        let scatter = formScatter * formScatter + extraScatter * extraScatter
        return standardError * standardError + (scatterIsRelative ? scatter * expected * expected : scatter)
    }

    /// Standard deviation of a true value about the form.
    func trueScatter(expected: Double) -> Double {
        scatterIsRelative ? formScatter * abs(expected) : formScatter
    }

    /// Observations of the first visits.
    func observationCount(visits: Int) -> Int {
        observations.count { $0.visit < visits }
    }
}
