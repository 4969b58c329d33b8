import ClientRecords
import Foundation
import ProgressReport

/// A file with all words of the reports in one language, which a studio may write for itself.
package enum LanguageFile {
    /// A language's file is a few hundred sentences; what is larger was never meant to be one.
    private static let largestFile = 1_000_000

    /// A language's file, read.
    package struct Loaded: Sendable, Equatable {
        /// The language.
        package var language: Language
        /// The keys that the file leaves out, in order; English stands in for them.
        package var missing: [String]
        /// The file's text.
        package var text: String
    }

    /// Reads a language that comes with the program.
    ///
    /// - Parameters:
    ///   - name: Its tag, as `de`.
    ///   - english: What its keys and places are held against; nil for English itself.
    /// - Returns: The language.
    /// - Throws: `RecordFileError`.
    package static func bundled(_ name: String, against english: Language?) throws(RecordFileError) -> Loaded
    {
        let url = Bundle.module.url(forResource: "Languages/\(name)", withExtension: "yaml")
        guard let text = try RecordText.load(BytePath(url?.path ?? ""), largest: largestFile) else {
            throw .unreadable(problem: "not there")
        }
        return try read(text, against: english)
    }

    /// Reads a studio's own language file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - english: What stands in for missing keys, and what keys and places are held against.
    /// - Returns: The language, and which keys are missing; nil where there is no such file.
    /// - Throws: `RecordFileError` with the line that is wrong.
    package static func load(from path: BytePath, against english: Language) throws(RecordFileError)
        -> Loaded?
    {
        guard let text = try RecordText.load(path, largest: largestFile) else { return nil }
        return try read(text, against: english)
    }

    /// Reads a language's text.
    ///
    /// - Parameters:
    ///   - text: The file's text.
    ///   - english: What stands in for missing keys, and what keys and places are held against; nil for English itself.
    /// - Returns: The language, and which keys are missing.
    /// - Throws: `RecordFileError` with the line of the first thing that is wrong: a key that English does not have, a
    ///   place that its sentence does not have or lacks, a form that the language's numbers do not know.
    package static func read(_ text: String, against english: Language?) throws(RecordFileError) -> Loaded {
        guard let root = try StrictYAML.root(of: text) else { throw .missingKey(line: 1, key: "language") }
        let top = try root.map(
            known: ["language", "tag", "direction", "plurals", "months", "shortMonths", "phrases"])
        func needed(_ key: String) throws(RecordFileError) -> StrictYAML {
            guard let value = top[key] else { throw .missingKey(line: root.line, key: key) }
            return value
        }
        let plurals = try needed("plurals")
        guard let rule = PluralRule(rawValue: try plurals.text()) else {
            throw plurals.bad("one of " + PluralRule.allCases.map(\.rawValue).joined(separator: ", "))
        }
        var reader = PhraseReader(rule: rule, english: english)
        if let phrases = top["phrases"] { try reader.read(phrases, under: []) }
        let language = Language(
            name: try needed("language").text(), tag: try tag(needed("tag")),
            isRightToLeft: try top["direction"].map(isRightToLeft) ?? false,
            months: try months(needed("months")), shortMonths: try months(needed("shortMonths")),
            plurals: rule, phrases: reader.phrases, fallback: english)
        let missing = (english?.phrases.keys.filter { reader.phrases[$0] == nil } ?? []).sorted()
        return Loaded(language: language, missing: missing, text: text)
    }

    private static func tag(_ value: StrictYAML) throws(RecordFileError) -> String {
        let tag = try value.text()
        guard tag.wholeMatch(of: /[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*/) != nil else {
            throw value.bad("a language's tag, as de or pt-BR")
        }
        return tag
    }

    private static func isRightToLeft(_ value: StrictYAML) throws(RecordFileError) -> Bool {
        switch try value.text() {
        case "ltr": return false
        case "rtl": return true
        default: throw value.bad("ltr or rtl")
        }
    }

    private static func months(_ value: StrictYAML) throws(RecordFileError) -> [String] {
        let expected = "the twelve months: [January, February, …]"
        var months: [String] = []
        for month in try value.list(expected: expected) { months.append(try month.text()) }
        guard months.count == 12 else { throw value.bad(expected) }
        return months
    }
}
