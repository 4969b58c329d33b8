import HealingCurve

/// What belongs to a day after a session: where it is on the way, what is expected, how to care for the scalp.
///
/// The sentences follow the day, not only the stage, and nothing is called expected that a finding calls late.
package struct StageWords: Sendable {
    /// The words for one day.
    package struct Advice: Sendable, Equatable {
        /// The stage's name.
        package var title: String
        /// Where the client is, in a sentence.
        package var position: String
        /// What is expected now.
        package var expected: [String]
        /// What to do and to leave.
        package var care: [String]
        /// What comes next.
        package var next: [String]
    }

    let language: Language

    /// The name of a stage.
    package func name(_ stage: HealingStage) -> String { language.text("stages.\(stage.rawValue).name") }

    /// A stage's name in a chart; none before the first session.
    package func short(_ stage: HealingStage) -> String { told(stage, "short") }

    /// The days of a stage in words; none before the first session.
    package func days(_ stage: HealingStage) -> String { told(stage, "days") }

    private func told(_ stage: HealingStage, _ what: String) -> String {
        stage == .before ? "" : language.text("stages.\(stage.rawValue).\(what)")
    }

    /// The words for a day.
    ///
    /// - Parameters:
    ///   - day: Days since the last session; negative before the first.
    ///   - findings: Codes of the findings that hold on that day.
    /// - Returns: The words.
    package func advice(day: Double, findings: Set<String> = []) -> Advice {
        func sentences(_ group: String, _ names: [String]) -> [String] {
            names.map { language.text("guide.\(group).\($0)") }
        }
        let stage = HealingStage(day: day)
        return Advice(
            title: name(stage), position: position(day, stage),
            expected: sentences("expected", Self.expected(day, findings)),
            care: sentences("care", Self.care(day, findings)), next: sentences("next", Self.next(day)))
    }

    private func position(_ day: Double, _ stage: HealingStage) -> String {
        let number = DateWords.number(ofDay: day)
        func told(_ key: String) -> String {
            language.text("guide.position.\(key)", ["day": String(number), "week": String(number / 7 + 1)])
        }
        switch stage {
        case .before: return told("before")
        case .immediateCare: return told(number == 0 ? "today" : stage.rawValue)
        case .initialHealing, .settling: return told(stage.rawValue)
        case .longTerm: return told(day < StageGuide.settledDay ? "healed" : "settled")
        }
    }

    private static func expected(_ day: Double, _ findings: Set<String>) -> [String] {
        if day < 0 { return ["before"] }
        var names: [String] = []
        if !findings.contains("redness-above-expected") {
            if day < StageGuide.firstDay(.initialHealing) {
                names.append("redness")
            } else if day < StageGuide.rednessUntilDay {
                names.append("redness-fading")
            } else if day < StageGuide.settlingUntilDay {
                names.append("redness-gone")
            }
        }
        if day < StageGuide.healingUntilDay, !findings.contains("symptoms-longer-than-expected") {
            names.append("itching")
        }
        let isCalledDark = findings.contains("darkness-above-expected")
        if day >= StageGuide.scabsFromDay, day < StageGuide.paleDays.lowerBound, !isCalledDark {
            names.append("dark")
        }
        if !findings.contains("scabs-longer-than-expected") {
            if day >= StageGuide.scabsFromDay, day < StageGuide.scabsUntilDay {
                names.append("scabs")
            } else if day >= StageGuide.scabsUntilDay, day < StageGuide.settlingUntilDay {
                names.append("scabs-gone")
            }
        }
        return names + colour(day, findings)
    }

    private static func colour(_ day: Double, _ findings: Set<String>) -> [String] {
        if StageGuide.paleDays.contains(day) {
            let isCalledPale =
                findings.contains("darkness-below-expected") || findings.contains("density-below-expected")
            return [isCalledPale ? "paler" : "pale"]
        }
        if day < StageGuide.paleDays.upperBound { return [] }
        if day < StageGuide.settlingUntilDay { return ["colour"] }
        if day < StageGuide.settledDay { return ["shade"] }
        return findings.contains("fading-faster-than-expected") ? [] : ["fading"]
    }

    private static func care(_ day: Double, _ findings: Set<String>) -> [String] {
        if day < 0 { return ["before"] }
        var names: [String] = []
        if day < StageGuide.dryUntilDay {
            names.append("dry")
        } else if day < StageGuide.healingUntilDay {
            names.append("wash")
            if day < StageGuide.firstDay(.initialHealing) { names.append("exercise") }
        }
        if day < StageGuide.healingUntilDay || findings.contains("symptoms-longer-than-expected") {
            names.append("scratch")
        }
        if (day >= StageGuide.scabsFromDay && day < StageGuide.settlingUntilDay)
            || findings.contains("scabs-longer-than-expected")
        {
            names.append("pick")
        }
        if day < StageGuide.settlingUntilDay { return names + ["sun"] }
        names += ["products", "moisturise", "sun-later"]
        return day < StageGuide.settledDay ? names : names + ["touch-up"]
    }

    private static func next(_ day: Double) -> [String] {
        switch day {
        case ..<0: ["before"]
        case ..<StageGuide.scabsFromDay: ["dark", "wash"]
        case ..<StageGuide.rednessUntilDay: ["pale", "redness"]
        case ..<StageGuide.healingUntilDay: ["settling"]
        case ..<StageGuide.settlingUntilDay: ["healed"]
        case ..<StageGuide.settledDay: ["settled"]
        default: ["later"]
        }
    }
}
