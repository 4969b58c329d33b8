import HealingCurve
import ScalpMeasurement

extension ClientPage {
    /// Every measure of every photo.
    var table: Markup {
        guard !report.photos.isEmpty else { return Markup() }
        let measures = CurveMeasure.allCases.map { measure -> Markup in
            "<th scope=\"col\">\(MeasureWords.name(measure))<br>\(columnUnit(measure))</th>"
        }
        return """
            <section><h2>\(ReportWords.table)</h2>
            <p class="muted small">Each value with its standard error. ▲ above, ▼ below the expected range.</p>
            <div class="scroll measures" role="region" aria-label="\(ReportWords.table)" tabindex="0"><table>
            <thead><tr><th scope="col">Photo</th><th scope="col">Day</th>\(measures)\
            <th scope="col">Optical<br>density</th><th scope="col">Tone</th></tr></thead>
            <tbody>
            \(report.photos.map(row))</tbody></table></div></section>
            """
    }

    private func columnUnit(_ measure: CurveMeasure) -> String {
        switch measure {
        case .redness: "EI"
        case .darkness: "% of fresh"
        case .coverage, .scabs: "%"
        case .density: ""
        }
    }

    private func row(_ photo: ReportPhoto) -> Markup {
        let date: Markup = photo.taken.map { "\(DateWords.short($0))<br>" } ?? ""
        let day = photo.visit?.day.map { MeasureWords.plain($0, decimals: 1) } ?? "–"
        let head: Markup = """
            <tr><th scope="row" class="file">\(date)<span class="muted small">\(PageFrame.name(photo.file))</span></th>\
            <td>\(day)</td>
            """
        guard case .success(let measurement) = photo.outcome else {
            guard case .failure(let failure) = photo.outcome else { return Markup() }
            return head + "<td colspan=\"7\" class=\"why\">\(ReasonWords.failure(failure))</td></tr>\n"
        }
        let cells = CurveMeasure.allCases.map { cell($0, photo, hasScale: measurement.scale != nil) }
        return head
            + "\(cells)\(plain(measurement.darkness.opticalDensity, photo))\(plain(measurement.darkness.tone, photo))</tr>\n"
    }

    private func cell(_ measure: CurveMeasure, _ photo: ReportPhoto, hasScale: Bool) -> Markup {
        guard let value = report.value(of: measure, in: photo) else { return "<td></td>" }
        guard let estimate = value.estimate else {
            if isBeforeFirst(photo) { return "<td>–</td>" }
            return "<td class=\"why\">\(ReasonWords.short(value.reason?.rawValue ?? ""))</td>"
        }
        var text = MeasureWords.value(estimate, of: measure, hasScale: hasScale)
        let unit = MeasureWords.noBreak + MeasureWords.unit(measure, hasScale: hasScale)
        if measure != .density, text.hasSuffix(unit) { text.removeLast(unit.count) }
        switch report.verdict(on: measure, in: photo)?.status {
        case .above: return "<td class=\"off\">\(text) ▲</td>"
        case .below: return "<td class=\"off\">\(text) ▼</td>"
        default: return "<td>\(text)</td>"
        }
    }

    private func plain(_ value: Measured, _ photo: ReportPhoto) -> Markup {
        let decimals = 3
        switch value {
        case .known(let estimate):
            let text =
                MeasureWords.plain(estimate.value, decimals: decimals) + " ± "
                + MeasureWords.plain(estimate.standardError, decimals: decimals)
            return "<td>\(text)</td>"
        case .unknown where isBeforeFirst(photo): return "<td>–</td>"
        case .unknown(let reason): return "<td class=\"why\">\(ReasonWords.short(reason.rawValue))</td>"
        }
    }

    /// Sessions, method, limits.
    var about: Markup {
        let sessions = report.sessions.enumerated().map { index, session -> Markup in
            let details = session.details.map { ", " + PageFrame.name($0) }
            return "<li>Session \(index + 1): \(DateWords.long(session.date))\(details)</li>\n"
        }
        var markup: Markup = "<section><h2>\(ReportWords.about)</h2>\n"
        if !sessions.isEmpty { markup += "<ul>\(sessions)</ul>\n" }
        if report.sessionsAssumed {
            markup += """
                <p>No session is noted in the client’s file: the first photo with dots was taken for the day of the \
                first session, so nothing is said about timing.</p>

                """
        }
        if let target = report.targetDensity {
            markup += "<p>Planned density: \(MeasureWords.plain(target, decimals: 0)) dots per cm².</p>\n"
        }
        for warning in commonWarnings {
            markup += "<p>\(ReportWords.commonWarning(warning))</p>\n"
        }
        return markup + PageFrame.list(ReportWords.limits)
            + "<p>Measured with \(report.method).</p></section>"
    }
}
