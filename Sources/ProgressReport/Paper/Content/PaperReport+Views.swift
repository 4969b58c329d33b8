import HealingCurve

/// Each view's visits in one frame, its map of dots and its charts.
extension PaperReport {
    /// All views, each with a heading where there are several.
    var views: [PaperBlock] {
        guard report.views.count > 1 else {
            let parts = [
                visits(report.views.first, .heading), map(report.views.first, .heading),
                charts(report.views.first, .heading, number: 0),
            ]
            return Array(parts.filter { !$0.isEmpty }.joined(separator: [.space(16)]))
        }
        let sections = report.views.enumerated().map { number, view -> [PaperBlock] in
            var parts = [visits(view, .part), map(view, .part), charts(view, .part, number: number)]
            if number > 0, let forecast = view.forecast {
                parts.append(
                    heading(language.text("forecast.heading"), .part)
                        + self.forecast(forecast, history: view.forecastHistory))
            }
            return heading(PaperText(language.views.view(view.name)).words)
                + Array(parts.filter { !$0.isEmpty }.joined(separator: [.space(12)]))
        }
        return Array(sections.joined(separator: [.space(18)]))
    }

    // MARK: Visits

    /// Pictures in a row.
    private static let picturesInRow = 3

    private func visits(_ view: ReportView?, _ level: PaperRole) -> [PaperBlock] {
        guard let view, view.visits.count > 1 else { return [] }
        let cells = view.keyVisits(in: report).sorted().compactMap { index -> [PaperBlock]? in
            let visit = view.visits[index]
            let photo = page.photo(named: visit.photo)
            guard let picture = pictures.visit(visit, of: view) else { return nil }
            return [
                .picture(picture, mostHeight: 200, words: page.pictureWords(photo, visit.photo)), .space(2),
                .text(
                    PaperText(page.caption(photo, visit.photo, isMirrored: visit.isMirrored), .small)),
            ]
        }
        if cells.isEmpty { return [] }
        var blocks = heading(language.text("visits.heading"), level)
        blocks += introduction(PaperText(language.text("visits.explanation"), .small))
        blocks += grid(cells, inRow: Self.picturesInRow, gap: 10)
        let notShown = page.notShownSentences(view)
        if !notShown.isEmpty {
            blocks += [.space(3), .text(PaperText(language.lists.sentences(notShown), .small))]
        }
        return blocks
    }

    /// Cells in rows of equal columns.
    func grid(_ cells: [[PaperBlock]], inRow count: Int, gap: Double) -> [PaperBlock] {
        let rows = stride(from: 0, to: cells.count, by: count).map { start -> PaperBlock in
            let own = cells[start..<min(start + count, cells.count)].map {
                PaperBlock.Column(share: 1, blocks: $0)
            }
            let empty = Array(repeating: PaperBlock.Column(share: 1, blocks: []), count: count - own.count)
            return .columns(own + empty, gap: gap)
        }
        return Array(rows.map { [$0] }.joined(separator: [.space(8)]))
    }

    // MARK: Dots

    private func map(_ view: ReportView?, _ level: PaperRole) -> [PaperBlock] {
        guard let view, let map = view.map, !map.counts.isEmpty else { return [] }
        let sentence = page.mapSentence(map)
        var blocks = heading(language.text("dots.heading"), level)
        blocks += [.text(PaperText(sentence)), .space(3)]
        if !map.patches.isEmpty {
            blocks += [.list(page.patchSentences(map).map { PaperText($0) }), .space(2)]
        }
        guard let picture = pictures.map(of: view) else { return blocks }
        let drawn: [PaperBlock] = [
            .picture(
                picture, mostHeight: Self.mapHeight, words: sentence,
                marks: patches(map)), .space(4),
            .columns(legend(page.legendItems(map).map { ($0.words, pen.dot($0)) }, columns: 2), gap: 10),
            .space(2), .text(PaperText(language.text("dots.note"), .small)),
        ]
        return [.together(blocks + drawn)]
    }

    /// Height of a map at most.
    private static let mapHeight = 330.0

    /// Circles around lost patches, in shares of the picture's width.
    private func patches(_ map: DotMap) -> [PaperShape] {
        let unit = 1 / Double(map.width)
        return map.patches.flatMap { patch -> [PaperShape] in
            let place = PaperShape.Place(x: patch.x * unit, y: patch.y * unit)
            let white = PaperShape.Pen(colour: PaperPalette.white, width: 9 * unit)
            let black = PaperShape.Pen(
                colour: PaperPalette.bar, width: 4.5 * unit, dash: 16 * unit, gap: 10 * unit)
            return [
                .circle(place, radius: patch.radius * unit, pen: white),
                .circle(place, radius: patch.radius * unit, pen: black),
            ]
        }
    }

    // MARK: Charts

    private func charts(_ view: ReportView?, _ level: PaperRole, number: Int) -> [PaperBlock] {
        let figures = page.figures(of: view, isAlone: report.views.count < 2, number: number)
        if figures.isEmpty { return [] }
        var blocks = heading(language.text("charts.heading"), level)
        let items = ChartLegend(language: language).items.map { ($0.words, pen.legend($0.kind)) }
        blocks += [.leading(.columns(legend(items, columns: 2), gap: 14)), .space(6)]
        blocks += grid(figures.map { [figure($0)] }, inRow: 2, gap: 14)
        let undrawn = page.undrawnSentence(inView: report.views.count < 2 ? nil : view?.name)
        if !undrawn.isEmpty { blocks += [.space(3), .text(PaperText(undrawn, .small))] }
        return blocks
    }

    /// A chart with its title and what it means.
    func figure(_ figure: ClientPage.Figure) -> PaperBlock {
        var blocks = heading(figure.title, .part)
        blocks.append(.text(PaperText(figure.explanation, .small.sized(7.5))))
        blocks += [.space(2), .drawing(pen.drawing(figure.chart))]
        if !figure.notes.isEmpty { blocks.append(.list(figure.notes.map { PaperText($0, .small) })) }
        return .together(blocks)
    }

    /// What the marks in one chart mean: those that are drawn.
    func legend(of figure: ClientPage.Figure) -> [PaperBlock] {
        guard case .measure(let chart) = figure.chart else { return [] }
        let statuses = Set(chart.points.map(\.status))
        let kinds: [(ChartLegend.Kind, CurveStatus)] = [
            (.asExpected, .asExpected), (.notCompared, .notComparable), (.above, .above), (.below, .below),
        ]
        let drawn = [.band, .course] + kinds.filter { statuses.contains($0.1) }.map(\.0)
        let items = ChartLegend(language: language).items.filter { drawn.contains($0.kind) }
        return legend(items.map { ($0.words, pen.legend($0.kind)) }, columns: 1)[0].blocks
    }

    /// What marks mean, in columns.
    func legend(_ items: [(words: String, mark: PaperDrawing)], columns: Int) -> [PaperBlock.Column] {
        let inColumn = (items.count + columns - 1) / max(columns, 1)
        return (0..<columns).map { column in
            let own = items.dropFirst(column * inColumn).prefix(inColumn)
            return PaperBlock.Column(
                share: 1,
                blocks: own.map { item in
                    .columns(
                        [
                            PaperBlock.Column(
                                share: 1,
                                blocks: [.space(1), .drawing(item.mark, mostWidth: item.mark.width * 0.72)]),
                            PaperBlock.Column(
                                share: 10, blocks: [.text(PaperText(item.words, .small.sized(7.5)))]),
                        ], gap: 5)
                })
        }
    }
}
