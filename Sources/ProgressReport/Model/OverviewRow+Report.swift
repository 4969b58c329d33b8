import HealingCurve
import PhotoDecoding
import ScalpMeasurement

extension OverviewRow {
    /// Days on which redness tells most; later the pigment does.
    private static let rednessDays = 14.5

    /// A client's row.
    ///
    /// - Parameter report: All that the reports tell of the client; pictures, dots and bands are not looked at.
    public init(_ report: ClientReport) {
        let summary = ReportSummary(report)
        client = report.client
        displayName = report.displayName
        failure = report.failure
        level = report.failure == nil ? Level(summary.level) : .failure
        stage = summary.latest?.visit?.stage
        day = summary.day.flatMap { RoundedNumber.decimals($0, 1) }
        lastVisit = summary.latest?.taken?.calendarDay
        photos = report.photos.count
        notMeasured = report.photos.count { if case .failure = $0.outcome { true } else { false } }
        findings = summary.current.filter { $0.code != ReportSummary.notComparable }.map(OverviewFinding.init)
        offMeasures = findings.isEmpty ? summary.offMeasures : []
        pastCodes = Self.past(summary)
        chart = Self.chart(of: report, summary)
        nextPhoto = Self.nextPhoto(of: report)
        touchUp = Self.touchUp(of: report)
        revised = report.revised.count
    }

    private static func past(_ summary: ReportSummary) -> [String] {
        var codes: [String] = []
        for finding in summary.earlier where finding.severity == .attention {
            let holds = summary.current.contains { $0.code == finding.code }
            if !holds, !codes.contains(finding.code) { codes.append(finding.code) }
        }
        return codes
    }

    /// What is off, else what tells most on the newest photo's day, else the first measure that there is a line of.
    private static func chart(of report: ClientReport, _ summary: ReportSummary) -> OverviewChart? {
        let off = summary.current.flatMap { FindingWords.measures($0.code) } + summary.offMeasures
        let usual: [CurveMeasure] = (summary.day ?? 0) < rednessDays ? [.redness] : [.darkness, .redness]
        let visit = (summary.basis ?? summary.latest)?.visit
        for measure in off + usual + CurveMeasure.allCases {
            let points = report.points(of: measure, inView: visit?.view)
            let hasScale = report.photos.contains { photo in
                guard case .success(let measurement) = photo.outcome else { return false }
                return measurement.scale != nil
            }
            if let chart = OverviewChart(measure, points: points, hasScale: hasScale) { return chart }
        }
        return nil
    }

    private static func nextPhoto(of report: ClientReport) -> PhotoDue? {
        guard report.failure == nil, let session = report.sessions.last?.date.calendarDay else { return nil }
        let taken = report.photos.filter { photo in
            guard case .success = photo.outcome else { return false }
            return photo.taken != nil && photo.visit?.day != nil
        }
        let newest = taken.compactMap { $0.taken?.calendarDay }.max()
        let isCovered = taken.contains { $0.taken?.calendarDay == session && ($0.visit?.day ?? -1) >= 0 }
        return PhotoDue(afterSession: session, newest: newest, isSessionCovered: isCovered)
    }

    private static func touchUp(of report: ClientReport) -> TouchUpWindow? {
        guard let window = report.forecast?.touchUp, let from = report.date(onChartDay: window.low) else {
            return nil
        }
        return TouchUpWindow(
            from: from.calendarDay, median: report.date(onChartDay: window.median)?.calendarDay,
            to: report.date(onChartDay: window.high)?.calendarDay)
    }
}

extension OverviewRow.Level {
    /// A report's level.
    init(_ level: ReportSummary.Level) {
        switch level {
        case .attention: self = .attention
        case .note: self = .note
        case .asExpected: self = .asExpected
        case .noVerdict: self = .noVerdict
        }
    }
}
