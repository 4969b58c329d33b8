import HealingCurve

/// The newest photo's answers, findings, and what new photos changed.
extension PaperReport {
    /// The answer to "is this normal?", a row a measure.
    var answers: [PaperBlock] {
        guard let answers = page.answers else { return [] }
        var blocks = heading(answers.heading)
        if let explanation = answers.explanation {
            blocks += introduction(PaperText(explanation, .small))
        }
        let rows = answers.items.map { item -> [PaperTable.Cell] in
            let name = PaperText(item.name, PaperStyle(size: 9, isBold: true))
            let style =
                item.isOff
                ? PaperStyle(size: 8.5, isBold: true, colour: PaperPalette.signal) : PaperStyle(size: 8.5)
            return [
                PaperTable.Cell(words: name),
                PaperTable.Cell(words: PaperText(item.reading, PaperStyle(size: 9))),
                PaperTable.Cell(
                    words: PaperText(""),
                    drawing: item.gauge.map { pen.gauge(band: $0.band, value: $0.value, status: $0.status) }),
                PaperTable.Cell(words: PaperText(item.words, style)),
            ]
        }
        blocks.append(.table(PaperTable(columns: [2.1, 2.5, 2.6, 6.5], rows: rows, padding: 4)))
        if let pale = answers.pale {
            blocks += [
                .space(6),
                .card(
                    [.text(PaperText(pale, PaperStyle(size: 9)))],
                    PaperBlock.Look(fill: palette.accentSoft, bar: palette.accent, padding: 6)),
            ]
        }
        return blocks
    }

    /// What is off now with what it rests on, and what was.
    var findings: [PaperBlock] {
        var blocks: [PaperBlock] = []
        if !summary.current.isEmpty {
            blocks += heading(language.text("findings.heading"))
            for finding in summary.current { blocks += [findingCard(finding), .space(6)] }
            blocks.removeLast()
        }
        let earlier = page.earlierSentences
        if !earlier.isEmpty {
            if !blocks.isEmpty { blocks.append(.space(10)) }
            blocks += heading(language.text("findings.heading-earlier"))
            blocks.append(.list(earlier.map { PaperText($0, .small) }))
        }
        return blocks
    }

    private func findingCard(_ finding: Finding) -> PaperBlock {
        let isAttention = finding.severity == .attention
        let colour = isAttention ? PaperPalette.signal : palette.accentText
        var blocks: [PaperBlock] = [
            .text(PaperText(language.findings.title(finding.code), .part.coloured(colour)), .part),
            .text(PaperText(page.message(finding))),
        ]
        for (name, words) in page.facts(finding) {
            blocks.append(
                .columns(
                    [
                        PaperBlock.Column(share: 1, blocks: [.text(PaperText(name, .small))]),
                        PaperBlock.Column(
                            share: 5, blocks: [.text(PaperText(words, PaperStyle(size: 8)))]),
                    ], gap: 8))
        }
        return card(blocks, bar: colour, padding: 7)
    }

    /// Verdicts on earlier photos that new photos have changed.
    var revised: [PaperBlock] {
        let sentences = page.revisedSentences
        if sentences.isEmpty { return [] }
        return heading(language.text("revised.heading")) + [
            .leading(.text(PaperText(language.text("revised.explanation"), .small))), .space(4),
            .list(sentences.map { PaperText($0) }),
        ]
    }
}
