/// What is wrong with a file that a person wrote (`client.yaml`, the curve's file), and in which line.
public enum RecordFileError: Error, Equatable, Sendable {
    /// The file could not be opened or read.
    case unreadable(problem: String)
    /// The file is larger than such a file can be.
    case tooLarge(bytes: Int, limit: Int)
    /// The file is not text in UTF-8.
    case notText
    /// The file is not YAML.
    case syntax(line: Int, problem: String)
    /// A key that means nothing here.
    case unknownKey(line: Int, key: String, known: [String])
    /// A key that stands twice in one map.
    case duplicateKey(line: Int, key: String)
    /// A key that has to be there and is not.
    case missingKey(line: Int, key: String)
    /// A value of the wrong kind or outside what is possible.
    case badValue(line: Int, key: String, found: String, expected: String)

    /// The line that is wrong, 1 first, or nil where no single line is.
    public var line: Int? {
        switch self {
        case .unreadable, .tooLarge, .notText: nil
        case .syntax(let line, _), .unknownKey(let line, _, _), .duplicateKey(let line, _),
            .missingKey(let line, _), .badValue(let line, _, _, _):
            line
        }
    }

    /// What happened and how to mend it.
    ///
    /// - Parameter file: The file's name, to begin the sentence with.
    /// - Returns: One or two sentences.
    public func message(file: String) -> String {
        let place = line.map { "\(file), line \($0)" } ?? file
        switch self {
        case .unreadable(let problem):
            return "\(place): cannot be read (\(problem)). Check that it is a file that you may read."
        case .tooLarge(let bytes, let limit):
            return "\(place): \(bytes) bytes are too many (at most \(limit)). "
                + "Keep only the keys that are known."
        case .notText:
            return "\(place): not text in UTF-8. Save it again as UTF-8 in a text editor."
        case .syntax(_, let problem):
            return "\(place): not YAML (\(problem)). Check indentation, quotes, brackets and colons there."
        case .unknownKey(_, let key, let known):
            return "\(place): unknown key \"\(key)\"\(guess(key, known)). Known here: "
                + "\(known.joined(separator: ", ")). Correct or remove it."
        case .duplicateKey(_, let key):
            return "\(place): \"\(key)\" stands more than once. Keep one of them."
        case .missingKey(_, let key):
            return "\(place): \"\(key)\" is missing. Add it."
        case .badValue(_, let key, let found, let expected):
            let shown = found.isEmpty ? "" : " is \(found);"
            return "\(place): \"\(key)\"\(shown) expected \(expected)."
        }
    }

    private func guess(_ key: String, _ known: [String]) -> String {
        let plain = key.lowercased()
        let near = known.first { name in
            let other = name.lowercased()
            return other == plain || other.hasPrefix(plain) || plain.hasPrefix(other)
        }
        return near.map { ", did you mean \"\($0)\"?" } ?? ""
    }
}
