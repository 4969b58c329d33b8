import HealingCurve
import ScalpMeasurement

/// All values, sessions, method and limits.
extension PaperReport {
    /// Every measure of every photo.
    var table: [PaperBlock] {
        if report.photos.isEmpty { return [] }
        let style = PaperStyle(size: 7)
        let head = page.columnHeads.map { PaperText($0, PaperStyle(size: 7, isBold: true)) }
        let rows = report.photos.map { photo -> [PaperTable.Cell] in
            let row = page.cells(photo)
            let name = PaperText("", style).adding(row.date, isBold: true)
                .adding((row.date.isEmpty ? "" : " ") + PaperText.name(photo.file))
            var cells = [PaperTable.Cell(words: name), PaperTable.Cell(words: PaperText(row.day, style))]
            if let failure = row.failure {
                cells.append(PaperTable.Cell(words: PaperText(failure, style), span: row.columns))
            }
            return cells
                + row.values.map { value in
                    var own = style
                    if value.isOff { (own.isBold, own.colour) = (true, PaperPalette.signal) }
                    if value.isReason { own.colour = PaperPalette.muted }
                    return PaperTable.Cell(words: PaperText(value.words, own))
                }
        }
        return heading(language.text("table.heading"))
            + introduction(PaperText(language.text("table.explanation"), .small)) + [
                .table(PaperTable(columns: Self.columnShares, head: head, rows: rows, padding: 2))
            ]
    }

    /// Widths of the columns: photo, day, five measures, optical density, tone.
    private static let columnShares = [3.0, 0.75, 1.4, 1.35, 1.5, 1.85, 1.6, 1.75, 1.8]

    /// Sessions, method, limits.
    var about: [PaperBlock] {
        var blocks = heading(language.text("about.heading"))
        let sessions = page.sessionSentences
        if !sessions.isEmpty { blocks += [.list(sessions.map { PaperText($0) }), .space(4)] }
        blocks += page.aboutSentences.flatMap { [.text(PaperText($0)), .space(3)] as [PaperBlock] }
        blocks += [.list(language.report.limits.map { PaperText($0) }), .space(3)]
        blocks.append(.text(PaperText(language.text("about.method", ["method": report.method]))))
        return blocks
    }
}
