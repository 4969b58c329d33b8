/// A strip of a page as wide as its column, which no page break divides.
struct PaperSlab: Sendable {
    /// What the strip and its neighbours belong to: a list or a table.
    struct Container: Sendable, Equatable {
        /// Tells it from others of its kind.
        var number: Int
        /// What it is in the document's structure.
        var role: PaperRole
    }

    /// How much of the page it takes.
    var height: Double
    /// Its marks, the strip's upper left corner being (0, 0).
    var marks: [PaperMark] = []
    /// Whether it must not be the last strip of a page.
    var keepsWithNext = false
    /// Whether it only keeps others apart, and falls away at the top of a page.
    var isSpace = false
    /// What it belongs to.
    var container: Container?
    /// What stands above it where a page begins with it: a table's head.
    var repeated: [PaperSlab] = []

    /// The strip moved to the right.
    func indented(by x: Double) -> PaperSlab {
        var slab = self
        slab.marks = marks.map { $0.moved(x: x, y: 0) }
        slab.repeated = repeated.map { $0.indented(by: x) }
        return slab
    }

    /// Strips one under the other as one.
    static func joined(_ slabs: [PaperSlab]) -> PaperSlab {
        var result = PaperSlab(height: 0)
        var open: (container: Container, marks: [PaperMark])?
        func close() {
            guard let group = open else { return }
            result.marks.append(
                PaperMark(x: 0, y: 0, content: .group(group.marks, scale: 1), role: group.container.role))
            open = nil
        }
        for slab in slabs {
            let marks = slab.marks.map { $0.moved(x: 0, y: result.height) }
            if open?.container != slab.container { close() }
            if let container = slab.container {
                open = (container, (open?.marks ?? []) + marks)
            } else {
                result.marks += marks
            }
            result.height += slab.height
        }
        close()
        result.keepsWithNext = slabs.last?.keepsWithNext ?? false
        return result
    }

    /// The strip at a smaller size.
    func scaled(by scale: Double) -> PaperSlab {
        var slab = self
        slab.height *= scale
        slab.marks = [PaperMark(x: 0, y: 0, content: .group(marks, scale: scale))]
        return slab
    }
}
