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

    /// Days that tell most of a course: how it begins, the end of the first scabs and redness, the pale phase, the end of
    /// healing, the settled colour, and the half years that tell how it fades.
    private static let photoDays: [Double] = [1, 7, 14, 42, 90, 182, 365]
    /// A photo this many days before such a day stands for it.
    private static let photoReach = 0.15
    /// Days between photos of a settled colour.
    private static let laterPhotoDays = 182.0

    /// The day on which the next photo is wanted.
    ///
    /// - Parameter day: Of the newest photo, 0 or more.
    /// - Returns: A whole day after it.
    package static func nextPhotoDay(after day: Double) -> Double {
        photoDays.first { $0 * (1 - photoReach) > day + 0.5 }
            ?? ((day / laterPhotoDays).rounded() + 1) * laterPhotoDays
    }
}
