import HealingCurve
import ProgressReport
import ScalpMeasurement
import Testing

@Suite("The words for days, findings and reasons")
struct WordsTests {
    private func words(_ day: Double, _ findings: Set<String> = []) -> String {
        let advice = english.stages.advice(day: day, findings: findings)
        return (advice.expected + advice.care).joined(separator: " ")
    }

    @Test("The scalp is kept dry in the first days only, then washed gently")
    func keepDry() {
        for day in [0, 1.5, 2.9] { #expect(words(day).contains("Keep the scalp dry")) }
        for day in [3, 8, 14.9] {
            #expect(!words(day).contains("Keep the scalp dry"))
            #expect(words(day).contains("mild, fragrance-free cleanser"))
        }
    }

    @Test("Scabs and the darker look come from day 2 on, and scabs are not expected for long")
    func scabs() {
        #expect(!words(1.9).contains("scabs") && !words(1.9).contains("darker"))
        #expect(words(2).contains("Tiny scabs may form") && words(2).contains("darker than wanted"))
        #expect(!words(12).contains("Tiny scabs may form"))
        #expect(words(12).contains("expected to have come off"))
        #expect(!words(12, ["scabs-longer-than-expected"]).contains("expected to have come off"))
        #expect(words(50, ["scabs-longer-than-expected"]).contains("Don’t pick"))
    }

    @Test("Itching belongs to the first two weeks")
    func itching() {
        #expect(words(14.9).contains("itching and tenderness is normal"))
        #expect(!words(15).contains("itching"))
    }

    @Test("What a finding calls late is not called normal")
    func lateIsNotNormal() {
        for day in stride(from: 0.5, to: 60, by: 1) {
            let red = words(day, ["redness-above-expected"])
            #expect(!red.contains("redness is normal") && !red.contains("little redness"))
            #expect(!words(day, ["darkness-below-expected"]).contains("That is expected and passes"))
            #expect(!words(day, ["symptoms-longer-than-expected"]).contains("tenderness is normal"))
            #expect(!words(day, ["darkness-above-expected"]).contains("darker than wanted"))
        }
    }

    @Test("A pale look is expected around days 7 to 14, and one waits for week 6")
    func pale() {
        #expect(words(10).contains("pale or uneven"))
        #expect(!words(30).contains("pale or uneven"))
        let early = english.findings.message(code: "darkness-below-expected", day: 10, evidence: [:])
        #expect(early.contains("wait for week 6") && early.contains("days 7 to 14 is expected"))
        let late = english.findings.message(code: "darkness-below-expected", day: 60, evidence: [:])
        #expect(!late.contains("week 6"))
    }

    @Test("Stages begin on the days of the method's definition")
    func stages() {
        #expect(english.stages.advice(day: -0.1).title == "Before the first session")
        #expect(english.stages.advice(day: 3.99).title == "Immediate care")
        #expect(english.stages.advice(day: 4).title == "Initial healing")
        #expect(english.stages.advice(day: 15).title == "Settling")
        #expect(english.stages.advice(day: 43).title == "Long term")
        #expect(english.stages.advice(day: 200).care.contains("Moisturise the scalp."))
    }

    @Test("Every finding of the contract has words, and those to look at name the practitioner")
    func findings() {
        let codes = [
            "edge-thinning",
            "redness-above-expected", "darkness-above-expected", "darkness-below-expected",
            "density-below-expected", "lost-patch", "fading-faster-than-expected", "tone-drift",
            "scabs-longer-than-expected", "symptoms-longer-than-expected",
        ]
        for code in codes {
            #expect(english.findings.title(code) != english.findings.title("anything else"))
            for day in [2.0, 10, 20, 100, nil] as [Double?] {
                let message = english.findings.message(code: code, day: day, evidence: [:])
                #expect(message.contains("show this to your practitioner"))
                #expect(!message.contains("  ") && message.hasSuffix("."))
                for word in ["abnormal", "infection", "diagnos", "disease", "patholog"] {
                    #expect(!message.lowercased().contains(word))
                }
            }
        }
        let patch = english.findings.message(
            code: "lost-patch", day: 20, evidence: ["lost": 61, "known": 74, "areaSquareCentimetres": 1.234])
        #expect(patch.contains("about 1.2 cm²") && patch.contains("61 of the 74 dots"))
        #expect(!patch.contains("scab"))
        func message(_ evidence: [String: Double]) -> String {
            english.findings.message(code: "lost-patch", day: 20, evidence: evidence)
        }
        #expect(!message(["scabShare": 0.1, "scabDay": 4]).contains("scab"))
        #expect(message(["scabShare": 0.8, "scabDay": 3.9]).contains("A scab lay there on day 4."))
        #expect(
            message(["scabShare": 0.32, "scabDay": 5]).contains(
                "About 30 % of it lay under scabs before, most of that on day 5."))
        #expect(
            english.findings.message(code: "tone-drift", day: 200, evidence: ["drift": -0.1]).contains(
                "towards blue"))
        let blurred = english.findings.message(
            code: "photo-not-comparable", day: 20, evidence: [:], reasons: [.blurred, .glare])
        #expect(blurred.contains("too blurred, and too much of the scalp shines"))
        #expect(blurred.contains("tap to focus on the scalp"))
    }

    @Test("How sure a finding is comes in words and as a number")
    func sureness() {
        func told(_ name: String, _ value: Double, code: String = "redness-above-expected") -> String? {
            english.findings.sureness(code: code, evidence: [name: value])
        }
        #expect(told("probability", 0.999) == "almost certain (more than 99 in 100)")
        #expect(told("probability", 0.97) == "very likely (97 in 100)")
        #expect(told("probability", 0.85) == "likely (85 in 100)")
        #expect(told("probability", 0.57) == "more likely than not (57 in 100)")
        #expect(told("probability", 0.2) == "possible (20 in 100)")
        #expect(told("probability", .nan) == nil && told("other", 0.5) == nil)
        #expect(
            told("falseAlarmProbability", 1e-6, code: "lost-patch")
                == "almost certain (chance alone does this less than once in 1,000 series of photos)")
        #expect(told("other", 1, code: "symptoms-longer-than-expected") == "as the client noted it")
    }

    @Test("Every reason has a clause and a short form, and every gate says what to do")
    func reasons() {
        for reason in Reason.allCases {
            #expect(!english.reasons.clause(reason.rawValue).contains("“"))
            #expect(english.reasons.short(reason.rawValue) != "")
            if reason != .noTreatedRegion { #expect(english.reasons.advice(reason.rawValue) != nil) }
        }
        #expect(english.reasons.clause("new-word") == "of “new-word”")
        #expect(!english.reasons.short(MeasureVerdict.noEarlierPhoto).contains("no-earlier"))
    }

    @Test("Values are shown with as many digits as their errors, and a true minus")
    func values() {
        #expect(
            english.measures.value(Estimate(value: -0.94, standardError: 0.61), of: .redness, hasScale: true)
                == "−0.9 ± 0.6\u{A0}EI")
        #expect(
            english.measures.value(Estimate(value: 0.71, standardError: 0.02), of: .darkness, hasScale: true)
                == "71 ± 2\u{A0}%")
        #expect(
            english.measures.value(Estimate(value: 118.3, standardError: 0.31), of: .density, hasScale: false)
                == "118.3 ± 0.3\u{A0}per megapixel")
    }

    @Test("Values are rounded to what their errors allow")
    func rounding() {
        func text(_ value: Double, _ error: Double, _ measure: CurveMeasure) -> String {
            english.measures.value(
                Estimate(value: value, standardError: error), of: measure, hasScale: true)
        }
        #expect(text(0.591, 0.026, .darkness) == "59 ± 3\u{A0}%")
        #expect(text(1.0106, 0.251, .darkness) == "100 ± 30\u{A0}%")
        #expect(text(16.709, 1.214, .redness) == "16.7 ± 1.2\u{A0}EI")
        #expect(text(4755.9, 63.7, .density) == "4760 ± 60\u{A0}per cm²")
        #expect(text(81.247, 0.97, .density) == "81 ± 1\u{A0}per cm²")
        #expect(text(0.0153, 0.0005, .coverage) == "1.53 ± 0.05\u{A0}%")
        func scabs(_ value: Double, _ error: Double) -> String {
            english.measures.reading(
                Estimate(value: value, standardError: error), of: .scabs, hasScale: true)
        }
        #expect(scabs(0.0007, 0.0015) == "none seen")
        #expect(scabs(0.0079, 0.0022) == "0.8 ± 0.2\u{A0}%")
    }

    @Test("Days are counted as a calendar counts them")
    func days() {
        #expect(english.dates.day(7.94) == "day 8")
        #expect(english.dates.day(0) == "day 0")
        #expect(english.dates.day(-0.1) == "just before the session")
        #expect(english.dates.day(-2.9) == "3 days before the session")
        #expect(english.dates.long(SampleReport.date(2026, 3, 2)) == "2 March 2026")
    }
}
