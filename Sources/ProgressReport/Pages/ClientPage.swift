import HealingCurve
import PhotoDecoding
import ScalpMeasurement

/// A client's `report.html`: one file that stands alone, readable without network and script.
///
/// Pictures are small and inside the page; the marked ones (`overlays/…`) are linked by relative path. All
/// that comes from outside is escaped by ``Markup``.
public struct ClientPage: Sendable {
    let report: ClientReport
    let summary: ReportSummary
    let language: Language
    var studio = Studio()
    /// Name of the same report for print, beside the page; nil without one.
    var paper: String?

    /// The page of a client.
    ///
    /// - Parameters:
    ///   - report: All that is told of the client.
    ///   - language: The language of all words.
    ///   - studio: The practice in whose name it is handed out.
    ///   - paper: Name of the same report for print, beside the page; nil without one.
    /// - Returns: An HTML document.
    public static func html(
        for report: ClientReport, language: Language, studio: Studio = Studio(), paper: String? = nil
    ) -> String {
        let page = ClientPage(
            report: report, summary: ReportSummary(report), language: language, studio: studio, paper: paper)
        let title = (report.displayName ?? report.client) + " – " + language.text("page.title")
        return page.frame.page(title: title, body: page.body, method: report.method)
    }

    private var frame: PageFrame { PageFrame(language: language, studio: studio) }

    private var body: Markup {
        """
        <header>
        \(frame.letterhead)<p class="brand">\(frame.brand(language.text("page.title")))</p>
        <h1 dir="auto">\(PageFrame.name(report.displayName ?? report.client))</h1>
        \(meta)
        \(paperLink)
        </header>
        <main>
        \(verdict)
        \(normal)
        \(findings)
        \(revised)
        \(position)
        \(forecast)
        \(views)
        \(photos)
        \(table)
        \(about)
        </main>
        """
    }

    /// The folder's name where another is shown, the sessions, the newest photo.
    var metaLines: [Markup] {
        var lines: [Markup] = []
        if report.displayName != nil { lines.append(PageFrame.name(report.client)) }
        if !report.sessions.isEmpty {
            let dates = language.lists.and(report.sessions.map { language.dates.long($0.date) })
            let told =
                report.sessionsAssumed
                ? language.text("page.session-assumed", ["dates": dates])
                : language.text("page.sessions", count: report.sessions.count, ["dates": dates])
            lines.append("\(told)")
        }
        if let taken = summary.latest?.taken {
            lines.append("\(language.text("page.newest", ["date": language.dates.long(taken)]))")
        }
        return lines
    }

    private var paperLink: Markup {
        guard let paper else { return Markup() }
        let link = "<a href=\"\(Markup.address(paper))\">\(paper)</a>" as Markup
        return "<p class=\"meta small screen\">\(language.markup("paper.link", ["file": link]))</p>"
    }

    private var meta: Markup {
        let joined = metaLines.enumerated().map { index, line in index == 0 ? line : " · " + line }
        return "<p class=\"meta\">\(joined)</p>"
    }

    /// The verdict in a sentence.
    var verdictSentence: String { summary.verdict(in: language) }

    private var verdict: Markup {
        let isAttention = summary.level == .attention
        return """
            <section class="card verdict\(isAttention ? " attention" as Markup : "")" aria-label="\(language.text("verdict.label"))">
            \(VerdictIcon.markup(summary.level))
            <div><p class="label">\(language.verdicts.label(summary.level, failed: report.failure != nil))</p>
            <p class="sentence">\(verdictSentence)</p></div>
            </section>
            """
    }

    /// A value in words; the first load of fresh dots only says that they are fresh.
    func reading(
        of measure: CurveMeasure, in photo: ReportPhoto, _ estimate: Estimate, hasScale: Bool
    ) -> String {
        if measure == .darkness, let day = photo.visit?.day, day < Self.freshDays,
            report.verdict(on: measure, in: photo)?.reason == MeasureVerdict.noEarlierPhoto
        {
            return language.text("readings.fresh")
        }
        return language.measures.reading(estimate, of: measure, hasScale: hasScale)
    }

    /// Days after a session on which its dots have not lightened yet.
    private static let freshDays = 1.5

    /// The verdict on a measure, with its expected range.
    ///
    /// - Parameters:
    ///   - measure: One of the curve's measures.
    ///   - photo: A photo of the report.
    ///   - isBrief: Whether the range is left out where the value lies in it.
    /// - Returns: The words; empty where nothing is to be said.
    func state(of measure: CurveMeasure, in photo: ReportPhoto, isBrief: Bool = false) -> Markup {
        guard let verdict = report.verdict(on: measure, in: photo) else { return Markup() }
        switch verdict.status {
        case .notComparable: return notCompared(verdict, photo)
        case .asExpected where isAtTheEdge(measure, in: photo, verdict):
            return "<span class=\"state\">\(language.measures.atTheEdge)\(range(verdict, measure))</span>"
        case .asExpected:
            return
                "<span class=\"state\">\(language.measures.status(.asExpected))\(isBrief ? Markup() : range(verdict, measure))</span>"
        case .above, .below:
            let mark: Markup = verdict.status == .above ? "▲" : "▼"
            return """
                <span class="state off"><span aria-hidden="true">\(mark)</span> \
                \(language.measures.status(verdict.status))</span><span class="state">\(range(verdict, measure))</span>
                """
        }
    }

    /// Whether a value lies outside its range, yet no further than chance explains.
    func isAtTheEdge(
        _ measure: CurveMeasure, in photo: ReportPhoto, _ verdict: MeasureVerdict
    ) -> Bool {
        guard let band = verdict.band, let value = report.value(of: measure, in: photo)?.estimate else {
            return false
        }
        if measure == .scabs { return value.value - value.standardError > band.high }
        return value.value < band.low || value.value > band.high
    }

    /// Why a single measure is not compared; empty where the whole photo isn't, which is told once.
    private func notCompared(_ verdict: MeasureVerdict, _ photo: ReportPhoto) -> Markup {
        guard let reason = verdict.reason, (photo.visit?.day ?? 0) >= 0,
            reason != photo.visit?.withheld?.rawValue, reason != Reason.noSession.rawValue
        else { return Markup() }
        if reason == MeasureVerdict.noEarlierPhoto {
            return "<span class=\"state\">\(language.text("readings.first"))</span>"
        }
        return
            "<span class=\"state\">\(language.measures.status(.notComparable)): \(language.reasons.short(reason))</span>"
    }

    private func range(_ verdict: MeasureVerdict, _ measure: CurveMeasure) -> Markup {
        guard let band = verdict.band, language.measures.isWide(band, of: measure) else { return Markup() }
        return " <span class=\"range\">(\(language.measures.range(band, of: measure)))</span>"
    }
}
