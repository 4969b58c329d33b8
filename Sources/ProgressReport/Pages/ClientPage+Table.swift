import HealingCurve
import ScalpMeasurement

extension ClientPage {
    /// Every measure of every photo.
    var table: Markup {
        guard !report.photos.isEmpty else { return Markup() }
        let measures = CurveMeasure.allCases.map { measure -> Markup in
            "<th scope=\"col\">\(language.measures.name(measure))<br>\(columnUnit(measure))</th>"
        }
        return """
            <section><h2>\(language.text("table.heading"))</h2>
            <p class="muted small">\(language.text("table.explanation"))</p>
            <div class="scroll measures" role="region" aria-label="\(language.text("table.heading"))" tabindex="0"><table>
            <thead><tr><th scope="col">\(language.text("table.photo"))</th>\
            <th scope="col">\(language.text("table.day"))</th>\(measures)\
            <th scope="col">\(language.markup("table.optical-density", ["break": "<br>"]))</th>\
            <th scope="col">\(language.text("table.tone"))</th></tr></thead>
            <tbody>
            \(report.photos.map(row))</tbody></table></div></section>
            """
    }

    private func columnUnit(_ measure: CurveMeasure) -> String {
        switch measure {
        case .darkness: language.text("table.share-of-fresh")
        case .redness, .coverage, .scabs: language.measures.unit(measure, hasScale: true)
        case .density: ""
        }
    }

    private func row(_ photo: ReportPhoto) -> Markup {
        let date: Markup = photo.taken.map { "\(language.dates.short($0))<br>" } ?? ""
        let day =
            photo.visit?.day.map { language.numbers.plain($0, decimals: 1) } ?? language.text("numbers.none")
        let head: Markup = """
            <tr><th scope="row" class="file">\(date)<span class="muted small">\(PageFrame.name(photo.file))</span></th>\
            <td>\(day)</td>
            """
        guard case .success(let measurement) = photo.outcome else {
            guard case .failure(let failure) = photo.outcome else { return Markup() }
            return head + "<td colspan=\"7\" class=\"why\">\(language.reasons.failure(failure))</td></tr>\n"
        }
        let cells = CurveMeasure.allCases.map { cell($0, photo, hasScale: measurement.scale != nil) }
        return head
            + "\(cells)\(plain(measurement.darkness.opticalDensity, photo))\(plain(measurement.darkness.tone, photo))</tr>\n"
    }

    private func cell(_ measure: CurveMeasure, _ photo: ReportPhoto, hasScale: Bool) -> Markup {
        guard let value = report.value(of: measure, in: photo) else { return "<td></td>" }
        guard let estimate = value.estimate else {
            if isBeforeFirst(photo) { return "<td>\(language.text("numbers.none"))</td>" }
            return "<td class=\"why\">\(language.reasons.short(value.reason?.rawValue ?? ""))</td>"
        }
        // The unit of a density follows from the photo's scale, so the column's heading can't tell it.
        let text =
            measure == .density
            ? language.measures.value(estimate, of: measure, hasScale: hasScale)
            : language.measures.number(estimate, of: measure)
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
            let numbers = language.numbers
            let text = numbers.with(
                error: numbers.plain(estimate.standardError, decimals: decimals),
                numbers.plain(estimate.value, decimals: decimals))
            return "<td>\(text)</td>"
        case .unknown where isBeforeFirst(photo): return "<td>\(language.text("numbers.none"))</td>"
        case .unknown(let reason): return "<td class=\"why\">\(language.reasons.short(reason.rawValue))</td>"
        }
    }

    /// Sessions, method, limits.
    var about: Markup {
        let sessions = report.sessions.enumerated().map { index, session -> Markup in
            let details = session.details.map { ", " + PageFrame.name($0) }
            let told = language.text(
                "about.session",
                ["number": String(index + 1), "date": language.dates.long(session.date)])
            return "<li>\(told)\(details)</li>\n"
        }
        var markup: Markup = "<section><h2>\(language.text("about.heading"))</h2>\n"
        if !sessions.isEmpty { markup += "<ul>\(sessions)</ul>\n" }
        if report.sessionsAssumed {
            markup += "<p>\(language.text("about.session-assumed"))</p>\n"
        }
        if let target = report.targetDensity {
            let count = language.numbers.plain(target, decimals: 0)
            markup += "<p>\(language.text("about.planned", ["count": count]))</p>\n"
        }
        for warning in commonWarnings {
            markup += "<p>\(language.report.warning(warning, isCommon: true))</p>\n"
        }
        return markup + PageFrame.list(language.report.limits)
            + "<p>\(language.text("about.method", ["method": report.method]))</p></section>"
    }
}
