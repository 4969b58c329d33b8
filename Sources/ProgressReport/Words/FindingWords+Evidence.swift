import HealingCurve
import SteadyMath

extension FindingWords {
    /// From these probabilities on a state is called so; the most certain first.
    private static let certainty: [(from: Double, key: String)] = [
        (0.99, "sureness.almost-certain"), (0.95, "sureness.very-likely"), (0.8, "sureness.likely"),
        (0.5, "sureness.rather"),
    ]

    /// How sure a finding is, in words and as a number for the practitioner.
    ///
    /// - Parameters:
    ///   - code: The contract's code.
    ///   - evidence: Numbers behind it; `probability` or `falseAlarmProbability` count here.
    /// - Returns: As `very likely (97 in 100)`; nil where nothing is known of it.
    package func sureness(code: String, evidence: [String: Double]) -> String? {
        func told(_ probability: Double, _ odds: String) -> String {
            let key = Self.certainty.first { probability >= $0.from }?.key ?? "sureness.possible"
            return language.text("sureness.told", ["words": language.text(key), "odds": odds])
        }
        if let probability = evidence["probability"], (0...1).contains(probability) {
            let hundredths = Int((probability * 100).rounded())
            let odds =
                hundredths > 99
                ? language.text("sureness.odds-most")
                : hundredths < 1
                    ? language.text("sureness.odds-least")
                    : language.text("sureness.odds", ["count": String(hundredths)])
            return told(probability, odds)
        }
        if let chance = evidence["falseAlarmProbability"], (0...1).contains(chance) {
            let thousandths = Int((chance * 1_000).rounded())
            let times =
                thousandths < 1
                ? language.text("sureness.times-least")
                : language.text("sureness.times", count: thousandths)
            return told(1 - chance, language.text("sureness.chance", ["times": times]))
        }
        return code.hasPrefix("symptoms") ? language.text("sureness.noted") : nil
    }

    /// What the numbers behind a finding say of the state itself, for the practitioner.
    ///
    /// - Parameter evidence: Numbers by name.
    /// - Returns: A line; nil where there is nothing to say.
    func estimate(_ evidence: [String: Double]) -> String? {
        let numbers = language.numbers
        if let fading = evidence["fadingPerYear"] {
            let lost = numbers.plain((1 - Steady.exp(-fading)) * 100, decimals: 0)
            return language.text("estimates.fading", ["percent": lost])
        }
        if let day = evidence["sheddingDay"] {
            return language.text("estimates.shedding", ["day": numbers.plain(day, decimals: 0)])
        }
        if let redness = evidence["stayingRedness"] {
            return language.text("estimates.redness", ["value": numbers.plain(redness, decimals: 1)])
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
