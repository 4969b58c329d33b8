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

    /// The columns' heads.
    var columnHeads: [String] {
        let measures = CurveMeasure.allCases.map { measure in
            [language.measures.name(measure), columnUnit(measure)].filter { !$0.isEmpty }
                .joined(separator: " ")
        }
        return [language.text("table.photo"), language.text("table.day")] + measures + [
            language.text("table.optical-density", ["break": " "]), language.text("table.tone"),
        ]
    }

    /// A photo's row.
    struct Row {
        /// A value in words.
        struct Value {
            var words: String
            var isOff = false
            /// Whether it is why there is none.
            var isReason = false
        }

        /// Empty where it is not known.
        var date: String
        var day: String
        var values: [Value]
        /// Why the photo could not be read.
        var failure: String?
        /// Columns of values.
        var columns = CurveMeasure.allCases.count + 2
    }

    /// What a photo's row says.
    func cells(_ photo: ReportPhoto) -> Row {
        var row = Row(
            date: photo.taken.map(language.dates.short) ?? "",
            day: photo.visit?.day.map { language.numbers.plain($0, decimals: 1) }
                ?? language.text("numbers.none"), values: [])
        switch photo.outcome {
        case .failure(let failure): row.failure = language.reasons.failure(failure)
        case .success(let measurement):
            row.values = CurveMeasure.allCases.map {
                value($0, photo, hasScale: measurement.scale != nil)
            }
            row.values += [measurement.darkness.opticalDensity, measurement.darkness.tone].map {
                plain($0, photo)
            }
        }
        return row
    }

    private func row(_ photo: ReportPhoto) -> Markup {
        let row = cells(photo)
        let date: Markup = row.date.isEmpty ? "" : "\(row.date)<br>"
        let head: Markup = """
            <tr><th scope="row" class="file">\(date)<span class="muted small">\(PageFrame.name(photo.file))</span></th>\
            <td>\(row.day)</td>
            """
        if let failure = row.failure {
            return head + "<td colspan=\"\(row.columns)\" class=\"why\">\(failure)</td></tr>\n"
        }
        let values = row.values.map { value -> Markup in
            let css: Markup = value.isOff ? " class=\"off\"" : value.isReason ? " class=\"why\"" : ""
            return "<td\(css)>\(value.words)</td>"
        }
        return head + "\(values)</tr>\n"
    }

    private func value(_ measure: CurveMeasure, _ photo: ReportPhoto, hasScale: Bool) -> Row.Value {
        guard let value = report.value(of: measure, in: photo) else { return Row.Value(words: "") }
        guard let estimate = value.estimate else { return missing(value.reason, photo) }
        // The unit of a density follows from the photo's scale, so the column's heading can't tell it.
        let text =
            measure == .density
            ? language.measures.value(estimate, of: measure, hasScale: hasScale)
            : language.measures.number(estimate, of: measure)
        switch report.verdict(on: measure, in: photo)?.status {
        case .above: return Row.Value(words: text + " ▲", isOff: true)
        case .below: return Row.Value(words: text + " ▼", isOff: true)
        default: return Row.Value(words: text)
        }
    }

    private func plain(_ value: Measured, _ photo: ReportPhoto) -> Row.Value {
        guard let estimate = value.estimate else { return missing(value.reason, photo) }
        let decimals = 3
        let numbers = language.numbers
        return Row.Value(
            words: numbers.with(
                error: numbers.plain(estimate.standardError, decimals: decimals),
                numbers.plain(estimate.value, decimals: decimals)))
    }

    private func missing(_ reason: Reason?, _ photo: ReportPhoto) -> Row.Value {
        if isBeforeFirst(photo) { return Row.Value(words: language.text("numbers.none")) }
        return Row.Value(words: language.reasons.short(reason?.rawValue ?? ""), isReason: true)
    }

    /// The sessions with all that is noted of them.
    var sessionSentences: [Markup] {
        report.sessions.enumerated().map { index, session in
            let details = session.details.map { ", " + PageFrame.name($0) }
            let told = language.text(
                "about.session",
                ["number": String(index + 1), "date": language.dates.long(session.date)])
            return "\(told)\(details)"
        }
    }

    /// What else is to be known of the client's photos.
    var aboutSentences: [String] {
        var sentences: [String] = []
        if report.sessionsAssumed { sentences.append(language.text("about.session-assumed")) }
        if let target = report.targetDensity {
            let count = language.numbers.plain(target, decimals: 0)
            sentences.append(language.text("about.planned", ["count": count]))
        }
        return sentences + commonWarnings.map { language.report.warning($0, isCommon: true) }
    }

    /// Sessions, method, limits.
    var about: Markup {
        var markup: Markup = "<section><h2>\(language.text("about.heading"))</h2>\n"
        let sessions = sessionSentences.map { "<li>\($0)</li>\n" as Markup }
        if !sessions.isEmpty { markup += "<ul>\(sessions)</ul>\n" }
        for sentence in aboutSentences { markup += "<p>\(sentence)</p>\n" }
        return markup + PageFrame.list(language.report.limits)
            + "<p>\(language.text("about.method", ["method": report.method]))</p></section>"
    }
}
