import HealingCurve
import ScalpMeasurement

/// The verdict on a client in one sentence.
///
/// A translation replaces this file.
enum VerdictWords {
    /// The name of a level, as a label.
    static func label(_ level: ReportSummary.Level, failed: Bool = false) -> String {
        if failed { return "Could not be read" }
        return switch level {
        case .attention: "Something to look at"
        case .note: "A remark"
        case .asExpected: "On course"
        case .noVerdict: "No comparison yet"
        }
    }

    /// The sentence.
    static func sentence(
        _ report: ClientReport, latest: ReportPhoto?, basis: ReportPhoto?, matters: [Finding],
        isAttention: Bool
    ) -> String {
        guard let latest, let newestDay = latest.visit?.day else { return withoutDay(report) }
        guard let basis, let day = basis.visit?.day else {
            if matters.isEmpty {
                if newestDay < 0 {
                    return
                        "These photos show the scalp before the session; later photos are compared with them."
                }
                if let reason = latest.visit?.withheld {
                    return "Nothing can be compared yet because \(ReasonWords.clause(reason.rawValue))."
                }
                return "This is the first photo after the session; the next one can be compared with it."
            }
            return capitalised(DateWords.onDay(newestDay)) + ": " + titles(matters) + closing(isAttention)
        }
        var sentence = capitalised(DateWords.onDay(day))
        if matters.isEmpty {
            let off = CurveMeasure.allCases.filter { report.isOff($0, in: basis) }
            if !off.isEmpty {
                // One value in ten lies outside its range by chance; what is more than chance is a finding.
                let names = ReportWords.list(off.map { MeasureWords.name($0).lowercased() })
                return sentence + " there is nothing to look at; outside the expected range: " + names
                    + ", as one value in ten is by chance."
            }
            sentence += " everything that could be compared is as expected"
            sentence += latest.file == basis.file ? "" : newer(latest)
            return sentence + "."
        }
        sentence += ": " + titles(matters)
        return sentence + closing(isAttention)
    }

    private static func withoutDay(_ report: ClientReport) -> String {
        if let failure = report.failure { return ReasonWords.failure(failure) }
        if report.photos.isEmpty { return "There are no photos yet." }
        let isAnyRead = report.photos.contains { if case .success = $0.outcome { true } else { false } }
        if !isAnyRead { return "None of the photos could be read; each says below what to do." }
        if report.sessions.isEmpty {
            return "No session is noted yet, so the photos are shown and measured, not compared."
        }
        return "The dates of the photos are not known, so they are shown and measured, not compared."
    }

    private static func titles(_ findings: [Finding]) -> String {
        var titles: [String] = []
        for finding in findings {
            let title = lowercased(FindingWords.title(finding.code))
            if !titles.contains(title) { titles.append(title) }
        }
        return ReportWords.list(titles)
    }

    private static func closing(_ isAttention: Bool) -> String {
        isAttention ? ". " + FindingWords.showPractitioner : "; what that means is told below."
    }

    private static func newer(_ latest: ReportPhoto) -> String {
        guard let reason = latest.visit?.withheld else { return "" }
        return "; the newest photo can’t be compared because \(ReasonWords.clause(reason.rawValue))"
    }

    private static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    private static func lowercased(_ text: String) -> String {
        text.prefix(1).lowercased() + text.dropFirst()
    }
}
