/// How strong evidence has to be before a finding is told, so that false alarms are rare over a whole series.
///
/// Evidence is a ratio: how many times better a state outside the expected range foretells all values so far than
/// a client within it does. If the client is within it, the chance that this ratio ever reaches `c` in the whole
/// series, however many visits there are, is at most `1/c` (Ville 1939), and shares add over codes. That bound is
/// far from reached, because the ratios are those of heavy-tailed errors, and because every finding also asks for
/// an effect that matters: simulated clients within the range are alarmed in fewer than one series in a hundred.
enum FindingBudget {
    /// Redness that stays or comes back.
    static let redness = 20.0
    /// Fading many times as fast.
    static let fading = 20.0
    /// Too dark for the day.
    static let darknessAbove = 40.0
    /// Too pale for the day.
    static let darknessBelow = 40.0
    /// Dots lost.
    static let density = 25.0
    /// Scabs that stay.
    static let scabs = 40.0

    /// How likely a state outside the expected range is held to be in a client before any photo.
    static let priorShare = 0.05

    /// Share of a code's stake that a sudden change at one visit gets: sixteen visits share it evenly, later ones
    /// less and less, so that the whole never exceeds 1 and no visit's share depends on later ones.
    static func stake(ofVisit index: Int) -> Double {
        let even = 1 / 20.0
        if index < 16 { return even }
        let late = Double(index - 14)
        return even * 4 / (late * late) * 0.5
    }

    /// Probability of the state behind a ratio.
    static func probability(ratio: Double) -> Double {
        let odds = ratio * priorShare / (1 - priorShare)
        return odds.isFinite ? odds / (1 + odds) : 1
    }
}
