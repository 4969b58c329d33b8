/// How strong evidence has to be before a finding is told, so that false alarms are rare over a whole series.
///
/// Evidence is a ratio: how many times better a state outside the expected range foretells all values so far than
/// a client within it does. If the client is within it, the chance that this ratio ever reaches `c` in the whole
/// series, however many visits there are, is at most `1/c` (Ville 1939). So a code's share of the budget is `1/c`,
/// and shares add over codes.
enum FindingBudget {
    /// Redness that stays or comes back: 1 series in 150.
    static let redness = 150.0
    /// Fading many times as fast: 1 in 150.
    static let fading = 150.0
    /// Too dark for the day: 1 in 300.
    static let darknessAbove = 300.0
    /// Too pale for the day: 1 in 300.
    static let darknessBelow = 300.0
    /// Dots lost: 1 in 300.
    static let density = 300.0
    /// Scabs that stay: 1 in 300.
    static let scabs = 300.0
    /// Tone: 1 in 300.
    static let tone = 300.0

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
