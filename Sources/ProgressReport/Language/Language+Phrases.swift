extension Language {
    /// Whether there are words for a key.
    package func has(_ key: String) -> Bool { phrases[key] != nil }

    /// A sentence.
    ///
    /// - Parameters:
    ///   - key: A key of the language files; one that is not there is a fault of the program.
    ///   - values: What stands at its places.
    /// - Returns: The sentence.
    package func text(_ key: String, _ values: [String: String] = [:]) -> String {
        phrase(key).template(.other).text(values)
    }

    /// A sentence that a number decides on, which stands at its place `{count}`.
    ///
    /// - Parameters:
    ///   - key: A key of the language files; one that is not there is a fault of the program.
    ///   - count: The number, 0 or more.
    ///   - values: What stands at its other places.
    /// - Returns: The sentence in the number's form.
    package func text(_ key: String, count: Int, _ values: [String: String] = [:]) -> String {
        phrase(key).template(plurals.form(of: count)).text(
            values.merging(["count": numbers.whole(count)]) { own, _ in own })
    }

    /// A sentence as markup, its words escaped.
    ///
    /// - Parameters:
    ///   - key: A key of the language files; one that is not there is a fault of the program.
    ///   - values: What stands at its places.
    /// - Returns: The sentence.
    package func markup(_ key: String, _ values: [String: Markup]) -> Markup {
        phrase(key).template(.other).markup(values)
    }

    private func phrase(_ key: String) -> Phrase {
        guard let phrase = phrases[key] else { preconditionFailure("no words for \(key)") }
        return phrase
    }
}
