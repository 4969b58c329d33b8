/// The priors of all parameters of the expected curve.
///
/// The curve file's keys under `priors` are the raw values of ``CurveParameter``, each with `low`, `median`, `high`
/// and, where the scale is that of the logarithm, `log: true`:
///
/// ```yaml
/// priors:
///   rednessTimeConstant: {low: 1.0, median: 1.8, high: 3.5, log: true}
/// ```
///
/// A reader turns each line into a ``CurvePrior`` and calls ``init(_:)``.
public struct CurvePriors: Sendable, Equatable {
    private var values: [CurveParameter: CurvePrior]

    /// Makes priors from the entries of a curve file.
    ///
    /// - Parameter entries: One for each case of ``CurveParameter``, by its raw value.
    /// - Throws: ``CurvePriorError`` for a missing or unknown key or an entry that cannot be.
    public init(_ entries: [String: CurvePrior]) throws(CurvePriorError) {
        let unknown = entries.keys.filter { CurveParameter(rawValue: $0) == nil }.sorted()
        if !unknown.isEmpty { throw .unknown(unknown) }
        var values: [CurveParameter: CurvePrior] = [:]
        var missing: [String] = []
        for parameter in CurveParameter.allCases {
            guard let prior = entries[parameter.rawValue] else {
                missing.append(parameter.rawValue)
                continue
            }
            try Self.check(prior, of: parameter)
            values[parameter] = prior
        }
        if !missing.isEmpty { throw .missing(missing) }
        self.values = values
    }

    /// Makes priors from values known to be right.
    init(checked values: [CurveParameter: CurvePrior]) {
        self.values = values
    }

    /// The prior of a parameter.
    public subscript(parameter: CurveParameter) -> CurvePrior {
        values[parameter] ?? Self.publishedPrior(parameter)
    }

    /// These priors with one of them changed.
    ///
    /// - Parameters:
    ///   - parameter: The parameter.
    ///   - prior: Its new prior.
    /// - Returns: The changed priors.
    /// - Throws: ``CurvePriorError`` where the entry cannot be.
    public func replacing(
        _ parameter: CurveParameter, with prior: CurvePrior
    ) throws(CurvePriorError) -> CurvePriors {
        try Self.check(prior, of: parameter)
        var changed = self
        changed.values[parameter] = prior
        return changed
    }

    /// A prior made ready for many draws.
    func scale(_ parameter: CurveParameter) -> PriorScale {
        PriorScale(
            self[parameter], bounds: parameter.bounds, hasHeavyTails: parameter.isOfClient)
    }

    private static func check(_ prior: CurvePrior, of parameter: CurveParameter) throws(CurvePriorError) {
        let key = parameter.rawValue
        guard prior.low.isFinite, prior.high.isFinite, prior.low <= prior.median,
            prior.median <= prior.high, prior.low < prior.high
        else {
            throw .notAscending(key: key, low: prior.low, median: prior.median, high: prior.high)
        }
        if prior.isLogarithmic && prior.low <= 0 { throw .notPositive(key: key, low: prior.low) }
        let bounds = parameter.bounds
        for value in [prior.low, prior.median, prior.high] where !bounds.contains(value) {
            throw .outOfBounds(
                key: key, value: value, lowest: bounds.lowerBound, highest: bounds.upperBound)
        }
    }
}
