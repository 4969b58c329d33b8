/// A paragraph whose lines are broken: what it takes of the page is known.
struct ShapedText: Sendable {
    /// Which of the document's paragraphs it is; nil for one without words.
    let number: Int?
    /// Of each line its top below the first one's; one more for the last one's end.
    let tops: [Double]
    /// Width of the widest line.
    let width: Double
    /// Where the first line's letters stand below its top.
    let baseline: Double
    /// Its colour.
    let colour: Studio.Colour

    /// Nothing.
    static let empty = ShapedText(number: nil, tops: [0], width: 0, baseline: 0, colour: PaperPalette.text)

    /// How many lines there are.
    var lines: Int { tops.count - 1 }

    /// Height of some of its lines.
    func height(_ lines: Range<Int>) -> Double { tops[lines.upperBound] - tops[lines.lowerBound] }

    /// Height of all lines.
    var height: Double { tops[lines] }
}
