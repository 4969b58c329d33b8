/// A sentence with named places in braces, as `Newest photo {date}`.
package struct PhraseTemplate: Sendable, Equatable {
    private enum Part: Sendable, Equatable {
        case words(String)
        case place(String)
    }

    private let parts: [Part]

    /// Reads a template; nil where a brace stands alone or holds something else than a name.
    ///
    /// - Parameter text: The sentence; a name in braces has letters alone.
    package init?(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else { return nil }
            let name = rest[rest.index(after: open)..<close]
            guard !name.isEmpty, name.utf8.allSatisfy({ (97...122).contains($0) }) else { return nil }
            if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
            parts.append(.place(String(name)))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
        self.parts = parts
    }

    /// The names of its places.
    package var places: Set<String> {
        Set(parts.compactMap { if case .place(let name) = $0 { name } else { nil } })
    }

    /// The sentence with its places filled.
    ///
    /// - Parameter values: What stands at each place, by its name; one that is missing is a fault of the program.
    /// - Returns: The sentence.
    func text(_ values: [String: String]) -> String {
        parts.reduce(into: "") { text, part in
            switch part {
            case .words(let words): text += words
            case .place(let name): text += Self.value(name, in: values)
            }
        }
    }

    /// The sentence as markup, its own words escaped.
    ///
    /// - Parameter values: What stands at each place, by its name; one that is missing is a fault of the program.
    /// - Returns: The sentence.
    func markup(_ values: [String: Markup]) -> Markup {
        parts.reduce(into: Markup()) { markup, part in
            switch part {
            case .words(let words): markup += "\(words)"
            case .place(let name): markup += Self.value(name, in: values)
            }
        }
    }

    private static func value<Value>(_ name: String, in values: [String: Value]) -> Value {
        guard let value = values[name] else { preconditionFailure("nothing to put in at {\(name)}") }
        return value
    }
}
