extension PaperText {
    /// Takes over a sentence of the pages: what is bold in it stays bold, names keep their direction, all other
    /// elements leave their words.
    ///
    /// - Parameters:
    ///   - markup: A sentence, not a block of several.
    ///   - style: The look.
    init(_ markup: Markup, _ style: PaperStyle = .body) {
        self.init("", style)
        var isBold = false
        var rest = Substring(markup.text)
        while !rest.isEmpty {
            let words = rest.prefix { $0 != "<" }
            if !words.isEmpty { self = adding(Self.unescaped(words), isBold: isBold) }
            rest = rest.dropFirst(words.count)
            guard let end = rest.firstIndex(of: ">") else { break }
            switch rest[...end] {
            case "<b>": isBold = true
            case "</b>": isBold = false
            case "<bdi>": self = adding("\u{2068}", isBold: isBold)
            case "</bdi>": self = adding("\u{2069}", isBold: isBold)
            case "<br>": self = adding(" ", isBold: isBold)
            default: break
            }
            rest = rest[rest.index(after: end)...]
        }
    }

    /// What ``Markup`` escapes, as it was.
    private static func unescaped(_ words: Substring) -> String {
        guard words.contains("&") else { return String(words) }
        var result = ""
        var rest = words
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            rest = rest[start...]
            let known = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            guard let (name, character) = known.first(where: { rest.hasPrefix($0.0) }) else {
                result.append("&")
                rest = rest.dropFirst()
                continue
            }
            result += character
            rest = rest.dropFirst(name.count)
        }
        return result + rest
    }
}
