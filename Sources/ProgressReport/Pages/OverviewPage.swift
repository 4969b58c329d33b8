import HealingCurve
import PhotoDecoding
import ScalpMeasurement

/// `index.html`: all clients at a glance, those that want looking at first.
public struct OverviewPage: Sendable {
    private let language: Language

    /// The page.
    ///
    /// - Parameters:
    ///   - clients: All clients, in any order; each is linked at `CLIENT/report.html`.
    ///   - strays: Photos without a client.
    ///   - method: `scalpline` and its version.
    ///   - language: The language of all words.
    /// - Returns: An HTML document.
    public static func html(
        clients: [ClientReport], strays: [ReportPhoto] = [], method: String, language: Language
    ) -> String {
        Self(language: language).html(clients: clients, strays: strays, method: method)
    }

    private func html(clients: [ClientReport], strays: [ReportPhoto], method: String) -> String {
        let readable = clients.filter { $0.failure == nil }.map {
            Row(report: $0, summary: ReportSummary($0))
        }
        let failed = clients.filter { $0.failure != nil }.sorted { $0.client < $1.client }
        let rows = readable.sorted { left, right in
            if left.summary.level != right.summary.level { return left.summary.level < right.summary.level }
            if left.attention == right.attention,
                left.summary.pastCodes.count != right.summary.pastCodes.count
            {
                return left.summary.pastCodes.count > right.summary.pastCodes.count
            }
            let (many, few) = (left.attention, right.attention)
            return many != few ? many > few : left.report.client < right.report.client
        }
        let body: Markup = """
            <header>
            <p class="brand">\(ReportWords.product)</p>
            <h1>\(language.text("overview.title"))</h1>
            <p class="meta">\(counts(rows, failed: failed.count, strays: strays.count))</p>
            </header>
            <main>
            \(table(rows))
            \(failures(failed))
            \(strayList(strays))
            </main>
            """
        return PageFrame(language: language).page(
            title: ReportWords.product + " – " + language.text("overview.title"), body: body, method: method)
    }

    /// A client with what the page says first.
    private struct Row {
        var report: ClientReport
        var summary: ReportSummary

        var attention: Int { summary.current.filter { $0.severity == .attention }.count }
        var unread: Int {
            report.photos.filter { if case .failure = $0.outcome { true } else { false } }.count
        }
    }

    private func counts(_ rows: [Row], failed: Int, strays: Int) -> String {
        let attention = rows.filter { $0.summary.level == .attention }.count
        let unread = rows.reduce(0) { $0 + $1.unread }
        var words = [Self.count(rows.count + failed, "client", "clients")]
        words.append(attention == 0 ? "none to look at" : "\(attention) to look at")
        if failed > 0 { words.append("\(failed) could not be read") }
        if unread > 0 { words.append(Self.count(unread, "photo", "photos") + " could not be read") }
        if strays > 0 { words.append(Self.count(strays, "photo", "photos") + " without a client") }
        return words.joined(separator: " · ")
    }

    private func table(_ rows: [Row]) -> Markup {
        if rows.isEmpty { return "<p>There are no clients with photos.</p>" }
        return """
            <div class="scroll clients"><table>
            <thead><tr><th scope="col">Client</th><th scope="col">Verdict</th><th scope="col">Stage</th>\
            <th scope="col">Newest photo</th><th scope="col">Course</th><th scope="col">Photos</th></tr></thead>
            <tbody>
            \(rows.map(markup))</tbody></table></div>
            """
    }

    private func markup(_ row: Row) -> Markup {
        let report = row.report
        let name: Markup = """
            <a href="\(Markup.address(report.client))/report.html">\(PageFrame.name(report.displayName ?? report.client))</a>
            """
        let id: Markup =
            report.displayName == nil
            ? "" : "<br><span class=\"muted small\">\(PageFrame.name(report.client))</span>"
        let stage: Markup =
            row.summary.latest?.visit?.stage.map { stage in
                let day = row.summary.day.map { $0 < 0 ? "" : ", " + language.dates.day($0) } ?? ""
                return "\(language.stages.name(stage))\(day)"
            } ?? "–"
        let visit = row.summary.latest?.taken.map(language.dates.short) ?? "–"
        let unread: Markup = row.unread > 0 ? "<br><span class=\"off\">\(row.unread) not readable</span>" : ""
        return """
            <tr><th scope="row"><span class="name" dir="auto">\(name)</span>\(id)</th><td>\(status(row))</td>\
            <td data-label="Stage">\(stage)</td><td data-label="Newest photo">\(visit)</td>\
            <td>\(sparkline(row))</td><td data-label="Photos">\(report.photos.count)\(unread)</td></tr>

            """
    }

    private func status(_ row: Row) -> Markup {
        let css: Markup =
            switch row.summary.level {
            case .attention: "mark attention"
            case .note, .asExpected: "mark"
            case .noVerdict: "mark plain"
            }
        let label: Markup = "<span class=\"\(css)\">\(language.verdicts.label(row.summary.level))</span>"
        let now = row.summary.offTitles(in: language).joined(separator: "; ")
        let past = row.summary.pastTitles(in: language).joined(separator: "; ")
        let nowLine: Markup = now.isEmpty ? "" : "<br>\(now)"
        let pastLine: Markup =
            past.isEmpty ? "" : "<br><span class=\"muted small\">earlier: \(past)</span>"
        return label + nowLine + pastLine
    }

    /// The measure that is off, else redness, else the first one that there is.
    private func sparkline(_ row: Row) -> Markup {
        let off = row.summary.current.lazy.compactMap { finding in
            CurveMeasure.allCases.first { finding.code.hasPrefix($0.rawValue) }
        }.first
        let order = [off ?? .redness, .redness] + CurveMeasure.allCases
        for measure in order {
            let points = row.report.points(of: measure)
            guard points.count > 1, let last = points.last else { continue }
            let name = language.measures.name(measure)
            let line = Sparkline(
                points: points,
                summary:
                    "\(name) in \(points.count) photos, the last one \(language.measures.number(last.value, of: measure))"
            )
            return line.markup + "<br><span class=\"muted small\">\(name)</span>"
        }
        return Markup()
    }

    private func failures(_ failed: [ClientReport]) -> Markup {
        if failed.isEmpty { return Markup() }
        let cards = failed.map { report -> Markup in
            """
            <article class="card attention"><h3 dir="auto">\(PageFrame.name(report.client))</h3>\
            <p>\(report.failure.map(language.reasons.failure) ?? "")</p></article>

            """
        }
        return "<section><h2>Could not be read</h2><div class=\"stack\">\n\(cards)</div></section>"
    }

    private func strayList(_ strays: [ReportPhoto]) -> Markup {
        if strays.isEmpty { return Markup() }
        let items = strays.map { photo -> Markup in
            var message = ""
            if case .failure(let failure) = photo.outcome { message = language.reasons.failure(failure) }
            return "<li><b>\(PageFrame.name(photo.file))</b> \(message)</li>\n"
        }
        return """
            <section><h2>Photos without a client</h2>
            <p>Put each into its client’s folder and run again.</p>
            <ul>\(items)</ul></section>
            """
    }

    /// A count with its noun, as `1 photo` and `3 photos`.
    private static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) " + (number == 1 ? one : many)
    }
}
