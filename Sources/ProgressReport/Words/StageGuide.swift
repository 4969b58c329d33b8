import HealingCurve

/// Which days of the way after a session have what: the numbers behind ``StageWords``.
public enum StageGuide {
    /// From day 3 on the scalp is washed gently; until then it is kept dry.
    static let dryUntilDay = 3.0
    /// Scabs and the darker look begin here.
    static let scabsFromDay = 2.0
    /// By now scabs are expected to have come off (95 % point of the curve, with a day to spare).
    static let scabsUntilDay = 9.0
    /// Redness is expected to have gone.
    static let rednessUntilDay = 7.0
    /// The pale phase, "ghosting".
    static let paleDays = 6.0..<16.0
    /// Days on which a client may see a pale look (days 7–14, and a little on both sides).
    static let paleLookDays = 5.0..<20.5
    /// Initial healing ends.
    static let healingUntilDay = 15.0
    /// Settling ends, the scalp is expected to have healed.
    static let settlingUntilDay = 43.0
    /// Settled.
    static let settledDay = 90.0

    /// The first day of a stage after a session.
    public static func firstDay(_ stage: HealingStage) -> Double {
        switch stage {
        case .before, .immediateCare: 0
        case .initialHealing: 4
        case .settling: healingUntilDay
        case .longTerm: settlingUntilDay
        }
    }

    /// The stages after a session, in order.
    static let stages: [HealingStage] = [.immediateCare, .initialHealing, .settling, .longTerm]
}
