/// A paragraph: its words, some of them bold, and its look.
struct PaperText: Sendable, Equatable {
    /// Words in one weight.
    struct Run: Sendable, Equatable {
        var words: String
        var isBold: Bool
    }

    /// The words in order; nothing in them moves the cursor or ends a line.
    private(set) var runs: [Run]
    /// The look.
    var style: PaperStyle

    /// Makes a paragraph in one weight.
    init(_ words: String, _ style: PaperStyle = .body) {
        runs = [Run(words: Self.printable(words), isBold: false)]
        self.style = style
    }

    /// Adds words.
    func adding(_ words: String, isBold: Bool = false) -> PaperText {
        var text = self
        text.runs.append(Run(words: Self.printable(words), isBold: isBold))
        return text
    }

    /// All words.
    var words: String { runs.map(\.words).joined() }

    /// Whether there is nothing to print.
    var isEmpty: Bool { runs.allSatisfy(\.words.isEmpty) }

    /// The words on one line, as `weeks 3–6`.
    ///
    /// - Parameter words: Few of them.
    /// - Returns: The same without places to break them at.
    static func unbroken(_ words: String) -> String {
        words.reduce(into: "") { result, character in
            switch character {
            case " ": result += "\u{A0}"
            case "–": result += "\u{2060}–\u{2060}"
            default: result.append(character)
            }
        }
    }

    /// A name from outside, which may run right to left, as it stands inside a sentence.
    static func name(_ name: String) -> String { "\u{2068}\(name)\u{2069}" }

    /// The paragraph without some characters.
    ///
    /// - Parameter isKept: Whether a character stays.
    /// - Returns: The paragraph.
    func filtered(_ isKept: (Character) -> Bool) -> PaperText {
        var text = self
        for index in runs.indices { text.runs[index].words.removeAll { !isKept($0) } }
        return text
    }

    /// Words without what ends a line, a paragraph or a run of the other direction.
    private static func printable(_ words: String) -> String {
        guard words.unicodeScalars.contains(where: moves) else { return words }
        var result = String.UnicodeScalarView()
        for scalar in words.unicodeScalars { result.append(moves(scalar) ? " " : scalar) }
        return String(result)
    }

    private static func moves(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0xFFF9...0xFFFC, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
