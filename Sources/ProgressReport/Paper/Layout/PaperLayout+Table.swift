extension PaperLayout {
    /// A table's strips, one a row.
    func table(_ table: PaperTable, width: Double) -> [PaperSlab] {
        let container = container(.table)
        let total = table.columns.reduce(0, +)
        let room = width - PaperTable.gap * Double(table.columns.count - 1)
        let widths = table.columns.map { room * $0 / total }
        var head: [PaperSlab] = []
        if !table.head.isEmpty {
            var slab = row(
                table.head.map { PaperTable.Cell(words: $0) }, widths, padding: table.padding,
                roles: (.headCell, .headCell))
            slab.marks.append(rule(width: width, y: slab.height, PaperPalette.muted))
            slab.container = container
            slab.keepsWithNext = true
            head = [slab]
        }
        let rows = table.rows.map { cells -> PaperSlab in
            var slab = row(cells, widths, padding: table.padding, roles: (.headCell, .cell))
            slab.marks.append(rule(width: width, y: slab.height, PaperPalette.rule))
            slab.container = container
            slab.repeated = head
            return slab
        }
        return head + rows
    }

    private func row(
        _ cells: [PaperTable.Cell], _ widths: [Double], padding: Double, roles: (PaperRole, PaperRole)
    ) -> PaperSlab {
        var marks: [PaperMark] = []
        var height = 0.0
        var (x, column) = (0.0, 0)
        for (number, cell) in cells.enumerated() {
            let end = min(column + max(cell.span, 1), widths.count)
            guard column < end else { break }
            let width = widths[column..<end].reduce(PaperTable.gap * Double(end - column - 1), +)
            var y = padding
            var content: [PaperMark] = []
            if let drawing = cell.drawing {
                let scale = min(width / drawing.width, 1)
                content.append(PaperMark(x: 0, y: y, content: .shapes(drawing.shapes, scale: scale)))
                y += drawing.height * scale
            }
            let shaped = document.shaped(cell.words, width: width)
            content.append(PaperMark(x: 0, y: y, content: .text(shaped, lines: 0..<shaped.lines)))
            height = max(height, y + shaped.height + padding)
            marks.append(
                PaperMark(
                    x: x, y: 0, content: .group(content, scale: 1), role: number == 0 ? roles.0 : roles.1))
            x += width + PaperTable.gap
            column = end
        }
        return PaperSlab(
            height: height,
            marks: [PaperMark(x: 0, y: 0, content: .group(marks, scale: 1), role: .row)])
    }

    private func rule(width: Double, y: Double, _ colour: Studio.Colour) -> PaperMark {
        let line = PaperShape.line(
            [PaperShape.Place(x: 0, y: y), PaperShape.Place(x: width, y: y)],
            pen: PaperShape.Pen(colour: colour, width: 0.5))
        return PaperMark(x: 0, y: 0, content: .shapes([line], scale: 1))
    }
}
