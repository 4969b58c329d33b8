import HealingCurve
import ScalpMeasurement

extension ClientReport {
    /// Whether a measure of a photo lies outside its expected range.
    func isOff(_ measure: CurveMeasure, in photo: ReportPhoto?) -> Bool {
        guard let status = photo.flatMap({ verdict(on: measure, in: $0) })?.status else { return false }
        return status == .above || status == .below
    }
}

/// What the pages say first: the latest photo that could be compared, the findings that hold now, the verdict.
package struct ReportSummary: Sendable {
    /// How much a client wants looking at, the most urgent first.
    package enum Level: Int, Sendable, Comparable {
        case attention, note, asExpected, noVerdict

        /// Orders by urgency.
        package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    /// The newest photo that was measured and has a day; nil without one.
    package let latest: ReportPhoto?
    /// The newest photo of which something could be compared; nil without one.
    package let basis: ReportPhoto?
    /// Findings that hold at `basis` or later, in the report's order.
    package let current: [Finding]
    /// Findings of earlier photos.
    package let earlier: [Finding]
    /// How much the client wants looking at.
    package let level: Level
    /// Measures of `basis` that lie outside their expected range.
    package let offMeasures: [CurveMeasure]

    private let report: ClientReport

    /// The code of a photo that can't be compared.
    static let notComparable = "photo-not-comparable"

    /// Sums a report up.
    ///
    /// - Parameter report: All that is told of the client.
    package init(_ report: ClientReport) {
        let dated = report.photos.filter { photo in
            guard case .success = photo.outcome else { return false }
            return photo.visit?.day != nil && photo.taken != nil
        }
        let newest = dated.max { ($0.taken?.secondsSince1970 ?? 0) < ($1.taken?.secondsSince1970 ?? 0) }
        let basis = dated.last { photo in
            (photo.visit?.day ?? -1) >= 0
                && CurveMeasure.allCases.contains { measure in
                    report.verdict(on: measure, in: photo).map { $0.status != .notComparable } ?? false
                }
        }
        self.report = report
        latest = newest
        self.basis = basis
        (current, earlier) = CurrentFindings(report: report, basis: basis ?? newest).split()
        offMeasures = CurveMeasure.allCases.filter { report.isOff($0, in: basis) }
        let matters = current.filter { $0.code != Self.notComparable }
        if matters.contains(where: { $0.severity == .attention }) {
            level = .attention
        } else if !matters.isEmpty || !offMeasures.isEmpty {
            level = .note
        } else {
            level = basis == nil ? .noVerdict : .asExpected
        }
    }

    /// The day the aftercare speaks of: that of the newest photo.
    package var day: Double? { latest?.visit?.day }

    /// The verdict in a sentence that a client understands.
    package func verdict(in language: Language) -> String { language.verdicts.sentence(report, self) }

    /// Codes of what was off on earlier photos and no longer is, each once, in the findings' order.
    package var pastCodes: [String] {
        let now = offCodes
        return Self.each(earlier.filter { $0.severity == .attention && !now.contains($0.code) })
    }

    /// Codes of what is off now, each once, in the findings' order.
    package var offCodes: [String] { Self.each(current.filter { $0.code != Self.notComparable }) }

    /// What was off on earlier photos and no longer is, in words.
    package func pastTitles(in language: Language) -> [String] { pastCodes.map(language.findings.title) }

    /// What is off now, in words.
    package func offTitles(in language: Language) -> [String] {
        let codes = offCodes
        if !codes.isEmpty { return codes.map(language.findings.title) }
        return offMeasures.map { "\(language.measures.name($0)): \(language.measures.outside)" }
    }

    private static func each(_ findings: [Finding]) -> [String] {
        findings.reduce(into: []) { codes, finding in
            if !codes.contains(finding.code) { codes.append(finding.code) }
        }
    }
}
