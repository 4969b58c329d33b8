/// Where a list or map in brackets stands in a text, and where its members do.
struct FlowSpan {
    /// A member of a list, or an entry of a map.
    struct Member {
        /// All of it, without the blanks around it.
        var range: Range<Int>
        /// What stands behind the colon, without blanks; empty where nothing does, nil without a colon.
        var value: Range<Int>?
    }

    /// The opening bracket.
    let open: Int
    /// The closing bracket.
    private(set) var close = 0
    /// What stands between, in order.
    private(set) var members: [Member] = []

    /// Reads a text from an opening bracket to its closing one; nil where it has no end, or keys that are marked by `?`.
    ///
    /// - Parameters:
    ///   - text: The text, valid YAML.
    ///   - open: Where `[` or `{` stands.
    init?(in text: [Unicode.Scalar], at open: Int) {
        self.open = open
        let closing: Unicode.Scalar = text[open] == "[" ? "]" : "}"
        var place = open + 1
        var start: Int?
        var end = place
        var colon: Int?
        // A quote opens a text at the beginning of a key or value alone.
        var isAtToken = true
        // Behind such a key a colon needs no blank.
        var hasClosedKey = false
        func finished() -> Member? {
            guard let start else { return nil }
            let value = colon.map { colon -> Range<Int> in
                let first = text[colon..<max(colon, end)].firstIndex { !YAMLText.isSpace($0) }
                return first.map { $0..<end } ?? colon..<colon
            }
            return Member(range: start..<end, value: value)
        }
        while place < text.count {
            let character = text[place]
            let next = place + 1 < text.count ? text[place + 1] : "\n"
            if YAMLText.isSpace(character) {
                place += 1
            } else if character == "#", YAMLText.isSpace(text[place - 1]) {
                while place < text.count, !YAMLText.isBreak(text[place]) { place += 1 }
            } else if character == closing || character == "," {
                if let member = finished() { members.append(member) }
                if character == closing {
                    close = place
                    return
                }
                (start, colon, isAtToken, hasClosedKey) = (nil, nil, true, false)
                place += 1
            } else {
                if start == nil { start = place }
                if character == "[" || character == "{" {
                    guard let inner = FlowSpan(in: text, at: place) else { return nil }
                    place = inner.close + 1
                    (isAtToken, hasClosedKey) = (false, true)
                } else if character == ":", colon == nil,
                    hasClosedKey || YAMLText.isSpace(next) || ",[]{}".unicodeScalars.contains(next)
                {
                    place += 1
                    (colon, isAtToken) = (place, true)
                } else if isAtToken, character == "\"" || character == "'" {
                    guard let quoted = Self.end(ofQuoted: text, at: place) else { return nil }
                    place = quoted
                    (isAtToken, hasClosedKey) = (false, true)
                } else if isAtToken, character == "&" || character == "!" {
                    while place < text.count, !YAMLText.isSpace(text[place]), text[place] != closing,
                        text[place] != ","
                    {
                        place += 1
                    }
                } else if isAtToken, character == "?", YAMLText.isSpace(next) {
                    return nil
                } else {
                    place += 1
                    isAtToken = false
                }
                end = place
            }
        }
        return nil
    }

    /// Where a quoted text ends.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - start: Its opening quote.
    /// - Returns: The place behind its closing quote, or nil where it has none.
    static func end(ofQuoted text: [Unicode.Scalar], at start: Int) -> Int? {
        let quote = text[start]
        var place = start + 1
        while place < text.count {
            if text[place] == "\\", quote == "\"" {
                place += 2
            } else if text[place] == quote {
                guard quote == "'", place + 1 < text.count, text[place + 1] == quote else { return place + 1 }
                place += 2
            } else {
                place += 1
            }
        }
        return nil
    }
}
