/// A path as the system keeps it: bytes, usually but not surely UTF-8.
public struct BytePath: Sendable, Equatable, Hashable, Comparable {
    /// The bytes, without the closing zero.
    public let bytes: [UInt8]

    /// Makes a path of its bytes.
    ///
    /// - Parameter bytes: Without the closing zero.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Makes a path of a text.
    ///
    /// - Parameter text: The path in UTF-8.
    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The path as text; bytes that are not UTF-8 stand as `%FF`.
    public var text: String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = ""
        var rest = bytes[...]
        while !rest.isEmpty {
            // The longest beginning of up to four bytes that is one whole character.
            let character = (1...min(4, rest.count)).reversed().lazy
                .compactMap { String(validating: rest.prefix($0), as: UTF8.self) }
                .first { $0.unicodeScalars.count == 1 }
            if let character {
                text += character
                rest = rest.dropFirst(character.utf8.count)
            } else {
                let digits = String(rest[rest.startIndex], radix: 16, uppercase: true)
                text += digits.count < 2 ? "%0\(digits)" : "%\(digits)"
                rest = rest.dropFirst()
            }
        }
        return text
    }

    /// The last part of the path, without slashes after it.
    public var lastName: BytePath {
        var bytes = bytes[...]
        while bytes.count > 1, bytes.last == Self.slash { bytes = bytes.dropLast() }
        guard let cut = bytes.lastIndex(of: Self.slash), bytes.count > 1 else {
            return BytePath(bytes: Array(bytes))
        }
        return BytePath(bytes: Array(bytes[(cut + 1)...]))
    }

    /// What stands behind the last dot of the path's last part; empty where there is no dot or nothing before it.
    public var fileExtension: String {
        let name = lastName.bytes
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return "" }
        return String(decoding: name[(dot + 1)...], as: UTF8.self)
    }

    /// The folder that holds the path's last part; `.` where the path has one part only.
    public var folder: BytePath {
        var bytes = bytes[...]
        while bytes.count > 1, bytes.last == Self.slash { bytes = bytes.dropLast() }
        guard let cut = bytes.lastIndex(of: Self.slash) else { return BytePath(".") }
        return BytePath(bytes: cut == bytes.startIndex ? [Self.slash] : Array(bytes[..<cut]))
    }

    /// The path of something in this folder.
    ///
    /// - Parameter name: A name or a path in the folder.
    /// - Returns: The joined path.
    public func appending(_ name: BytePath) -> BytePath {
        if bytes.isEmpty { return name }
        return BytePath(bytes: bytes + (bytes.last == Self.slash ? [] : [Self.slash]) + name.bytes)
    }

    /// The path of something in this folder.
    ///
    /// - Parameter name: A name or a path in the folder.
    /// - Returns: The joined path.
    public func appending(_ name: String) -> BytePath { appending(BytePath(name)) }

    /// Orders by bytes.
    public static func < (left: BytePath, right: BytePath) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    private static let slash = UInt8(ascii: "/")
}
