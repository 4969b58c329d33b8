import SteadyMath

/// How the pigment of one session's dots lightens: load left over fresh load.
///
/// ```
/// h(u)/h(0) · exp(−λu/365),  h = ρ + (1−ρ)/(1+exp((u−m)/w)) − g·exp(−((u−m−5)/3)²)
/// ```
///
/// Fresh pigment in the upper skin is shed in the first two weeks, then a new, still cloudy layer makes the rest
/// look paler than it is (the dip `g`, deepest five days after `m`), and later it fades slowly (`λ`).
public struct DarknessCurve: Sendable, Equatable {
    /// `ρ`: 0…1.
    public var settledShare: Double
    /// `m`: days.
    public var midpoint: Double
    /// `w`: days, above 0.
    public var width: Double
    /// `g`: a share of fresh.
    public var dip: Double
    /// `λ`: per year.
    public var fading: Double

    /// Days from `m` to the deepest point of the pale phase.
    static let dipDelay = 5.0
    /// Days that scale the length of the pale phase.
    static let dipLength = 3.0
    /// Days of a year of `λ`.
    static let daysOfYear = 365.0

    /// Makes a curve.
    public init(settledShare: Double, midpoint: Double, width: Double, dip: Double, fading: Double) {
        self.settledShare = settledShare
        self.midpoint = midpoint
        self.width = width
        self.dip = dip
        self.fading = fading
    }

    /// Share of the fresh load that is left.
    ///
    /// - Parameter days: Days since the session that made the dots.
    /// - Returns: 1 at the session, less after; 0 before it, where there is nothing yet.
    public func share(daysSinceSession days: Double) -> Double {
        share(daysSinceSession: days, heightAtSession: height(0))
    }

    /// Share of the fresh load that is left, with `h(0)` known.
    func share(daysSinceSession days: Double, heightAtSession: Double) -> Double {
        if days < 0 { return 0 }
        return max(0, height(days)) / heightAtSession * Steady.exp(-fading * days / Self.daysOfYear)
    }

    /// `h(u)`.
    func height(_ days: Double) -> Double {
        let lateness = (days - midpoint - Self.dipDelay) / Self.dipLength
        // Far from its deepest point the pale phase is below 1e-17: no exponential is spent on it.
        let pale = abs(lateness) > 6.3 ? 0 : dip * Steady.exp(-lateness * lateness)
        return settledShare + (1 - settledShare) / (1 + Steady.exp((days - midpoint) / width)) - pale
    }
}
