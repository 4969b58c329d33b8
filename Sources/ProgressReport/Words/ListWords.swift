/// Several words in a row.
package struct ListWords: Sendable {
    let language: Language

    /// Words joined as a sentence does, as `redness, scabs and darkness`.
    package func and(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return language.text("lists.and", ["first": commas(Array(words.dropLast())), "last": last])
    }

    /// Words with commas between them; those that are nil left out.
    package func commas(_ words: [String?]) -> String { joined(words.compactMap { $0 }, by: "lists.comma") }

    /// Words joined two by two by a phrase with the places `{first}` and `{next}`.
    func joined(_ words: [String], by key: String) -> String {
        guard let first = words.first else { return "" }
        return words.dropFirst().reduce(first) { language.text(key, ["first": $0, "next": $1]) }
    }

    /// Whole sentences, one after the other; those that are nil left out.
    package func sentences(_ sentences: [String?]) -> String {
        sentences.compactMap { $0 }.joined(separator: " ")
    }
}
