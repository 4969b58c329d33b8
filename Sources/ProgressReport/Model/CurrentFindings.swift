import HealingCurve
import PhotoDecoding

/// Tells findings that hold now from those that have passed.
///
/// A finding is told once a session. It holds from its photo on until a later session, and, where its measure can
/// come back, until the newest compared photo shows the measure as expected.
struct CurrentFindings {
    /// A strong symptom holds for this many days after it was noted, where nothing was noted since.
    private static let symptomDays = 14.0
    /// Score from which a symptom is strong: the contract's 4.
    private static let strongSymptom = 4.0

    let report: ClientReport
    /// The newest photo of which something could be compared, else the newest with a day.
    let basis: ReportPhoto?

    /// The findings that hold, and the others, both in the report's order.
    func split() -> (current: [Finding], earlier: [Finding]) {
        var current: [Finding] = []
        var earlier: [Finding] = []
        for (index, finding) in report.findings.enumerated() {
            if holds(finding) && !isRepeatedLater(index) {
                current.append(finding)
            } else {
                earlier.append(finding)
            }
        }
        return (current, earlier)
    }

    private func photo(_ finding: Finding) -> ReportPhoto? {
        finding.photo.flatMap { file in report.photos.first { $0.file == file } }
    }

    private func holds(_ finding: Finding) -> Bool {
        if finding.code.hasPrefix("symptoms") { return symptomsHold }
        guard let basis, let taken = basis.taken, let photo = photo(finding), let shown = photo.taken else {
            return true
        }
        if shown.calendarDay >= taken.calendarDay { return true }
        if finding.code == ReportSummary.notComparable { return false }
        // A lost patch wants looking at until someone has: a later session may have left it out.
        if finding.code == "lost-patch" { return true }
        guard report.latestSession(of: photo) == report.latestSession(of: basis) else { return false }
        guard let measure = Self.measureThatComesBack(finding.code) else { return true }
        return report.verdict(on: measure, in: basis)?.status != .asExpected
    }

    /// The measure of a finding that may pass; nil for what stays, as lost dots do.
    private static func measureThatComesBack(_ code: String) -> CurveMeasure? {
        switch code {
        case "redness-above-expected": .redness
        case "darkness-above-expected", "darkness-below-expected": .darkness
        case "scabs-longer-than-expected": .scabs
        default: nil
        }
    }

    private var symptomsHold: Bool {
        guard let last = report.symptoms.max(by: { $0.date < $1.date }) else { return true }
        let score = max(last.itching ?? 0, last.tenderness ?? 0)
        guard score >= Self.strongSymptom else { return false }
        guard let taken = basis?.taken else { return true }
        return taken.days - last.date.days <= Self.symptomDays
    }

    /// Whether a newer photo of the same session tells the same.
    private func isRepeatedLater(_ index: Int) -> Bool {
        let finding = report.findings[index]
        guard finding.centre == nil, finding.code != ReportSummary.notComparable, let photo = photo(finding),
            let shown = photo.taken
        else { return false }
        return report.findings.contains { other in
            guard other.code == finding.code, let later = self.photo(other), let taken = later.taken else {
                return false
            }
            return taken > shown && report.latestSession(of: later) == report.latestSession(of: photo)
        }
    }
}
