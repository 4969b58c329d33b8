/// What stands above on the client's sheet.
extension PaperReport {
    /// Who hands it out.
    var letterhead: [PaperBlock] {
        let kind = language.text("page.title")
        let line = PaperBlock.drawing(
            PaperDrawing(
                width: 100, height: 1,
                shapes: [.rectangle(x: 0, y: 0, width: 100, height: 0.35, fill: palette.accent)]))
        guard studio.name != nil || studio.logo != nil || !studio.contact.isEmpty else {
            let brand = PaperText(
                ReportWords.product + " · " + kind, .part.coloured(palette.accentText))
            return [.text(brand), .space(3), line, .space(6)]
        }
        var words: [PaperBlock] = []
        if let name = studio.name {
            words.append(
                .text(
                    PaperText(
                        PaperText.name(name),
                        PaperStyle(size: 12, isBold: true, colour: palette.accentText).cut(after: 2))))
        }
        words += studio.contact.prefix(Self.mostContactLines).map {
            .text(PaperText(PaperText.name($0), .small.sized(7.5).cut(after: 1)))
        }
        let right: [PaperBlock] = [
            .text(PaperText(kind, .small.aligned(.right))),
            .text(PaperText(ReportWords.product, .small.sized(7).aligned(.right))),
        ]
        var columns = [
            PaperBlock.Column(share: 6, blocks: words), PaperBlock.Column(share: 2, blocks: right),
        ]
        if let logo = studio.logo.map({ PaperPicture($0) }) {
            let height = min(Self.logoHeight, Self.logoWidth * logo.ratio)
            let share = 8 * height / logo.ratio / (sheet.innerWidth - height / logo.ratio)
            columns.insert(
                PaperBlock.Column(
                    share: share,
                    blocks: [.picture(logo, mostHeight: height, words: studio.name ?? ReportWords.product)]),
                at: 0)
        }
        return [.columns(columns, gap: 10), .space(4), line, .space(6)]
    }

    /// Sides of the logo at most.
    private static let logoHeight = 40.0, logoWidth = 120.0
    /// Lines under the studio's name at most.
    private static let mostContactLines = 4

    /// Whose it is.
    var nameBlocks: [PaperBlock] {
        var style = PaperStyle(size: 20, isBold: true, leading: 0.9)
        style.isOwnDirection = true
        // Two lines of large letters are a heading; longer names keep all their words in smaller ones.
        let large = layout.document.shaped(PaperText(name, style), width: sheet.innerWidth)
        if large.lines > 2 { style.size = 12 }
        let lines = page.metaLines.map { PaperText($0).words }
        return [
            .text(PaperText(name, style), .title),
            .text(PaperText(lines.joined(separator: " · "), .small.cut(after: 2))), .space(8),
        ]
    }

    /// The verdict in a sentence.
    var verdict: [PaperBlock] {
        let isAttention = summary.level == .attention || report.failure != nil
        let colour = isAttention ? PaperPalette.signal : palette.accentText
        let label = language.verdicts.label(summary.level, failed: report.failure != nil)
        let icon = PaperDrawing(
            width: 24, height: 24, shapes: pen.icon(summary.level, failed: report.failure != nil, colour))
        let words: [PaperBlock] = [
            .text(PaperText(label, .part.sized(8.5).coloured(colour))),
            .text(PaperText(page.verdictSentence, PaperStyle(size: 12, leading: 0.95))),
        ]
        let look = PaperBlock.Look(
            fill: isAttention ? PaperPalette.signalSoft : palette.accentSoft, bar: colour, padding: 10)
        return [
            .card(
                [
                    .columns(
                        [
                            PaperBlock.Column(share: 1, blocks: [.drawing(icon)]),
                            PaperBlock.Column(share: 18, blocks: words),
                        ], gap: 9)
                ], look), .space(10),
        ]
    }
}
