import SteadyMath

/// How one session's dots go: the share that still holds a fifth of its fresh load.
///
/// ```
/// v(u)/v(0),  v = v∞ + (1−v∞)/(1+exp((u−m_v)/w_v))
/// ```
public struct VisibleShareCurve: Sendable, Equatable {
    /// `v∞`: 0…1.
    public var settledShare: Double
    /// `m_v`: days.
    public var midpoint: Double
    /// `w_v`: days, above 0.
    public var width: Double

    /// Makes a curve.
    public init(settledShare: Double, midpoint: Double, width: Double) {
        self.settledShare = settledShare
        self.midpoint = midpoint
        self.width = width
    }

    /// Share of the dots that can be seen.
    ///
    /// - Parameter days: Days since the session that made the dots.
    /// - Returns: 1 at the session, less after; 0 before it, where there is nothing yet.
    public func share(daysSinceSession days: Double) -> Double {
        days < 0 ? 0 : height(days) / height(0)
    }

    private func height(_ days: Double) -> Double {
        settledShare + (1 - settledShare) / (1 + Steady.exp((days - midpoint) / width))
    }
}
