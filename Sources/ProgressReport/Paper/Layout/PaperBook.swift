/// Pages with their furniture, drawn into a document.
struct PaperBook {
    /// What stands on every page but the first, and what tells its number.
    struct Furniture {
        /// Above: to the left and to the right.
        var head: (left: PaperText, right: PaperText)
        /// Below.
        var foot: PaperText
        /// A page's number in words.
        var number: (_ page: Int, _ count: Int) -> PaperText
    }

    /// Room from the running head's top to the page's inner part.
    static let headHeight = 24.0
    /// Room from the page's inner part to the foot.
    private static let footGap = 12.0

    private let layout: PaperLayout
    private let sheet: PaperSheet
    private let furniture: Furniture

    /// Makes a book.
    init(layout: PaperLayout, sheet: PaperSheet, furniture: Furniture) {
        self.layout = layout
        self.sheet = sheet
        self.furniture = furniture
    }

    /// Height that a foot takes.
    static func footHeight(_ foot: PaperText, sheet: PaperSheet, document: PaperDocument) -> Double {
        document.shaped(foot, width: footWidth(sheet)).height + footGap
    }

    /// The foot leaves this much for the page's number.
    private static let numberWidth = 76.0

    private static func footWidth(_ sheet: PaperSheet) -> Double { sheet.innerWidth - numberWidth }

    /// Draws all pages.
    ///
    /// - Parameters:
    ///   - first: The first page, without a running head.
    ///   - pages: The others.
    func draw(first: PaperSlab, pages: [[PaperPages.Item]]) {
        let count = pages.count + 1
        drawItems(first.marks.map { .mark($0) }, y: sheet.top)
        drawFoot(1, of: count, role: .paragraph)
        for (index, page) in pages.enumerated() {
            layout.document.nextPage()
            drawHead()
            drawItems(page, y: sheet.top + Self.headHeight)
            drawFoot(index + 2, of: count, role: nil)
        }
    }

    private func drawItems(_ items: [PaperPages.Item], y: Double) {
        for item in items {
            switch item {
            case .mark(let mark): mark.moved(x: sheet.side, y: y).draw(on: layout.document)
            case .opening(let role): layout.document.open(role)
            case .closing(let role): layout.document.close(role)
            }
        }
    }

    private func drawHead() {
        let document = layout.document
        let right = document.shaped(furniture.head.right)
        let left = document.shaped(
            furniture.head.left, width: max(sheet.innerWidth - right.width - 12, sheet.innerWidth / 3))
        document.draw(left, lines: 0..<left.lines, x: sheet.side, y: sheet.top)
        document.draw(
            right, lines: 0..<right.lines, x: sheet.width - sheet.side - right.width, y: sheet.top)
        drawRule(y: sheet.top + Self.headHeight - 9)
    }

    private func drawFoot(_ page: Int, of count: Int, role: PaperRole?) {
        let document = layout.document
        let words = document.shaped(furniture.foot, width: Self.footWidth(sheet))
        let number = document.shaped(furniture.number(page, count))
        let top = sheet.height - sheet.bottom - words.height
        drawRule(y: top - 4)
        PaperMark(x: sheet.side, y: top, content: .text(words, lines: 0..<words.lines), role: role)
            .draw(on: document)
        document.draw(
            number, lines: 0..<number.lines, x: sheet.width - sheet.side - number.width, y: top)
    }

    private func drawRule(y: Double) {
        layout.document.draw(
            .line(
                [
                    PaperShape.Place(x: sheet.side, y: y),
                    PaperShape.Place(x: sheet.width - sheet.side, y: y),
                ], pen: PaperShape.Pen(colour: PaperPalette.rule, width: 0.75)))
    }
}
