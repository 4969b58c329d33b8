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
    /// Values, in order of visits.
    var observations: [CurveObservation] { get }
    /// The visits' clock.
    var clock: CurveClock { get }

    /// Turns standard normal numbers into parameters.
    func decode(_ z: ArraySlice<Double>, into parameters: inout [Double])

    /// The form's value.
    func expected(_ parameters: [Double], session: Int, clock: CurveClock, row: Int) -> Double
}

extension CurveModel {
    /// Degrees of freedom of Student's distribution for errors: a wild photo then moves little.
    static var robustDegrees: Double { 5 }
    /// The distribution's scale over the standard error.
    ///
    /// With it, errors that are normal after all give the same spread of the fit as a normal distribution would.
    static var robustScale: Double { 0.9 }

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
