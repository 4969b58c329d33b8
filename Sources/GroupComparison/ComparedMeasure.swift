import SteadyMath

/// A measure that groups of clients are compared by.
public enum ComparedMeasure: String, Sendable, Hashable, CaseIterable {
    /// What is left of the last session's pigment, a share of fresh.
    case darkness
    /// Share of the treated light that pigment takes.
    case coverage
    /// Dots per cm².
    case density
    /// Redness of the treated over the untreated skin, EI.
    case redness

    /// How clients' values are averaged.
    package enum Scale: Sendable, Equatable {
        /// Means and differences.
        case plain
        /// Means of logarithms, shown as geometric means; differences are ratios.
        case ratio
    }

    /// How clients' values are averaged.
    ///
    /// Clients differ in coverage and density by factors, as what was made differs: there the logarithms are nearly
    /// normal, and intervals about the mean of the values themselves do not hold for ten clients.
    package var scale: Scale {
        switch self {
        case .darkness, .redness: .plain
        case .coverage, .density: .ratio
        }
    }

    /// A client's value as it is measured.
    ///
    /// - Parameter figure: A value on the scale that groups are averaged on.
    /// - Returns: The value itself.
    package func shown(_ figure: Double) -> Double { scale == .ratio ? Steady.exp(figure) : figure }

    /// Days after the last session for which groups are compared.
    package var days: [Double] {
        switch self {
        case .darkness, .coverage, .density: [30, 90, 180, 365, 730, 1_095]
        case .redness: [1, 3, 7, 14, 30]
        }
    }

    /// Whether a yearly change after settling is told.
    package var hasFading: Bool { self != .redness }

    /// The first day from which a value between two photos lies on the line between theirs.
    ///
    /// Before it the course bends: pigment is pale until the third week, redness falls to a third in two to four days.
    package var straightFromDay: Double { self == .redness ? 7 : 18 }

    /// Two photos further apart than this many days tell nothing of a day between them: the course may have bent.
    package var longestGap: Double { self == .redness ? 30 : 400 }
}
