extension HealingStage {
    /// First day of initial healing, counted from the last session.
    static let initialHealingBegins = 4.0
    /// First day of settling and maturation, counted from the last session.
    static let settlingBegins = 15.0
    /// First day of the long term, counted from the last session.
    static let longTermBegins = 43.0

    /// The stage of a day.
    ///
    /// ```
    /// before < 0 ≤ immediate care < 4 ≤ initial healing < 15 ≤ settling < 43 ≤ long term
    /// ```
    ///
    /// - Parameter day: Days since the last session; negative before the first.
    public init(day: Double) {
        if day < 0 {
            self = .before
        } else if day < Self.initialHealingBegins {
            self = .immediateCare
        } else if day < Self.settlingBegins {
            self = .initialHealing
        } else if day < Self.longTermBegins {
            self = .settling
        } else {
            self = .longTerm
        }
    }
}
