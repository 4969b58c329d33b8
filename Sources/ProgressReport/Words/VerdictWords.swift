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
                    let advice = ReasonWords.advice(reason.rawValue).map { " " + $0 } ?? ""
                    return
                        "Nothing can be compared yet because \(ReasonWords.clause(reason.rawValue)).\(advice)"
                }
                return "This is the first photo after the session; the next one can be compared with it."
            }
            return capitalised(DateWords.onDay(newestDay)) + ": " + titles(matters) + closing(isAttention)
        }
        var sentence = capitalised(DateWords.onDay(day))
        if matters.isEmpty {
            let compared = CurveMeasure.allCases.filter {
                report.verdict(on: $0, in: basis).map { $0.status != .notComparable } ?? false
            }
            let off = CurveMeasure.allCases.filter { report.isOff($0, in: basis) }
            if !off.isEmpty {
                let names = ReportWords.list(off.map { MeasureWords.name($0).lowercased() })
                let isPlural = off.count > 1 || off.first == .scabs
                return sentence + " " + names + (isPlural ? " lie" : " lies")
                    + " outside the expected range. "
                    + "A single photo can do that by chance: compare again with the next one."
            }
            if compared.count < CurveMeasure.allCases.count, compared.count <= 2 {
                let names = compared.map { MeasureWords.name($0).lowercased() }
                let isPlural = compared.count > 1 || compared.first == .scabs
                sentence += " " + ReportWords.list(names) + (isPlural ? " are" : " is") + " as expected"
                sentence += "; the rest can be compared from the next photo on"
            } else {
                sentence += " everything that could be compared is as expected"
            }
            sentence += latest.file == basis.file ? "" : newer(latest)
            return sentence + "." + comfort(report, basis, day: day, compared: compared)
                + passed(report, basis: basis)
        }
        sentence += ": " + titles(matters, report: report, basis: basis)
        return sentence + closing(isAttention)
    }

    /// What a client on this day asks about, where it is as expected.
    private static func comfort(
        _ report: ClientReport, _ basis: ReportPhoto, day: Double, compared: [CurveMeasure]
    ) -> String {
        if freshDays.contains(day), compared.contains(.redness) {
            return " Some redness is normal now and goes within a few days."
        }
        return isPaleAsExpected(basis, day: day, in: report) ? " " + NormalWords.pale : ""
    }

    /// Whether a photo lies in the days of the pale phase, with its pigment within the range.
    static func isPaleAsExpected(_ photo: ReportPhoto, day: Double, in report: ClientReport) -> Bool {
        guard StageGuide.paleLookDays.contains(day) else { return false }
        let statuses = [CurveMeasure.darkness, .coverage].map { report.verdict(on: $0, in: photo)?.status }
        return statuses.contains(.asExpected) && !statuses.contains(.below)
    }

    /// What was off earlier and has passed.
    private static func passed(_ report: ClientReport, basis: ReportPhoto) -> String {
        let (_, earlier) = CurrentFindings(report: report, basis: basis).split()
        let over = titles(earlier.filter { $0.severity == .attention })
        return over.isEmpty ? "" : " Seen earlier and no longer: " + over + "."
    }

    /// Days on which redness is normal.
    private static let freshDays = 0.0..<4.0

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

    /// Titles of findings, each once, with the date where an earlier photo shows it.
    private static func titles(
        _ findings: [Finding], report: ClientReport? = nil, basis: ReportPhoto? = nil
    ) -> String {
        var titles: [String] = []
        for finding in findings {
            var title = lowercased(FindingWords.title(finding.code))
            if let report, let basis, let file = finding.photo, file != basis.file,
                let shown = report.photos.first(where: { $0.file == file })?.taken,
                let now = basis.taken, shown < now
            {
                title += ", first seen on " + DateWords.long(shown)
            }
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
