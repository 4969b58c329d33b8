import SteadyMath

/// How scabs come and go after a session.
///
/// ```
/// s · (1 − exp(−u/0.7)) / (1 + exp(u − d))
/// ```
public struct ScabCurve: Sendable, Equatable {
    /// `s`: a fraction of the treated skin.
    public var areaFraction: Double
    /// `d`: days.
    public var sheddingDay: Double

    /// Days in which scabs form.
    static let formingDays = 0.7

    /// Makes a curve.
    public init(areaFraction: Double, sheddingDay: Double) {
        self.areaFraction = areaFraction
        self.sheddingDay = sheddingDay
    }

    /// Share of the treated skin under scabs.
    ///
    /// - Parameter days: Days since the session.
    /// - Returns: A fraction; 0 before the session.
    public func areaFraction(daysSinceSession days: Double) -> Double {
        if days <= 0 { return 0 }
        return areaFraction * (1 - Steady.exp(-days / Self.formingDays))
            / (1 + Steady.exp(days - sheddingDay))
    }
}
