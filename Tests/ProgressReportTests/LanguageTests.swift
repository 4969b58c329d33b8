import Foundation
import HealingCurve
import ProgressReport
import ScalpMeasurement
import ScalplineApp
import Testing

@Suite("Languages")
struct LanguageTests {
    private static let german = Languages.german

    @Test("Every language of the program has the same keys, and the same places in each sentence")
    func sameKeys() {
        for (tag, loaded) in Languages.builtIn {
            #expect(loaded.missing == [], "\(tag)")
            #expect(loaded.language.tag == tag)
            #expect(Set(loaded.language.phrases.keys) == Set(english.phrases.keys), "\(tag)")
            for (key, phrase) in english.phrases {
                let own = loaded.language.phrases[key]
                #expect(
                    own?.places.subtracting(["count"]) == phrase.places.subtracting(["count"]),
                    "\(tag) \(key)")
            }
        }
    }

    @Test("Every key is asked for somewhere, and every key that is asked for is there")
    func keysAreUsed() throws {
        let patterns = try KeyPatterns.inSources()
        #expect(patterns.count > 200)
        let keys = Array(english.phrases.keys)
        for key in keys where !patterns.contains(where: { $0.matches(key) }) {
            Issue.record("nothing asks for \(key)")
        }
        for pattern in patterns where !keys.contains(where: pattern.matches) {
            Issue.record("no words for \(pattern.text)")
        }
    }

    @Test("Words that a code of the contract leads to are there for each code")
    func wordsByCode() {
        for (tag, loaded) in Languages.builtIn {
            let language = loaded.language
            for reason in Reason.allCases {
                #expect(language.has("reasons.\(reason.rawValue).clause"), "\(tag) \(reason)")
                #expect(language.has("reasons.\(reason.rawValue).short"), "\(tag) \(reason)")
            }
            for code in [
                "not-found", "unreadable", "empty", "not-an-image", "truncated", "corrupt", "unsupported",
                "too-large", "no-client", "bad-client-file",
            ] {
                #expect(language.has("failures.\(code)"), "\(tag) \(code)")
            }
            for day in stride(from: -3.0, to: 120, by: 0.5) {
                let advice = language.stages.advice(day: day)
                #expect(!(advice.expected + advice.care + advice.next).contains(""))
            }
        }
    }

    @Test("German writes dates, numbers and units as German does")
    func germanNumbers() {
        let date = SampleReport.date(2026, 3, 10)
        let german = Self.german
        #expect(german.dates.long(date) == "10. März 2026")
        #expect(german.dates.short(SampleReport.date(2026, 9, 1)) == "1. Sept. 2026")
        #expect(german.numbers.plain(-0.94, decimals: 1) == "−0,9")
        #expect(german.numbers.whole(12_345) == "12.345")
        #expect(
            german.measures.value(Estimate(value: 0.71, standardError: 0.02), of: .darkness, hasScale: true)
                == "71\u{A0}±\u{A0}2\u{A0}%")
        #expect(
            german.measures.value(Estimate(value: 11.8, standardError: 0.6), of: .redness, hasScale: true)
                == "11,8\u{A0}±\u{A0}0,6\u{A0}EI")
        #expect(
            german.dates.day(-1) == "1 Tag vor der Sitzung"
                && german.dates.day(-2) == "2 Tage vor der Sitzung")
        #expect(german.lists.and(["Rötung", "Deckung", "Krusten"]) == "Rötung, Deckung und Krusten")
    }

    @Test("A finding is told in the page's language, from its code, numbers and reasons")
    func findings() {
        let patch = Finding(
            code: "lost-patch", photo: nil, day: 16, severity: .attention, message: "English.",
            evidence: [
                "lost": 61, "known": 74, "areaSquareCentimetres": 1.234, "scabShare": 0.8, "scabDay": 4,
            ])
        #expect(
            Self.german.findings.message(patch, photo: nil)
                == "An einer Stelle (etwa 1,2\u{A0}cm²) sind weit mehr Punkte verschwunden als anderswo: 61 der 74 "
                + "Punkte, die dort waren. Dort lag an Tag 4 eine Kruste. Auf dem Foto ist sie eingekreist. "
                + "Bitte zeigen Sie das Ihrem Studio.")
        var blurred = Finding(
            code: "photo-not-comparable", photo: nil, day: 20, severity: .note, message: "English.",
            reasons: [.blurred])
        let told = Self.german.findings.message(blurred, photo: nil)
        #expect(
            told.hasPrefix(
                "Dieses Foto lässt sich nicht mit den anderen vergleichen, weil das Foto zu unscharf ist."))
        // Where the finding does not hold the gates, its photo does.
        blurred.reasons = []
        var measures = SampleMeasurement()
        measures.problems = [.blurred]
        let photo = SampleReport.photo(measures: measures)
        #expect(Self.german.findings.message(blurred, photo: photo) == told)
        let foreign = Finding(
            code: "of-your-own", photo: nil, day: 1, severity: .note, message: "As you say.")
        #expect(Self.german.findings.message(foreign, photo: nil) == "As you say.")
    }

    @Test("The forms behind a number are those of Unicode's plural rules")
    func plurals() {
        func forms(_ rule: PluralRule, _ numbers: [Int]) -> [PluralForm] { numbers.map(rule.form) }
        #expect(forms(.alwaysOther, [0, 1, 2]) == [.other, .other, .other])
        #expect(forms(.oneOther, [0, 1, 2, 21]) == [.other, .one, .other, .other])
        #expect(forms(.zeroOneOther, [0, 1, 2]) == [.one, .one, .other])
        #expect(forms(.czech, [0, 1, 2, 4, 5, 22]) == [.other, .one, .few, .few, .other, .other])
        #expect(
            forms(.polish, [0, 1, 2, 5, 12, 21, 22, 25, 112])
                == [.many, .one, .few, .many, .many, .many, .few, .many, .many])
        #expect(
            forms(.russian, [0, 1, 2, 5, 11, 14, 21, 24, 111, 121])
                == [.many, .one, .few, .many, .many, .many, .one, .few, .many, .one])
        #expect(
            forms(.arabic, [0, 1, 2, 3, 10, 11, 99, 100, 102, 103])
                == [.zero, .one, .two, .few, .few, .many, .many, .other, .other, .few])
        for rule in PluralRule.allCases {
            #expect((0...200).allSatisfy { rule.forms.contains(rule.form(of: $0)) }, "\(rule)")
        }
    }
}
