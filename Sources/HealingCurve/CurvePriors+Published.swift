extension CurvePriors {
    /// The priors that come with Scalpline, from published accounts; wide on purpose.
    ///
    /// The curve file that comes with Scalpline says the same, with what each rests on and how far to trust it.
    public static let published = CurvePriors(published: ())

    private init(published: Void) {
        var values: [CurveParameter: CurvePrior] = [:]
        for parameter in CurveParameter.allCases { values[parameter] = Self.publishedPrior(parameter) }
        self.init(checked: values)
    }

    static func publishedPrior(_ parameter: CurveParameter) -> CurvePrior {
        switch parameter {
        case .rednessOffset: CurvePrior(low: -2.5, median: 0, high: 2.5)
        case .rednessAmplitude: CurvePrior(low: 5, median: 12, high: 25, isLogarithmic: true)
        case .rednessSessionFactor: CurvePrior(low: 0.7, median: 1, high: 1.3)
        case .rednessTimeConstant: CurvePrior(low: 1, median: 1.8, high: 3.5, isLogarithmic: true)
        case .darknessSettledShare: CurvePrior(low: 0.40, median: 0.56, high: 0.76)
        case .darknessMidpoint: CurvePrior(low: 5, median: 6, high: 7.5)
        case .darknessWidth: CurvePrior(low: 0.8, median: 1.2, high: 2)
        case .darknessDip: CurvePrior(low: 0, median: 0.08, high: 0.15)
        case .darknessFading: CurvePrior(low: 0.06, median: 0.10, high: 0.18, isLogarithmic: true)
        case .visibleSettledShare: CurvePrior(low: 0.70, median: 0.85, high: 0.95)
        case .visibleMidpoint: CurvePrior(low: 6, median: 8, high: 12)
        case .visibleWidth: CurvePrior(low: 1, median: 1.8, high: 3)
        case .freshCoverage: CurvePrior(low: 0.01, median: 0.03, high: 0.09, isLogarithmic: true)
        case .dotsMade: CurvePrior(low: 30, median: 70, high: 160, isLogarithmic: true)
        case .dotsMadeOverPlanned: CurvePrior(low: 2 / 3.0, median: 1, high: 1.5, isLogarithmic: true)
        case .scabsAreaFraction: CurvePrior(low: 0.001, median: 0.01, high: 0.06, isLogarithmic: true)
        case .scabsSheddingDay: CurvePrior(low: 4.5, median: 5.5, high: 8)
        case .rednessExtraScatter: CurvePrior(low: 0.03, median: 0.15, high: 0.75, isLogarithmic: true)
        case .pigmentExtraScatter: CurvePrior(low: 0.002, median: 0.008, high: 0.04, isLogarithmic: true)
        case .densityExtraScatter: CurvePrior(low: 0.002, median: 0.008, high: 0.04, isLogarithmic: true)
        case .scabsExtraScatter:
            CurvePrior(low: 0.0001, median: 0.0004, high: 0.002, isLogarithmic: true)
        }
    }
}
