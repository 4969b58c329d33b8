import Foundation
import ScalplineApp

/// A key of the language files as the sources ask for it; what is put in by the program may be any name.
struct KeyPatterns {
    /// As it stands in the source.
    let text: String
    private let parts: [String]

    /// Whether a key may be meant.
    func matches(_ key: String) -> Bool {
        let names = key.split(separator: ".").map(String.init)
        return names.count == parts.count && zip(parts, names).allSatisfy { $0 == "*" || $0 == $1 }
    }

    /// All keys that the sources of the pages ask for.
    static func inSources() throws -> [KeyPatterns] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let groups = Set(english.phrases.keys.map { String($0.prefix { $0 != "." }) })
        var patterns: [KeyPatterns] = []
        for room in ["ProgressReport", "ScalplineApp"] {
            let files = FileManager.default.enumerator(
                at: root.appendingPathComponent(room), includingPropertiesForKeys: nil)
            for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
                let source = try String(contentsOf: file, encoding: .utf8)
                for group in groups {
                    for piece in source.components(separatedBy: "\"\(group).").dropFirst() {
                        patterns.append(KeyPatterns(group: group, literal: piece))
                    }
                }
            }
        }
        return patterns
    }

    /// Reads a literal up to its closing quote, over what is put in with `\( )`.
    private init(group: String, literal: String) {
        var told = group + "."
        var depth = 0
        var previous: Character = " "
        for character in literal {
            if depth == 0, character == "\"" { break }
            if character == "(", depth > 0 || previous == "\\" {
                if depth == 0 {
                    told.removeLast()
                    told += "*"
                }
                depth += 1
            } else if character == ")", depth > 0 {
                depth -= 1
            } else if depth == 0 {
                told.append(character)
            }
            previous = character
        }
        text = told
        parts = told.split(separator: ".").map { $0.contains("*") ? "*" : String($0) }
    }
}
