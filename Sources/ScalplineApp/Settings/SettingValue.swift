import ClientRecords

/// What a setting is set to.
public enum SettingValue: Sendable, Equatable {
    /// A file or folder.
    case path(BytePath)
    /// A whole number.
    case whole(Int)
    /// A word.
    case word(String)
    /// True or false.
    case flag(Bool)

    /// The value as a person reads it.
    public var text: String {
        switch self {
        case .path(let path): path.text
        case .whole(let number): String(number)
        case .word(let word): word
        case .flag(let flag): flag ? "true" : "false"
        }
    }

    /// Words that mean yes and no; the same as in YAML.
    private static let flags = ["true": true, "yes": true, "on": true, "1": true]
        .merging(["false": false, "no": false, "off": false, "0": false]) { $1 }

    /// Reads a value.
    ///
    /// - Parameters:
    ///   - bytes: What stands in the environment or in the file.
    ///   - kind: What the setting holds.
    ///   - folder: What relative paths count from, or nil for the working folder.
    ///   - home: What `~` stands for, or nil.
    /// - Returns: nil where the bytes are no such value.
    static func reading(
        _ bytes: [UInt8], as kind: Setting.Kind, in folder: BytePath?, home: BytePath?
    ) -> SettingValue? {
        if kind == .path { return path(bytes, in: folder, home: home).map(SettingValue.path) }
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        switch kind {
        case .path: return nil
        case .whole(let range): return Int(text).flatMap { range.contains($0) ? .whole($0) : nil }
        case .choice(let words): return words.contains(text) ? .word(text) : nil
        case .flag: return flags[text.lowercased()].map(SettingValue.flag)
        case .word:
            let isWord = bytes.allSatisfy { byte in
                let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                return isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-")
            }
            return isWord ? .word(text) : nil
        }
    }

    /// What would be right, for messages.
    static func expected(_ kind: Setting.Kind) -> String {
        switch kind {
        case .path: "the path of a file or folder"
        case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .word: "a word of letters, digits and hyphens"
        case .choice(let words): "one of " + words.joined(separator: ", ")
        case .flag: "true or false"
        }
    }

    private static func path(_ bytes: [UInt8], in folder: BytePath?, home: BytePath?) -> BytePath? {
        guard !bytes.isEmpty, !bytes.contains(0) else { return nil }
        if bytes.first == UInt8(ascii: "/") { return BytePath(bytes: bytes) }
        if bytes.first == UInt8(ascii: "~"), let home {
            if bytes.count == 1 { return home }
            if bytes[1] == UInt8(ascii: "/") {
                return home.appending(BytePath(bytes: Array(bytes.dropFirst(2))))
            }
        }
        let path = BytePath(bytes: bytes)
        // A file in the working folder leaves its paths as they are written.
        guard let folder, folder != BytePath(".") else { return path }
        return folder.appending(path)
    }
}
