/// Arguments as texts that keep every byte.
///
/// An argument is bytes, and Swift's texts are Unicode: bytes that are not UTF-8 would be replaced and name another file.
/// Each such byte stands as a character of its own from a private range that no name uses (U+10FF00 and the byte), as
/// Python's `surrogateescape` has it; a character of that range that does occur is kept byte by byte as well. Options
/// and words are never affected; paths are turned back by `BytePath(argument:)`.
enum ArgumentBytes {
    /// First of the private characters that stand for a byte.
    private static let first: UInt32 = 0x10FF00
    private static let range = first...first + 0xFF

    /// The arguments of this process, without the program's name.
    static var ofProcess: [String] {
        // The system's own list of `argc` texts, each closed by a zero, lives as long as the process.
        let count = Int(CommandLine.argc)
        let list = unsafe CommandLine.unsafeArgv
        return (1..<max(count, 1)).compactMap { index in
            unsafe list[index].map { start in
                var bytes: [UInt8] = []
                var place = unsafe start
                while unsafe place.pointee != 0 {
                    unsafe bytes.append(UInt8(bitPattern: place.pointee))
                    unsafe place += 1
                }
                return text(keeping: bytes)
            }
        }
    }

    /// A text that keeps some bytes.
    ///
    /// - Parameter bytes: Any bytes.
    /// - Returns: The text; the bytes' own where they are UTF-8 without characters of the private range.
    static func text(keeping bytes: [UInt8]) -> String {
        if let whole = String(validating: bytes, as: UTF8.self),
            !whole.unicodeScalars.contains(where: { range.contains($0.value) })
        {
            return whole
        }
        var text = String.UnicodeScalarView()
        var rest = bytes[...]
        while let byte = rest.first {
            let character = (1...min(4, rest.count)).lazy
                .compactMap { String(validating: rest.prefix($0), as: UTF8.self)?.unicodeScalars.first }.first
            if let character, !range.contains(character.value) {
                text.append(character)
                rest = rest.dropFirst(String(Character(character)).utf8.count)
            } else {
                if let kept = Unicode.Scalar(first + UInt32(byte)) { text.append(kept) }
                rest = rest.dropFirst()
            }
        }
        return String(text)
    }

    /// The bytes that a text keeps.
    ///
    /// - Parameter text: A text of ``text(keeping:)``.
    /// - Returns: The bytes that it was made of.
    static func bytes(of text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar in
            range.contains(scalar.value)
                ? [UInt8(scalar.value - first)] : Array(String(Character(scalar)).utf8)
        }
    }
}
