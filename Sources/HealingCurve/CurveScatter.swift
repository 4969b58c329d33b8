import SteadyMath

/// How far true values scatter about the forms, anew at each visit: the forms are approximations.
public enum CurveScatter {
    /// One standard deviation of redness, EI.
    public static let redness = 0.3
    /// One standard deviation of darkness and coverage, relative.
    public static let darkness = 0.03
    /// One standard deviation of density and the visible share, relative.
    public static let density = 0.02

    /// A true value about the form's value.
    ///
    /// - Parameters:
    ///   - expected: The form's value.
    ///   - measure: Of what.
    ///   - random: The stream that chance comes from.
    /// - Returns: The true value, in the unit of `expected`; scabs are not scattered.
    public static func scattered(
        _ expected: Double, measure: CurveMeasure, using random: inout SeededRandom
    ) -> Double {
        switch measure {
        case .redness: expected + redness * random.normal()
        case .darkness, .coverage: expected * (1 + darkness * random.normal())
        case .density: expected * (1 + density * random.normal())
        case .scabs: expected
        }
    }
}
