import SteadyMath

/// How likely states outside the expected range are held to be before any photo, and how sure one has to be to tell.
///
/// The probability of a state is that of Bayes's rule: what all values up to a photo say, against a client within
/// the expected range. If the client is within it, the chance that the ratio of the evidence ever reaches `c` in the
/// whole series, however many visits there are, is at most `1/c` (Ville 1939), and shares add over states: so the
/// budget is one over a whole series and over all codes together.
enum FindingBudget {
    /// How likely a client is held to have redness that stays.
    static let staying = 0.085
    /// How likely redness is held to come up suddenly at one of the visits.
    static let suddenRedness = 0.01
    /// How likely pigment is held to fade many times as fast.
    static let fading = 0.07
    /// How likely darkness is held to change suddenly at one of the visits.
    static let suddenDarkness = 0.05
    /// How likely many dots are held to go suddenly at one of the visits.
    static let suddenLoss = 0.05
    /// How likely scabs are held to stay for many days more.
    static let lateScabs = 0.03
    /// Probability of a state from which it is told.
    static let sure = 0.6

    /// Share of a sudden change's probability that one visit gets: sixteen visits share it evenly, later ones less
    /// and less, so that the whole never exceeds 1 and no visit's share depends on later ones.
    static func stake(ofVisit index: Int) -> Double {
        let even = 1 / 20.0
        if index < 16 { return even }
        let late = Double(index - 14)
        return even * 4 / (late * late) * 0.5
    }

    /// Probability of a state.
    ///
    /// - Parameters:
    ///   - prior: How likely it was held to be before any photo.
    ///   - ratio: How many times better it foretells the values than a client within the expected range.
    /// - Returns: 0…1.
    static func probability(prior: Double, ratio: Double) -> Double {
        let odds = ratio * prior / (1 - prior)
        return odds.isFinite ? odds / (1 + odds) : 1
    }

    /// Probability that a parameter exceeds a bound, and its mean, over both a state's model and the usual one.
    ///
    /// - Parameters:
    ///   - parameter: Index of the parameter, the same in both models.
    ///   - bound: The bound.
    ///   - state: Draws of the state's model.
    ///   - usual: Draws of the usual model, given the same values.
    ///   - prior: How likely the state was held to be before any photo.
    /// - Returns: The probability, 0…1, and the mean in the parameter's unit.
    static func exceeding(
        _ parameter: Int, above bound: Double, state: PosteriorSample, usual: PosteriorSample, prior: Double
    ) -> (probability: Double, mean: Double) {
        let odds = prior * ratio(state, over: usual)
        let whole = odds + 1 - prior
        let above = (
            state.share(of: state.parameters[parameter], above: bound),
            usual.share(of: usual.parameters[parameter], above: bound)
        )
        return (
            (odds * above.0 + (1 - prior) * above.1) / whole,
            (odds * state.mean(parameter) + (1 - prior) * usual.mean(parameter)) / whole
        )
    }

    /// How many times better one posterior's model foretells its values than another's.
    static func ratio(_ state: PosteriorSample, over usual: PosteriorSample) -> Double {
        Steady.exp(min(300, max(-300, state.logEvidence - usual.logEvidence)))
    }
}
