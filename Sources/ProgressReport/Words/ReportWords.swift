import HealingCurve
import PhotoDecoding

/// Sessions, verdicts that changed, what was odd about files, and standing sentences of the pages.
package struct ReportWords: Sendable {
    let language: Language

    /// The program's name, the same in every language.
    static let product = "Scalpline"

    /// The sentence that every report carries, word for word from the method's definition.
    package var intendedUse: String { language.text("about.intended-use") }

    /// What a reader should know of the method, a sentence or two each.
    package var limits: [String] {
        ["differences", "range", "earlier", "quality"].map { language.text("about.limits.\($0)") }
    }

    /// A session's mark in a chart.
    func sessionMark(_ number: Int, of count: Int) -> String {
        if count == 1 { return language.text("charts.session") }
        return number == 1
            ? language.text("charts.session-first")
            : language.text("charts.session-later", ["number": String(number)])
    }

    /// How a verdict on an earlier photo changed, as a sentence.
    func revision(_ verdict: RevisedVerdict, photo: String) -> String {
        func told(_ status: CurveStatus, _ key: String, notCompared: String) -> String {
            status == .notComparable
                ? language.text(notCompared)
                : language.text(key, ["status": language.measures.status(status)])
        }
        return language.text(
            "revised.told",
            [
                "photo": photo, "measure": language.measures.inline(verdict.measure),
                "was": told(verdict.before, "revised.was", notCompared: "revised.was-not-compared"),
                "now": told(verdict.after, "revised.now", notCompared: "revised.now-not-compared"),
            ])
    }

    /// What was odd about a file, or about all files alike.
    func warning(_ warning: PhotoWarning, isCommon: Bool = false) -> String {
        language.text("warnings.\(warning.rawValue).\(isCommon ? "all" : "one")")
    }
}
