import HealingCurve

/// What belongs to a day after a session: where it is on the way, what is expected, how to care for the scalp.
///
/// A translation replaces this file. The sentences follow the day, not only the stage, and nothing is called
/// expected that a finding calls late.
public enum StageGuide {
    /// The words for one day.
    public struct Advice: Sendable, Equatable {
        /// The stage's name.
        public var title: String
        /// Where the client is, in a sentence.
        public var position: String
        /// What is expected now.
        public var expected: [String]
        /// What to do and to leave.
        public var care: [String]
        /// What comes next.
        public var next: [String]
    }

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

    /// The name of a stage.
    public static func name(_ stage: HealingStage) -> String {
        switch stage {
        case .before: "Before the first session"
        case .immediateCare: "Immediate care"
        case .initialHealing: "Initial healing"
        case .settling: "Settling"
        case .longTerm: "Long term"
        }
    }

    /// The days of a stage in words.
    public static func days(_ stage: HealingStage) -> String {
        switch stage {
        case .before: ""
        case .immediateCare: "days 0–3"
        case .initialHealing: "days 4–14"
        case .settling: "weeks 3–6"
        case .longTerm: "from week 7"
        }
    }

    /// The first day of a stage after a session.
    public static func firstDay(_ stage: HealingStage) -> Double {
        switch stage {
        case .before, .immediateCare: 0
        case .initialHealing: 4
        case .settling: healingUntilDay
        case .longTerm: settlingUntilDay
        }
    }

    /// The words for a day.
    ///
    /// - Parameters:
    ///   - day: Days since the last session; negative before the first.
    ///   - findings: Codes of the findings that hold on that day.
    /// - Returns: The words.
    public static func advice(day: Double, findings: Set<String> = []) -> Advice {
        let number = DateWords.number(ofDay: day)
        if day < 0 {
            return Advice(
                title: name(.before),
                position:
                    "These photos show the scalp before the first session. All later photos are compared with them.",
                expected: ["Nothing has changed yet."],
                care: ["Your practitioner will tell you how to prepare."],
                next: [
                    "After the session: some redness for a few days, and a scalp that wants to be kept dry at first."
                ])
        }
        let stage: HealingStage =
            day < 4
            ? .immediateCare
            : day < healingUntilDay ? .initialHealing : day < settlingUntilDay ? .settling : .longTerm
        let position: String
        switch stage {
        case .immediateCare:
            position =
                number == 0 ? "The session was today: day 0." : "It is day \(number) after the session."
        case .initialHealing:
            position = "It is day \(number), in the first two weeks after the session."
        case .settling:
            position = "It is day \(number), week \(number / 7 + 1): the colour is settling."
        default:
            position =
                day < settledDay
                ? "It is day \(number): the scalp is expected to have healed, the colour still settles a little."
                : "It is day \(number): the colour has settled."
        }
        return Advice(
            title: name(stage), position: position, expected: expected(day, findings),
            care: care(day, findings),
            next: next(day))
    }

    private static func expected(_ day: Double, _ findings: Set<String>) -> [String] {
        var sentences: [String] = []
        if !findings.contains("redness-above-expected") {
            if day < 4 {
                sentences.append("Slight redness is normal and should subside within a few days.")
            } else if day < rednessUntilDay {
                sentences.append("A little redness may still be there; it should be fading from day to day.")
            } else if day < settlingUntilDay {
                sentences.append("Redness is expected to have gone by now.")
            }
        }
        if day < healingUntilDay && !findings.contains("symptoms-longer-than-expected") {
            sentences.append("Some itching and tenderness is normal in the first two weeks.")
        }
        let calledDark = findings.contains("darkness-above-expected")
        if day >= scabsFromDay && day < paleDays.lowerBound && !calledDark {
            sentences.append("The colour may look darker than wanted. It lightens as it settles.")
        }
        if !findings.contains("scabs-longer-than-expected") {
            if day >= scabsFromDay && day < scabsUntilDay {
                sentences.append("Tiny scabs may form and come off by themselves.")
            } else if day >= scabsUntilDay && day < settlingUntilDay {
                sentences.append("Scabs are expected to have come off by now.")
            }
        }
        let calledPale =
            findings.contains("darkness-below-expected") || findings.contains("density-below-expected")
        if paleDays.contains(day) {
            sentences.append(
                calledPale
                    ? "The dots look pale around days 7 to 14, and much of the colour comes back by week 6. "
                        + "Here they are paler than that: see above."
                    : "The dots may look pale or uneven now, around days 7 to 14. That is expected and passes: "
                        + "the true colour shows after 4 to 6 weeks.")
        } else if day >= paleDays.upperBound && day < settlingUntilDay {
            sentences.append(
                "The colour comes to its true shade between weeks 4 and 6. Please don’t judge it before.")
        } else if day >= settlingUntilDay && day < settledDay {
            sentences.append("The shade still changes a little until about the third month.")
        } else if day >= settledDay && !findings.contains("fading-faster-than-expected") {
            sentences.append("The pigment fades slowly over the years.")
        }
        return sentences
    }

    private static func care(_ day: Double, _ findings: Set<String>) -> [String] {
        var sentences: [String] = []
        if day < dryUntilDay {
            sentences.append("Keep the scalp dry: no washing, no heavy sweating, no strenuous exercise.")
        } else if day < healingUntilDay {
            sentences.append("Wash with a mild, fragrance-free cleanser. No scrubbing.")
            if day < 4 {
                sentences.append("Leave strenuous exercise and heavy sweating for a day or two more.")
            }
        }
        if day < healingUntilDay || findings.contains("symptoms-longer-than-expected") {
            sentences.append("Don’t scratch: it disturbs the pigment.")
        }
        if (day >= scabsFromDay && day < settlingUntilDay) || findings.contains("scabs-longer-than-expected")
        {
            sentences.append("Don’t pick at scabs or flakes: picking loses pigment.")
        }
        if day < settlingUntilDay {
            sentences.append("Stay out of the sun; wear a hat or a scalp sunscreen.")
        } else {
            sentences.append("No alcohol-based or harsh hair products.")
            sentences.append("Moisturise the scalp.")
            sentences.append("Protect it from the sun: a hat or a scalp sunscreen.")
            if day >= settledDay { sentences.append("Plan a touch-up session as the pigment fades.") }
        }
        return sentences
    }

    private static func next(_ day: Double) -> [String] {
        switch day {
        case ..<2:
            return [
                "From day 2 the dots look darker and tiny scabs may form. Both pass.",
                "After the first days, a mild, fragrance-free cleanser may be used.",
            ]
        case ..<7:
            return [
                "Around days 7 to 14 the dots often look pale. That is expected: the colour comes back.",
                "By the end of week 2 redness and itching are expected to have gone.",
            ]
        case ..<15: return ["From week 3 the colour settles; its true shade shows after 4 to 6 weeks."]
        case ..<43:
            return ["By week 6 the scalp is expected to have healed. That is a good time for the next photo."]
        case ..<90:
            return [
                "After about three months the colour has settled. That is a good time for the next photo."
            ]
        default: return ["A photo every few months shows how the pigment holds."]
        }
    }
}
