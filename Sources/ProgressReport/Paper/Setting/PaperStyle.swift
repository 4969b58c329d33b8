/// How a paragraph looks.
struct PaperStyle: Sendable, Equatable {
    /// Where its lines stand.
    enum Alignment: Int32, Sendable { case left, middle, right }

    /// The families of all text, in order of preference.
    ///
    /// Where none of them is there, or none has a letter, the
    /// system's own choice follows (DejaVu Sans on most); what no font has is left out.
    static let families =
        "Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, Noto Sans Symbols2, Noto Color Emoji, DejaVu Sans, sans-serif"

    /// Size of the letters in points.
    var size = 9.0
    /// Whether it is bold as a whole.
    var isBold = false
    /// Its colour.
    var colour = PaperPalette.text
    /// Distance of its lines over the font's own (Noto Sans is set wide: 1.36 of its size).
    var leading = 1.0
    /// Where its lines stand.
    var alignment = Alignment.left
    /// Lines at most, then an ellipsis; 0 for any number.
    var mostLines: Int32 = 0
    /// Whether it runs in the direction of its first letter, as a name does, else as the page does.
    var isOwnDirection = false

    /// Plain text.
    static let body = PaperStyle()
    /// Remarks.
    static let small = PaperStyle(size: 8, colour: PaperPalette.muted)
    /// Headings of sections.
    static let heading = PaperStyle(size: 13, isBold: true)
    /// Headings of parts and cards.
    static let part = PaperStyle(size: 9.5, isBold: true)

    /// The style with another colour.
    func coloured(_ colour: Studio.Colour) -> PaperStyle {
        var style = self
        style.colour = colour
        return style
    }

    /// The style with letters of another size.
    func sized(_ size: Double) -> PaperStyle {
        var style = self
        style.size = size
        return style
    }

    /// The style with its lines elsewhere.
    func aligned(_ alignment: Alignment) -> PaperStyle {
        var style = self
        style.alignment = alignment
        return style
    }

    /// The style cut after some lines.
    func cut(after lines: Int32) -> PaperStyle {
        var style = self
        style.mostLines = lines
        return style
    }
}
