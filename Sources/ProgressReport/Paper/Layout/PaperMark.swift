/// Something at its place on a page.
struct PaperMark: Sendable {
    /// What is drawn.
    indirect enum Content: Sendable {
        /// Lines of a paragraph.
        case text(ShapedText, lines: Range<Int>)
        /// Shapes of a drawing at a scale.
        case shapes([PaperShape], scale: Double)
        /// A picture in a box.
        case picture(PaperPicture, width: Double, height: Double)
        /// Marks that belong together, at a scale.
        case group([PaperMark], scale: Double)
    }

    /// Its upper left corner.
    var x: Double, y: Double
    /// What is drawn.
    var content: Content
    /// What it is in the document's structure; nil for what only adorns.
    var role: PaperRole?

    /// The mark elsewhere.
    func moved(x: Double, y: Double) -> PaperMark {
        var mark = self
        mark.x += x
        mark.y += y
        return mark
    }

    /// Draws it.
    func draw(on document: PaperDocument) {
        guard let role else { return drawContent(on: document) }
        document.tagged(role) { drawContent(on: document) }
    }

    private func drawContent(on document: PaperDocument) {
        switch content {
        case .text(let text, let lines): document.draw(text, lines: lines, x: x, y: y)
        case .shapes(let shapes, let scale):
            document.moved(x: x, y: y, scale: scale) { for shape in shapes { document.draw(shape) } }
        case .picture(let picture, let width, let height):
            document.draw(picture, x: x, y: y, width: width, height: height)
        case .group(let marks, let scale):
            document.moved(x: x, y: y, scale: scale) { for mark in marks { mark.draw(on: document) } }
        }
    }
}
