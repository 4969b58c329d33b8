import ClientRecords
import ProgressReport

/// Reads the sentences of a language file, group by group.
struct PhraseReader {
    /// Which forms a sentence may have.
    let rule: PluralRule
    /// What keys and places are held against; nil for English itself.
    let english: Language?
    /// What was read, by key.
    private(set) var phrases: [String: Phrase] = [:]

    /// Reads from nothing.
    init(rule: PluralRule, english: Language?) {
        self.rule = rule
        self.english = english
    }

    /// Reads a group.
    ///
    /// - Parameters:
    ///   - group: A map of sentences and further groups.
    ///   - path: The names that lead to it.
    /// - Throws: `RecordFileError` with the line of the first thing that is wrong.
    mutating func read(_ group: StrictYAML, under path: [String]) throws(RecordFileError) {
        let known = names(under: path)
        for entry in try group.entries() where !entry.value.isNull {
            let place = path + [entry.name]
            let key = place.joined(separator: ".")
            if let known, !known.contains(entry.name) {
                throw .unknownKey(line: entry.line, key: entry.name, known: known)
            }
            if entry.value.isMap, try !isByNumber(entry.value, key: key) {
                try read(entry.value, under: place)
                continue
            }
            if let english, !english.has(key) {
                throw entry.value.bad("a group of sentences: \(names(under: place)?.first ?? "…"): \"…\"")
            }
            phrases[key] = try phrase(entry.value, key: key)
        }
    }

    /// Whether a map holds the forms of one sentence, not a group.
    private func isByNumber(_ value: StrictYAML, key: String) throws(RecordFileError) -> Bool {
        if let english { return english.has(key) }
        return try value.entries().allSatisfy { PluralForm(rawValue: $0.name) != nil }
    }

    private func phrase(_ value: StrictYAML, key: String) throws(RecordFileError) -> Phrase {
        let model = english?.phrases[key]
        guard value.isMap else {
            if case .byNumber = model {
                throw value.bad(
                    "a sentence for each of " + rule.forms.map(\.rawValue).joined(separator: ", "))
            }
            return .plain(try template(value, places: model?.places, mayLack: []))
        }
        if case .plain = model { throw value.bad("one sentence in quotes") }
        var forms: [PluralForm: PhraseTemplate] = [:]
        for (name, form) in try value.map(known: rule.forms.map(\.rawValue)) {
            guard let known = PluralForm(rawValue: name) else { continue }
            // "once" and "one month" need no number.
            forms[known] = try template(
                form, places: model.map { $0.places.union(["count"]) }, mayLack: ["count"])
        }
        guard forms[.other] != nil else { throw .missingKey(line: value.line, key: "other") }
        return .byNumber(forms)
    }

    private func template(
        _ value: StrictYAML, places: Set<String>?, mayLack: Set<String>
    ) throws(RecordFileError) -> PhraseTemplate {
        guard let template = PhraseTemplate(try value.text()) else {
            throw value.bad("braces in pairs, each with a name between them: {date}")
        }
        guard let places else { return template }
        let isWhole = template.places.isSuperset(of: places.subtracting(mayLack))
        guard isWhole, template.places.isSubset(of: places) else {
            let names = places.sorted().map { "{\($0)}" }.joined(separator: ", ")
            throw value.bad(places.isEmpty ? "no place in braces" : "the places \(names)")
        }
        return template
    }

    /// What may stand in a group; nil where anything may.
    private func names(under path: [String]) -> [String]? {
        guard let english else { return nil }
        let start = path.map { $0 + "." }.joined()
        var names: Set<String> = []
        for key in english.phrases.keys where key.hasPrefix(start) {
            names.insert(String(key.dropFirst(start.count).prefix { $0 != "." }))
        }
        return names.sorted()
    }
}
