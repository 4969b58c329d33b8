/// Measures blocks and cuts them into strips.
final class PaperLayout {
    /// Lines up to which a paragraph is never divided.
    private static let linesKept = 5
    /// Lines that stay together at a paragraph's ends.
    private static let linesAtEnd = 2
    /// From a list's edge to its words, in sizes of the letters.
    private static let bulletRoom = 1.15
    /// From a picture to what stands around.
    static let radius = 4.0

    /// Where words are measured.
    let document: PaperDocument
    /// The colours.
    let palette: PaperPalette
    /// Height of a page's inner part: what is higher cannot stay in one piece.
    let pageHeight: Double
    private var containers = 0

    /// Makes a layout.
    init(document: PaperDocument, palette: PaperPalette, pageHeight: Double) {
        self.document = document
        self.palette = palette
        self.pageHeight = pageHeight
    }

    /// The strips of blocks one under the other.
    func slabs(_ blocks: [PaperBlock], width: Double) -> [PaperSlab] {
        blocks.flatMap { slabs($0, width: width) }
    }

    private func slabs(_ block: PaperBlock, width: Double) -> [PaperSlab] {
        switch block {
        case .text(let text, let role): return paragraph(text, role, width: width)
        case .space(let height): return [PaperSlab(height: height, isSpace: true)]
        case .list(let items): return list(items, width: width)
        case .columns(let columns, let gap): return [self.columns(columns, gap: gap, width: width)]
        case .card(let blocks, let look): return card(blocks, look, width: width)
        case .drawing(let drawing, let most): return [slab(drawing, width: min(width, most))]
        case .picture(let picture, let most, let words, let marks):
            return [slab(picture, mostHeight: most, words: words, marks: marks, width: width)]
        case .table(let table): return self.table(table, width: width)
        case .together(let blocks): return [fitting(.joined(slabs(blocks, width: width)))]
        case .leading(let block):
            return slabs(block, width: width).map { slab in
                var slab = slab
                slab.keepsWithNext = true
                return slab
            }
        }
    }

    /// A number for a list or table.
    func container(_ role: PaperRole) -> PaperSlab.Container {
        containers += 1
        return PaperSlab.Container(number: containers, role: role)
    }

    /// A strip that is higher than a page, made smaller until it is not.
    private func fitting(_ slab: PaperSlab) -> PaperSlab {
        slab.height > pageHeight ? slab.scaled(by: pageHeight / slab.height) : slab
    }

    // MARK: Words

    private func paragraph(_ text: PaperText, _ role: PaperRole, width: Double) -> [PaperSlab] {
        let shaped = document.shaped(text, width: width)
        if shaped.lines == 0 { return [] }
        let isHeading = role == .heading || role == .part || role == .title
        return Self.parts(of: shaped).map { lines in
            PaperSlab(
                height: shaped.height(lines),
                marks: [PaperMark(x: 0, y: 0, content: .text(shaped, lines: lines), role: role)],
                keepsWithNext: isHeading)
        }
    }

    /// The lines of a paragraph that stay together.
    private static func parts(of text: ShapedText) -> [Range<Int>] {
        guard text.lines > linesKept else { return [0..<text.lines] }
        let last = text.lines - linesAtEnd
        return [0..<linesAtEnd] + (linesAtEnd..<last).map { $0..<$0 + 1 } + [last..<text.lines]
    }

    private func list(_ items: [PaperText], width: Double) -> [PaperSlab] {
        let container = container(.list)
        return items.flatMap { item -> [PaperSlab] in
            let room = item.style.size * Self.bulletRoom
            let shaped = document.shaped(item, width: width - room)
            let dot = PaperShape.circle(
                PaperShape.Place(x: room * 0.3, y: shaped.baseline - item.style.size * 0.26),
                radius: item.style.size * 0.14, fill: palette.accent)
            let parts = Self.parts(of: shaped)
            return parts.enumerated().map { number, lines in
                var marks = [PaperMark(x: room, y: 0, content: .text(shaped, lines: lines), role: .item)]
                if number == 0 { marks.append(PaperMark(x: 0, y: 0, content: .shapes([dot], scale: 1))) }
                let gap = number == parts.count - 1 ? item.style.size * 0.22 : 0
                return PaperSlab(height: shaped.height(lines) + gap, marks: marks, container: container)
            }
        }
    }

    // MARK: Boxes

    private func columns(_ columns: [PaperBlock.Column], gap: Double, width: Double) -> PaperSlab {
        let total = columns.reduce(0) { $0 + $1.share }
        let room = width - gap * Double(columns.count - 1)
        var result = PaperSlab(height: 0)
        var x = 0.0
        for column in columns {
            let own = room * column.share / total
            let slab = PaperSlab.joined(slabs(column.blocks, width: own)).indented(by: x)
            result.marks += slab.marks
            result.height = max(result.height, slab.height)
            x += own + gap
        }
        return fitting(result)
    }

    private func card(_ blocks: [PaperBlock], _ look: PaperBlock.Look, width: Double) -> [PaperSlab] {
        let inset = look.padding + (look.bar == nil ? 0 : 3)
        let inner = slabs(blocks, width: width - inset - look.padding)
        let height = inner.reduce(0) { $0 + $1.height } + 2 * look.padding
        guard height > pageHeight / 2, look.border == nil else {
            var slab = PaperSlab.joined(
                [PaperSlab(height: look.padding)] + inner.map { $0.indented(by: inset) }
                    + [PaperSlab(height: look.padding)])
            slab.marks.insert(ground(look, width: width, height: slab.height, radius: Self.radius), at: 0)
            slab.keepsWithNext = false
            return [fitting(slab)]
        }
        let edge = PaperSlab(height: look.padding)
        return ([edge] + inner.map { $0.indented(by: inset) } + [edge]).map { part in
            var part = part
            part.marks.insert(ground(look, width: width, height: part.height, radius: 0), at: 0)
            return part
        }
    }

    private func ground(_ look: PaperBlock.Look, width: Double, height: Double, radius: Double) -> PaperMark {
        var shapes: [PaperShape] = [
            .rectangle(
                x: 0, y: 0, width: width, height: height, radius: radius, fill: look.fill,
                pen: look.border.map { PaperShape.Pen(colour: $0, width: 0.75) })
        ]
        if let bar = look.bar {
            shapes.append(.rectangle(x: 0, y: 0, width: 3, height: height, fill: bar))
        }
        return PaperMark(x: 0, y: 0, content: .shapes(shapes, scale: 1))
    }

    // MARK: Pictures

    private func slab(_ drawing: PaperDrawing, width: Double) -> PaperSlab {
        let scale = width / drawing.width
        return PaperSlab(
            height: drawing.height * scale,
            marks: [
                PaperMark(
                    x: 0, y: 0, content: .shapes(drawing.shapes, scale: scale),
                    role: drawing.words.map { .figure($0) })
            ])
    }

    private func slab(
        _ picture: PaperPicture, mostHeight: Double, words: String, marks: [PaperShape], width: Double
    ) -> PaperSlab {
        var size = (width: width, height: width * picture.ratio)
        let most = min(mostHeight, pageHeight)
        if size.height > most { size = (most / picture.ratio, most) }
        var group = [
            PaperMark(x: 0, y: 0, content: .picture(picture, width: size.width, height: size.height))
        ]
        if !marks.isEmpty {
            let seen = PaperShape.clipped(x: 0, y: 0, width: 1, height: picture.ratio, marks)
            group.append(PaperMark(x: 0, y: 0, content: .shapes([seen], scale: size.width)))
        }
        return PaperSlab(
            height: size.height,
            marks: [PaperMark(x: 0, y: 0, content: .group(group, scale: 1), role: .figure(words))])
    }
}
