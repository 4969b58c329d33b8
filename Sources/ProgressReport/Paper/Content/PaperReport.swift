import HealingCurve
import PhotoDecoding

/// A client's `report.pdf`: what the page says, for print.
///
/// Its first sheet is the client's, whatever there is to say; the sheets behind it are the practitioner's. Every sentence
/// is one of ``ClientPage``'s. The same report gives the same bytes on every run of one machine; the letters'
/// shapes are those of its fonts.
public struct PaperReport {
    /// Makes a JPEG smaller: its bytes and the longest side that it may have, in pixels.
    public typealias Shrinking = (_ jpeg: [UInt8], _ longSide: Int) -> [UInt8]?

    let page: ClientPage
    let studio: Studio
    let sheet: PaperSheet
    let layout: PaperLayout
    let pen: PaperPen
    let pictures: PaperPictures

    var report: ClientReport { page.report }
    var summary: ReportSummary { page.summary }
    var language: Language { page.language }
    var palette: PaperPalette { layout.palette }

    /// Whether the machine has Cairo and Pango; they are loaded to know.
    public static var isLibraryThere: Bool { PaperDocument.isLibraryThere }

    /// What keeps this machine from making such reports, or nil; the libraries and the list of fonts are loaded to know.
    public static var hindrance: PaperError? { PaperDocument.hindrance }

    /// The report of a client as PDF.
    ///
    /// - Parameters:
    ///   - report: All that is told of the client.
    ///   - language: The language of all words.
    ///   - studio: Who hands it out, on which sheets.
    ///   - shrinking: Makes pictures smaller where many would make the file large; nil leaves them as they are.
    /// - Returns: The file's bytes.
    /// - Throws: ``PaperError``, where Cairo, Pango or all fonts are missing or memory is short.
    public static func pdf(
        for report: ClientReport, language: Language, studio: Studio = Studio(), shrinking: Shrinking? = nil
    ) throws(PaperError) -> [UInt8] {
        let sheet = PaperSheet(studio.paper)
        let document = try PaperDocument(width: sheet.width, height: sheet.height, language: language.tag)
        let page = ClientPage(
            report: report, summary: ReportSummary(report), language: language, studio: studio)
        let palette = PaperPalette(accent: studio.accent)
        let foot = PaperText(language.report.intendedUse, .small.sized(6.5))
        let footHeight = PaperBook.footHeight(foot, sheet: sheet, document: document)
        let room = sheet.innerHeight - footHeight
        let layout = PaperLayout(
            document: document, palette: palette, pageHeight: room - PaperBook.headHeight)
        let paper = PaperReport(
            page: page, studio: studio, sheet: sheet, layout: layout,
            pen: PaperPen(document: document, palette: palette),
            pictures: PaperPictures(report, shrinking: shrinking))
        let pages = PaperPages(
            layout.slabs(paper.practitionerBlocks, width: sheet.innerWidth), height: layout.pageHeight)
        let created = paper.created
        document.describe(
            title: paper.name + " – " + language.text("page.title"), author: studio.name,
            subject: language.report.intendedUse, created: created)
        PaperBook(layout: layout, sheet: sheet, furniture: paper.furniture(foot: foot)).draw(
            first: paper.firstSheet(height: room), pages: pages.pages)
        let bytes = try document.finish()
        return PDFAmendment(bytes)?.amended(
            language: language.tag, alternatives: document.alternatives, hasDate: created != nil) ?? bytes
    }

    /// What the client is called on it.
    var name: String { report.displayName ?? report.client }

    /// The day that the file gives for its making: that of the newest photo, else of the latest session.
    private var created: String? {
        let dates = report.photos.compactMap(\.taken) + report.sessions.map(\.date)
        return dates.max().map { $0.dateText + "T12:00:00Z" }
    }

    private func furniture(foot: PaperText) -> PaperBook.Furniture {
        let taken = summary.latest?.taken
        let newest = taken.map { language.text("page.newest", ["date": language.dates.long($0)]) }
        return PaperBook.Furniture(
            head: (
                left: PaperText(PaperText.name(name), .small.cut(after: 1)),
                right: PaperText(newest ?? language.text("page.title"), .small)
            ), foot: foot,
            number: { page, count in
                PaperText(
                    language.text("paper.page", ["page": String(page), "count": String(count)]),
                    .small.sized(7))
            })
    }

    /// All behind the first sheet; nothing for a client of whom nothing is known.
    private var practitionerBlocks: [PaperBlock] {
        if report.failure != nil, report.photos.isEmpty { return [] }
        let parts = [answers, findings, revised, forecast, views, photos, table, about]
        return Array(parts.filter { !$0.isEmpty }.joined(separator: [.space(Self.sectionGap)]))
    }

    /// Room between two sections.
    private static let sectionGap = 18.0

    /// A section's heading.
    func heading(_ words: String, _ level: PaperRole = .heading) -> [PaperBlock] {
        let style = level == .heading ? PaperStyle.heading : .part
        return [.text(PaperText(words, style), level), .space(level == .heading ? 5 : 2)]
    }

    /// A sentence on what follows it.
    func introduction(_ text: PaperText) -> [PaperBlock] { [.leading(.text(text)), .space(4)] }

    /// A card in the report's look.
    func card(_ blocks: [PaperBlock], bar: Studio.Colour? = nil, padding: Double = 9) -> PaperBlock {
        .card(
            blocks,
            PaperBlock.Look(
                fill: nil, border: bar == nil ? PaperPalette.rule : nil, bar: bar, padding: padding))
    }
}
