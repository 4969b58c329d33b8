/// A practice's own priors, learned from its finished series.
public struct PracticeFit: Sendable, Equatable {
    /// What became of one parameter's prior.
    public struct Move: Sendable, Equatable {
        /// The parameter.
        public var parameter: CurveParameter
        /// The prior before.
        public var before: CurvePrior
        /// The prior after.
        public var after: CurvePrior
        /// How many clients' worth of values tell it: less than the number of series where photos tell little.
        public var clientsTelling: Double
        /// Probability that the practice's clients differ from the published prior in this at all, 0…1.
        public var probabilityOfDifference: Double
    }

    /// Whether the fitted priors foretell clients that they were not learned from.
    public struct HeldBack: Sendable, Equatable {
        /// Series held back, each in its turn.
        public var series: Int
        /// Mean gain of the log score a series (natural logarithm); positive where the fitted priors foretell better.
        public var gain: Double
        /// Its standard error.
        public var standardError: Double
        /// Series that the fitted priors foretell better.
        public var better: Int
    }

    /// The fitted priors.
    public var priors: CurvePriors
    /// Series learned from.
    public var series: Int
    /// All parameters, in the order of ``CurveParameter``.
    public var moves: [Move]
    /// Nil with too few series to hold some back.
    public var heldBack: HeldBack?
}
