import HealingCurve
import PhotoDecoding

/// `index.html`: all clients at a glance, those that want looking at first.
///
/// The page is a table that can be read without a script. Its one script filters and sorts the rows and tells what is
/// due on the day of looking; the page's policy allows that script by its hash and nothing else.
public struct OverviewPage: Sendable {
    let language: Language
    let studio: Studio
    var words: OverviewWords { language.overview }

    /// The page from rows alone.
    ///
    /// - Parameters:
    ///   - rows: All clients, in any order; each is linked at `CLIENT/report.html`.
    ///   - strays: Photos without a client.
    ///   - method: `scalpline` and its version.
    ///   - language: The language of all words.
    ///   - studio: The practice whose clients they are.
    /// - Returns: An HTML document.
    public static func html(
        rows: [OverviewRow], strays: [ReportPhoto] = [], method: String, language: Language,
        studio: Studio = Studio()
    ) -> String {
        Self(language: language, studio: studio).html(rows: rows, strays: strays, method: method)
    }

    private func html(rows: [OverviewRow], strays: [ReportPhoto], method: String) -> String {
        let frame = PageFrame(language: language, studio: studio)
        let brand: Markup = studio.hasLetterhead ? "" : "<p class=\"brand\">\(ReportWords.product)</p>\n"
        let body: Markup = """
            <header>
            \(frame.letterhead)\(brand)\
            <h1>\(words.title)</h1>
            <p class="meta">\(counts(rows, strays: strays.count))</p>
            </header>
            <main>
            \(table(rows.sorted(by: Self.comesFirst)))
            \(strayList(strays))
            </main>
            """
        return frame.page(
            title: ReportWords.product + " – " + words.title, body: body, method: method,
            style: PageStyle.overview, script: rows.isEmpty ? nil : .overview)
    }

    /// The page from whole reports.
    ///
    /// - Parameters:
    ///   - clients: All clients, in any order.
    ///   - strays: Photos without a client.
    ///   - method: `scalpline` and its version.
    ///   - language: The language of all words.
    ///   - studio: The practice whose clients they are.
    /// - Returns: An HTML document.
    public static func html(
        clients: [ClientReport], strays: [ReportPhoto] = [], method: String, language: Language,
        studio: Studio = Studio()
    ) -> String {
        html(
            rows: clients.map(OverviewRow.init), strays: strays, method: method, language: language,
            studio: studio)
    }

    /// Attention, then what could not be read, then the others; in each the newest photo first.
    static func comesFirst(_ left: OverviewRow, _ right: OverviewRow) -> Bool {
        let ranks = [left, right].map { row in
            switch row.level {
            case .attention: 0
            case .failure: 1
            case .note, .asExpected, .noVerdict: 2
            }
        }
        if ranks[0] != ranks[1] { return ranks[0] < ranks[1] }
        let dates = [left, right].map { $0.lastVisit ?? .min }
        if dates[0] != dates[1] { return dates[0] > dates[1] }
        // Bytes order the same on every machine.
        return left.client.utf8.lexicographicallyPrecedes(right.client.utf8)
    }

    private func counts(_ rows: [OverviewRow], strays: Int) -> String {
        words.counts(
            clients: rows.count, attention: rows.count { $0.level == .attention },
            failed: rows.count { $0.level == .failure },
            notMeasured: rows.reduce(0) { $0 + $1.notMeasured }, strays: strays)
    }

    private func table(_ rows: [OverviewRow]) -> Markup {
        if rows.isEmpty { return "<p>\(words.noClients)</p>" }
        let heads = columns.map { column -> Markup in
            column.startsDown
                ? "<th role=\"columnheader\" scope=\"col\" data-first=\"down\">\(column.name)</th>"
                : "<th role=\"columnheader\" scope=\"col\">\(column.name)</th>"
        }
        return """
            \(controls(rows))
            <div class="scroll clients"><table id="clients" role="table" aria-label="\(words.title)">
            <thead role="rowgroup"><tr role="row">\(heads)</tr></thead>
            <tbody role="rowgroup">
            \(rows.map(row))</tbody></table></div>
            <p id="empty" class="muted" hidden>\(words.noMatch)</p>
            """
    }

    private func strayList(_ strays: [ReportPhoto]) -> Markup {
        if strays.isEmpty { return Markup() }
        let items = strays.map { photo -> Markup in
            var message = ""
            if case .failure(let failure) = photo.outcome { message = language.reasons.failure(failure) }
            return "<li><b>\(PageFrame.name(photo.file))</b> \(message)</li>\n"
        }
        return """
            <section><h2>\(words.straysTitle)</h2>
            <p>\(words.straysAdvice)</p>
            <ul>\(items)</ul></section>
            """
    }
}
