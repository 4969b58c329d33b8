extension Language {
    /// All that the language says, as one text: two languages with the same wording make the same pages.
    package var wording: String {
        var lines = [name, tag, "\(isRightToLeft)", "\(plurals)"] + months + shortMonths
        for (key, phrase) in phrases.sorted(by: { $0.key < $1.key }) {
            switch phrase {
            case .plain(let template): lines.append(key + ": " + template.source)
            case .byNumber(let forms):
                for (form, template) in forms.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                    lines.append(key + "." + form.rawValue + ": " + template.source)
                }
            }
        }
        return lines.joined(separator: "\n")
    }
}

extension PhraseTemplate {
    /// The sentence with its places in braces.
    fileprivate var source: String {
        text(Dictionary(places.map { ($0, "{\($0)}") }) { first, _ in first })
    }
}
