import HealingCurve
import ScalpMeasurement

/// The verdict on a client in one sentence.
package struct VerdictWords: Sendable {
    let language: Language

    /// The name of a level, as a label.
    package func label(_ level: ReportSummary.Level, failed: Bool = false) -> String {
        if failed { return language.text("verdict.failed") }
        return switch level {
        case .attention: language.text("verdict.attention")
        case .note: language.text("verdict.note")
        case .asExpected: language.text("verdict.as-expected")
        case .noVerdict: language.text("verdict.none")
        }
    }

    /// The sentence.
    ///
    /// - Parameters:
    ///   - report: All that is told of the client.
    ///   - summary: What the pages say first of it.
    /// - Returns: One or two sentences that a client understands.
    package func sentence(_ report: ClientReport, _ summary: ReportSummary) -> String {
        guard let latest = summary.latest, let newestDay = latest.visit?.day else {
            return withoutDay(report)
        }
        let matters = summary.current.filter { $0.code != ReportSummary.notComparable }
        guard let basis = summary.basis, let day = basis.visit?.day else {
            if matters.isEmpty { return withoutBasis(latest, day: newestDay) }
            return told(titles(matters), day: newestDay, level: summary.level)
        }
        if !matters.isEmpty {
            return told(titles(matters, report: report, basis: basis), day: day, level: summary.level)
        }
        if !summary.offMeasures.isEmpty { return outside(summary.offMeasures, day: day) }
        return calm(report, latest: latest, basis: basis, day: day)
    }

    private func withoutBasis(_ latest: ReportPhoto, day: Double) -> String {
        if day < 0 { return language.text("verdict.before") }
        guard let reason = latest.visit?.withheld?.rawValue else {
            return language.text("verdict.first-photo")
        }
        let because = language.reasons.clause(reason)
        return language.lists.sentences([
            language.text("verdict.nothing-yet", ["because": because]), language.reasons.advice(reason),
        ])
    }

    private func told(_ findings: String, day: Double, level: ReportSummary.Level) -> String {
        let values = ["when": when(day), "findings": findings]
        guard level == .attention else { return language.text("verdict.findings-note", values) }
        return language.text(
            "verdict.findings-attention",
            values.merging(["practitioner": language.findings.showPractitioner]) { own, _ in own })
    }

    private func outside(_ measures: [CurveMeasure], day: Double) -> String {
        language.lists.sentences([
            language.text(
                "verdict.outside", count: Self.number(measures),
                ["when": when(day), "measures": names(measures)]),
            language.text("verdict.by-chance"),
        ])
    }

    private func calm(_ report: ClientReport, latest: ReportPhoto, basis: ReportPhoto, day: Double) -> String
    {
        let compared = CurveMeasure.allCases.filter {
            report.verdict(on: $0, in: basis).map { $0.status != .notComparable } ?? false
        }
        var newer = ""
        if latest.file != basis.file, let reason = latest.visit?.withheld {
            newer = language.text(
                "verdict.newer", ["because": language.reasons.clause(reason.rawValue)])
        }
        let values = ["when": when(day), "newer": newer]
        let told =
            compared.count <= Self.fewMeasures
            ? language.text(
                "verdict.some", count: Self.number(compared),
                values.merging(["measures": names(compared)]) { own, _ in own })
            : language.text("verdict.all", values)
        return language.lists.sentences([
            told, comfort(report, basis, day: day, compared: compared), passed(report, basis: basis),
        ])
    }

    /// Up to so many compared measures are told by their names.
    private static let fewMeasures = 2

    private func when(_ day: Double) -> String { Self.capitalised(language.dates.onDay(day)) }

    private func names(_ measures: [CurveMeasure]) -> String {
        language.lists.and(measures.map(language.measures.inline))
    }

    /// The number that a sentence about measures is told in: scabs are several.
    private static func number(_ measures: [CurveMeasure]) -> Int {
        measures == [.scabs] ? 2 : measures.count
    }

    /// What a client on this day asks about, where it is as expected.
    private func comfort(
        _ report: ClientReport, _ basis: ReportPhoto, day: Double, compared: [CurveMeasure]
    ) -> String? {
        if Self.freshDays.contains(day), compared.contains(.redness) {
            return language.text("verdict.redness")
        }
        return Self.isPaleAsExpected(basis, day: day, in: report) ? language.answers.pale : nil
    }

    /// Whether a photo lies in the days of the pale phase, with its pigment within the range.
    static func isPaleAsExpected(_ photo: ReportPhoto, day: Double, in report: ClientReport) -> Bool {
        guard StageGuide.paleLookDays.contains(day) else { return false }
        let statuses = [CurveMeasure.darkness, .coverage].map { report.verdict(on: $0, in: photo)?.status }
        return statuses.contains(.asExpected) && !statuses.contains(.below)
    }

    /// What was off earlier and has passed.
    private func passed(_ report: ClientReport, basis: ReportPhoto) -> String? {
        let (_, earlier) = CurrentFindings(report: report, basis: basis).split()
        let over = titles(earlier.filter { $0.severity == .attention })
        return over.isEmpty ? nil : language.text("verdict.passed", ["findings": over])
    }

    /// Days on which redness is normal.
    private static let freshDays = 0.0..<4.0

    private func withoutDay(_ report: ClientReport) -> String {
        if let failure = report.failure { return language.reasons.failure(failure) }
        if report.photos.isEmpty { return language.text("verdict.no-photos") }
        let isAnyRead = report.photos.contains { if case .success = $0.outcome { true } else { false } }
        if !isAnyRead { return language.text("verdict.none-read") }
        return language.text(report.sessions.isEmpty ? "verdict.no-session" : "verdict.no-dates")
    }

    /// Titles of findings, each once, with the date where an earlier photo shows it.
    private func titles(
        _ findings: [Finding], report: ClientReport? = nil, basis: ReportPhoto? = nil
    ) -> String {
        var titles: [String] = []
        for finding in findings {
            var title = language.findings.inline(finding.code)
            if let report, let basis, let file = finding.photo, file != basis.file,
                let shown = report.photos.first(where: { $0.file == file })?.taken,
                let now = basis.taken, shown < now
            {
                title = language.text(
                    "verdict.first-seen", ["finding": title, "date": language.dates.long(shown)])
            }
            if !titles.contains(title) { titles.append(title) }
        }
        return language.lists.and(titles)
    }

    private static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
