/// Checks that tags are nested and attributes quoted, as SVG in a page needs.
struct XMLCheck {
    /// Whether the text is well-formed.
    let isWellFormed: Bool

    /// Checks a text.
    init(_ text: String) {
        var open: [Substring] = []
        var rest = text[...]
        var isFine = true
        while let start = rest.firstIndex(of: "<") {
            guard let end = rest[start...].firstIndex(of: ">") else {
                isFine = false
                break
            }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.contains("<") || tag.count(where: { $0 == "\"" }) % 2 != 0 { isFine = false }
            if tag.hasPrefix("/") {
                if open.popLast() != tag.dropFirst() { isFine = false }
            } else if !tag.hasSuffix("/") {
                open.append(tag.prefix { $0 != " " })
            }
        }
        isWellFormed = isFine && open.isEmpty
    }
}
