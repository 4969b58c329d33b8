/// What charts on paper are drawn with: lines of the page's charts, and words measured by the document.
struct PaperPen {
    /// Size of a chart's labels, in its units.
    static let labelSize = 10.0
    /// Size of a chart's small words.
    static let smallSize = 8.5

    let document: PaperDocument
    let palette: PaperPalette

    /// A straight line.
    func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: Studio.Colour, _ width: Double,
        dash: Double = 0, gap: Double = 0
    ) -> PaperShape {
        .line(
            [PaperShape.Place(x: x1, y: y1), PaperShape.Place(x: x2, y: y2)],
            pen: PaperShape.Pen(colour: colour, width: width, dash: dash, gap: gap))
    }

    /// A word on a line.
    func word(
        _ words: String, _ x: Double, _ y: Double, _ alignment: PaperStyle.Alignment, isSmall: Bool = false
    ) -> PaperShape {
        let style = PaperStyle(
            size: isSmall ? Self.smallSize : Self.labelSize,
            colour: isSmall ? PaperPalette.muted : PaperPalette.text)
        return .word(document.shaped(PaperText(words, style)), PaperShape.Place(x: x, y: y), alignment)
    }

    /// A value's mark, whose shape tells its verdict.
    func mark(_ status: ChartMark, _ x: Double, _ y: Double) -> PaperShape {
        let place = PaperShape.Place(x: x, y: y)
        let off = PaperShape.Pen(colour: PaperPalette.text, width: 1)
        switch status {
        case .within:
            return .circle(
                place, radius: 3.5, fill: PaperPalette.bar,
                pen: PaperShape.Pen(colour: PaperPalette.white, width: 1))
        case .open:
            return .circle(
                place, radius: 3.5, fill: PaperPalette.white,
                pen: PaperShape.Pen(colour: PaperPalette.bar, width: 1.5))
        case .above:
            return triangle(x, y - 5.5, 9, pen: off)
        case .below:
            return triangle(x, y + 5.5, -9, pen: off)
        case .square:
            return .rectangle(
                x: x - 3.5, y: y - 3.5, width: 7, height: 7, fill: PaperPalette.white,
                pen: PaperShape.Pen(colour: PaperPalette.bar, width: 1.5))
        }
    }

    private func triangle(_ x: Double, _ y: Double, _ height: Double, pen: PaperShape.Pen) -> PaperShape {
        .line(
            [
                PaperShape.Place(x: x, y: y), PaperShape.Place(x: x + 5, y: y + height),
                PaperShape.Place(x: x - 5, y: y + height),
            ], isClosed: true, fill: PaperPalette.signal, pen: pen)
    }
}
