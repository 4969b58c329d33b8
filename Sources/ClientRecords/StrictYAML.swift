import Yams

/// A YAML value with its key, read by rules that refuse what they do not know.
///
/// Scalars are read from their text, not through YAML's own guesses: `2026-03-04` is a date whether it is quoted
/// or not. An empty value or `null` counts as not given.
package struct StrictYAML {
    /// The key that holds the value, as messages name it.
    package let key: String
    /// The line of the value, 1 first.
    package let line: Int
    private let node: Node

    /// Reads the one document of a text.
    ///
    /// - Parameters:
    ///   - text: The file's text.
    ///   - key: What messages call the whole file.
    /// - Returns: The root, or nil where the text holds no value.
    /// - Throws: ``RecordFileError/syntax(line:problem:)``, ``RecordFileError/duplicateKey(line:key:)``.
    package static func root(of text: String, key: String = "the file") throws(RecordFileError) -> StrictYAML?
    {
        do {
            guard let node = try Yams.compose(yaml: text) else { return nil }
            let root = StrictYAML(key: key, node: node, line: 1)
            return root.isNull ? nil : root
        } catch let error as YamlError {
            throw Self.translated(error)
        } catch {
            throw .syntax(line: 1, problem: "cannot be parsed")
        }
    }

    private init(key: String, node: Node, line: Int) {
        self.key = key
        self.node = node
        self.line = node.mark?.line ?? line
    }

    /// Whether the value is empty or `null`.
    package var isNull: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
            return false
        }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// Whether the value is a map.
    package var isMap: Bool { node.mapping != nil }

    /// The text of a scalar, or nil for a map or a list.
    package var scalarText: String? { node.scalar?.string }

    /// The entries of a map whose keys are all known; those without a value are left out.
    ///
    /// - Parameter known: The keys that mean something here.
    /// - Returns: The values by key.
    /// - Throws: ``RecordFileError/unknownKey(line:key:known:)``, ``RecordFileError/badValue(line:key:found:expected:)``.
    package func map(known: [String]) throws(RecordFileError) -> [String: StrictYAML] {
        var values: [String: StrictYAML] = [:]
        for entry in try entries() {
            guard known.contains(entry.name) else {
                throw .unknownKey(line: entry.line, key: Self.shortened(entry.name), known: known)
            }
            if !entry.value.isNull { values[entry.name] = entry.value }
        }
        return values
    }

    /// The entries of a map with names of the writer's choice, in the file's order.
    ///
    /// - Throws: ``RecordFileError/badValue(line:key:found:expected:)`` where this is no map.
    package func entries() throws(RecordFileError) -> [(name: String, line: Int, value: StrictYAML)] {
        // What stands there instead may be a note with a client's name: it is not repeated.
        guard let mapping = node.mapping else { throw bad("a map (key: value)", showing: false) }
        var found: [(name: String, line: Int, value: StrictYAML)] = []
        for pair in mapping {
            let keyLine = pair.key.mark?.line ?? line
            guard let name = pair.key.scalar?.string else {
                throw .badValue(line: keyLine, key: key, found: "", expected: "plain words as keys")
            }
            let value = StrictYAML(key: Self.shortened(name), node: pair.value, line: keyLine)
            found.append((name, keyLine, value))
        }
        return found
    }

    /// The members of a list.
    ///
    /// - Parameter expected: What messages say was expected.
    /// - Returns: One value a member, in the file's order.
    /// - Throws: ``RecordFileError/badValue(line:key:found:expected:)`` where this is no list.
    package func list(expected: String) throws(RecordFileError) -> [StrictYAML] {
        guard let sequence = node.sequence else { throw bad(expected) }
        return sequence.map { StrictYAML(key: key, node: $0, line: line) }
    }

    /// A line of text.
    ///
    /// - Throws: ``RecordFileError/badValue(line:key:found:expected:)`` for lists, maps and texts that are too long.
    package func text() throws(RecordFileError) -> String {
        guard let scalar = node.scalar else { throw bad("text", showing: false) }
        guard scalar.string.unicodeScalars.count <= Self.longestText else {
            throw bad("at most \(Self.longestText) characters", showing: false)
        }
        return scalar.string
    }

    /// A finite number.
    ///
    /// - Parameters:
    ///   - expected: What messages say was expected.
    ///   - accept: Whether a number is possible here.
    /// - Returns: The number.
    /// - Throws: ``RecordFileError/badValue(line:key:found:expected:)``.
    package func number(
        expected: String, where accept: (Double) -> Bool = { _ in true }
    ) throws(RecordFileError) -> Double {
        guard let scalar = node.scalar, let value = Double(scalar.string), value.isFinite, accept(value)
        else {
            throw bad(expected)
        }
        return value
    }

    /// True or false.
    ///
    /// - Throws: ``RecordFileError/badValue(line:key:found:expected:)``.
    package func bool() throws(RecordFileError) -> Bool {
        switch node.scalar?.string.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default: throw bad("true or false")
        }
    }

    /// The error for this value.
    ///
    /// - Parameters:
    ///   - expected: What would have been right.
    ///   - showing: Whether the message repeats what stands there.
    /// - Returns: The error, to throw.
    package func bad(_ expected: String, showing: Bool = true) -> RecordFileError {
        var found = ""
        if showing {
            switch node {
            case .scalar(let scalar): found = "\"\(Self.shortened(scalar.string))\""
            case .sequence: found = "a list"
            case .mapping: found = "a map"
            case .alias: found = "an alias"
            }
        }
        return .badValue(line: line, key: key, found: found, expected: expected)
    }

    /// Longer texts are no names, notes or pigments but an accident.
    private static let longestText = 10_000
    /// Messages repeat no more than this of what stands in a file.
    private static let longestEcho = 60

    private static func shortened(_ text: String) -> String {
        let clean = text.unicodeScalars.prefix(longestEcho).map { scalar in
            scalar.value < 32 || scalar.value == 127 ? " " : String(scalar)
        }
        return clean.joined() + (text.unicodeScalars.count > longestEcho ? "…" : "")
    }

    /// Yams' own descriptions repeat the file's lines, which may hold a client's name: only the problem is kept.
    private static func translated(_ error: YamlError) -> RecordFileError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return .syntax(line: mark.line, problem: problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            return .duplicateKey(line: context.mark.line, key: shortened(duplicates.first ?? ""))
        case .reader(let problem, let offset, _, let text):
            let before = text.utf8.prefix(offset ?? 0)
            return .syntax(line: 1 + before.count { $0 == 10 }, problem: problem)
        default:
            return .syntax(line: 1, problem: "cannot be parsed")
        }
    }
}
