import SteadyMath

/// How likely the values of one photo are under a model.
///
/// Values of a photo share the scatter of the true values about the form (light that darkens one session's dots
/// darkens all), and have errors of their own:
///
/// ```
/// Σ = diag(standardError² + extra²·μ²) + scatter²·μμᵀ
/// ```
///
/// (without `μ` where scatter is no share). Errors follow Student's distribution with seven degrees of freedom,
/// and a few photos may show anything, so that a wild photo moves little.
///
/// - SeeAlso: Lange, Little & Taylor 1989, doi 10.1080/01621459.1989.10478852 (robust modelling by the multivariate
///   t distribution).
struct PhotoLikelihood: Sendable {
    /// Degrees of freedom of Student's distribution.
    static let degrees = 7.0
    /// The distribution's scale over the standard error: errors that are normal after all then give the same
    /// spread of the fit as a normal distribution would, to 3 % (0.90 for one value a photo, 0.93 for seven).
    static let scale = 0.93
    /// Share of photos whose values may be anything.
    private static let usualWildShare = 0.003
    /// Least scale of an error, where both the form and its errors come to nothing.
    private static let leastScale = 1e-9
    private static let leastVariance = leastScale * leastScale

    /// The photo's values.
    let seen: [CurveObservation]
    private let scatter: FormScatter
    /// Student's density at its middle for one and for as many values as there are.
    private let middle: Double

    private let wildShare: Double

    /// Makes it of a photo's values.
    ///
    /// - Parameters:
    ///   - seen: The values.
    ///   - scatter: How true values scatter.
    ///   - mayBeWild: Whether values may be anything. Without that the likelihood falls however far one goes, and so shows
    ///     the way from anywhere.
    init(_ seen: [CurveObservation], scatter: FormScatter, mayBeWild: Bool = true) {
        self.seen = seen
        self.scatter = scatter
        wildShare = mayBeWild ? Self.usualWildShare : 0
        // Γ((ν+p)/2) / (Γ(ν/2) (νπ)^{p/2}), from p = 0 by steps of one half of Γ's argument.
        var ratio = 1.0
        // Γ(4)/Γ(7/2) and Γ(9/2)/Γ(4), and so on: Γ(x + 1) = xΓ(x).
        var step = 6 / 3.323_350_970_447_842_6
        var argument = Self.degrees / 2
        for _ in seen {
            ratio *= step / (Self.degrees * .pi).squareRoot()
            // The next step times this one is Γ(x + 1)/Γ(x) = x.
            step = argument / step
            argument += 0.5
        }
        middle = ratio
    }

    /// Logarithms of the density of the photo's values.
    ///
    /// - Parameters:
    ///   - means: The form's value for each of ``seen``.
    ///   - extras: The extra scatter for each.
    /// - Returns: One a draw.
    func logDensities(means: [DrawColumn], extras: [DrawColumn]) -> DrawColumn {
        guard let first = means.first else { return [] }
        var out = DrawColumn(draws: first.draws)
        for row in out.indices {
            out[row] = Steady.log(
                density(count: seen.count, mean: { means[$0][row] }, extra: { extras[$0][row] }))
        }
        return out
    }

    /// Density of the photo's values.
    @inline(__always)
    private func density(count: Int, mean: (Int) -> Lanes, extra: (Int) -> Lanes) -> Lanes {
        var determinant = Lanes(repeating: 1)
        var own = Lanes(repeating: 0)
        var common = own
        var size = own
        var range = Lanes(repeating: 1)
        for index in 0..<count {
            let value = seen[index].value
            let expected = mean(index)
            let unit = scatter.isRelative ? expected : Lanes(repeating: 1)
            let extraSize = extra(index) * unit
            let error = seen[index].standardError
            let variance =
                (error * error + extraSize * extraSize) * (Self.scale * Self.scale) + Self.leastVariance
            let spread = scatter.size * Self.scale * unit
            let inverse = 1 / variance
            let offset = value - expected
            own += offset * offset * inverse
            common += spread * offset * inverse
            size += spread * spread * inverse
            determinant *= variance
            range *= wildRange(expected, value)
        }
        determinant *= 1 + size
        let distance = own - common * common / (1 + size)
        let tail = 1 + distance.replacing(with: 0, where: distance .< 0) * (1 / Self.degrees)
        // tail^((ν+p)/2), ν and p whole.
        var power = Lanes(repeating: 1)
        let halves = Int(Self.degrees) + count
        for _ in 0..<(halves / 2) { power *= tail }
        if halves % 2 == 1 { power *= tail.squareRoot() }
        let fall = determinant.squareRoot() * power
        return ((1 - wildShare) * middle * range + wildShare * fall) / (fall * range)
    }

    /// Over what range a wild value may lie.
    ///
    /// A share of the larger of both: a form that expects next to nothing must not make any value likely.
    @inline(__always)
    private func wildRange(_ expected: Lanes, _ value: Double) -> Lanes {
        guard scatter.isRelative else { return Lanes(repeating: scatter.wildRange) }
        let size = expected.replacing(with: -expected, where: expected .< 0)
        let least = Lanes(repeating: max(abs(value), Self.leastScale))
        return size.replacing(with: least, where: size .< least)
    }

    /// Density of a single value for draws whose form says other than it did.
    ///
    /// - Parameters:
    ///   - expected: What the form says.
    ///   - extra: The extra scatter.
    /// - Returns: The density, one a draw.
    @inline(__always)
    func density(expected: Lanes, extra: Lanes) -> Lanes {
        density(count: 1, mean: { _ in expected }, extra: { _ in extra })
    }

    /// Variance of a measured value about the form.
    static func variance(
        _ expected: Lanes, standardError: Double, extra: Lanes, scatter: FormScatter
    ) -> Lanes {
        let both = scatter.size * scatter.size + extra * extra
        return standardError * standardError + (scatter.isRelative ? both * expected * expected : both)
    }
}
