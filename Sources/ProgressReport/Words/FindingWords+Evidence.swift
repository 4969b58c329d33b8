import HealingCurve
import SteadyMath

extension FindingWords {
    /// What a finding's lines are called.
    static let seen = "Seen"
    static let measured = "Measured"
    static let estimated = "Estimated"
    static let sure = "How sure"

    /// From these probabilities on a state is called so; the most certain first.
    private static let certainty: [(from: Double, words: String)] = [
        (0.99, "almost certain"), (0.95, "very likely"), (0.8, "likely"), (0.5, "more likely than not"),
    ]

    /// How sure a finding is, in words and as a number for the practitioner.
    ///
    /// - Parameters:
    ///   - code: The contract's code.
    ///   - evidence: Numbers behind it; `probability` or `falseAlarmProbability` count here.
    /// - Returns: As `very likely (97 in 100)`; nil where nothing is known of it.
    public static func sureness(code: String, evidence: [String: Double]) -> String? {
        if let probability = evidence["probability"], (0...1).contains(probability) {
            let words = certainty.first { probability >= $0.from }?.words ?? "possible"
            let hundredths = Int((probability * 100).rounded())
            let number =
                hundredths > 99
                ? "more than 99 in 100" : hundredths < 1 ? "fewer than 1 in 100" : "\(hundredths) in 100"
            return "\(words) (\(number))"
        }
        if let chance = evidence["falseAlarmProbability"], (0...1).contains(chance) {
            let thousandths = Int((chance * 1_000).rounded())
            let words = certainty.first { 1 - chance >= $0.from }?.words ?? "possible"
            let number =
                thousandths < 1 ? "less than once" : thousandths == 1 ? "once" : "\(thousandths) times"
            return "\(words) (chance alone does this \(number) in 1,000 series of photos)"
        }
        if code.hasPrefix("symptoms") { return "as the client noted it" }
        return nil
    }

    /// What the numbers behind a finding say of the state itself, for the practitioner.
    ///
    /// - Parameter evidence: Numbers by name.
    /// - Returns: A line; nil where there is nothing to say.
    static func estimate(_ evidence: [String: Double]) -> String? {
        if let fading = evidence["fadingPerYear"] {
            let lost = MeasureWords.plain((1 - Steady.exp(-fading)) * 100, decimals: 0)
            return "about \(lost)\(MeasureWords.noBreak)% of the pigment goes in a year"
        }
        if let day = evidence["sheddingDay"] {
            return "half of the scabs come off about day \(MeasureWords.plain(day, decimals: 0))"
        }
        if let redness = evidence["stayingRedness"] {
            return
                "about \(MeasureWords.plain(redness, decimals: 1))\(MeasureWords.noBreak)EI of the redness stay"
        }
        return nil
    }

    /// The measures that a finding speaks of, the one that tells it best first.
    static func measures(_ code: String) -> [CurveMeasure] {
        switch code {
        case "redness-above-expected": [.redness]
        case "darkness-above-expected", "darkness-below-expected", "fading-faster-than-expected":
            [.darkness, .coverage]
        case "density-below-expected": [.density]
        case "scabs-longer-than-expected": [.scabs]
        default: []
        }
    }
}
