/// What Cairo leaves out of a tagged PDF, added behind its end as an incremental update (ISO 32000-1, 7.5.6):
/// the document's language, that it is tagged, and what its figures show.
///
/// Cairo 1.16 writes PDF 1.4 with a plain table of places; a file that looks otherwise is left as it is.
struct PDFAmendment {
    private static let placeLength = 20

    private let bytes: [UInt8]
    private let places: [Int]
    private let table: Int
    private let root: Int
    private let info: Int

    /// Reads where a document's objects lie; nil where it looks otherwise than Cairo's.
    ///
    /// - Parameter bytes: A PDF of Cairo's.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard let end = Self.last("startxref\n", in: bytes),
            let table = Self.number(in: bytes, at: end + 10), table >= 0, table + 5 < bytes.count,
            bytes[table...].starts(with: Array("xref\n0 ".utf8)),
            let count = Self.number(in: bytes, at: table + 7), count > 0,
            let line = bytes[(table + 7)...].firstIndex(of: UInt8(ascii: "\n")),
            line + 1 + count * Self.placeLength <= bytes.count
        else { return nil }
        self.table = table
        var places: [Int] = []
        for object in 0..<count {
            guard let place = Self.number(in: bytes, at: line + 1 + object * Self.placeLength) else {
                return nil
            }
            places.append(place)
        }
        self.places = places
        let trailer = bytes[(line + 1 + count * Self.placeLength)...]
        func reference(_ key: String) -> Int? {
            Self.first(key, in: trailer).flatMap { Self.number(in: bytes, at: $0 + key.utf8.count) }
        }
        guard let root = reference("/Root "), let info = reference("/Info "), places.indices.contains(root)
        else { return nil }
        (self.root, self.info) = (root, info)
    }

    /// The document with what was left out.
    ///
    /// - Parameters:
    ///   - language: As `en`.
    ///   - alternatives: What each figure shows, in the order in which they were drawn.
    ///   - hasDate: Whether the date of creation stays; where none was given it is that of the clock.
    /// - Returns: The file's bytes.
    func amended(language: String, alternatives: [String], hasDate: Bool) -> [UInt8] {
        var result = hasDate ? bytes : withoutDate()
        if result.last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
        var added: [(object: Int, place: Int)] = []
        func add(_ object: Int, _ entries: String) {
            guard let text = withEntries(entries, object: object) else { return }
            added.append((object, result.count))
            result += text
        }
        for (object, words) in zip(figures, alternatives) { add(object, "   /Alt \(Self.text(words))\n") }
        add(
            root,
            "   /Lang \(Self.text(language))\n   /MarkInfo << /Marked true >>\n"
                + "   /ViewerPreferences << /DisplayDocTitle true >>\n")
        let newTable = result.count
        var update = "xref\n"
        for (object, place) in added.sorted(by: { $0.object < $1.object }) {
            let digits = String(place)
            update +=
                "\(object) 1\n\(String(repeating: "0", count: 10 - digits.utf8.count))\(digits) 00000 n \n"
        }
        update += "trailer\n<< /Size \(places.count)\n   /Root \(root) 0 R\n   /Info \(info) 0 R\n"
        update += "   /Prev \(table)\n>>\nstartxref\n\(newTable)\n%%EOF\n"
        return result + Array(update.utf8)
    }

    /// The structure's figures; their numbers rise in the order in which they were drawn.
    private var figures: [Int] {
        places.indices.filter { object in
            guard object > 0, let text = self.text(of: object) else { return false }
            // An element of the structure is some 100 bytes; streams are not looked through.
            let start = text.prefix(120)
            return Self.first("/Type /StructElem", in: start) != nil
                && Self.first("/S /Figure", in: start) != nil
        }
    }

    /// An object from its number to `endobj`.
    private func text(of object: Int) -> ArraySlice<UInt8>? {
        let place = places[object]
        guard place > 0, place < bytes.count else { return nil }
        let rest = bytes[place...].prefix(Self.mostObjectLength)
        guard let end = Self.first("endobj\n", in: rest) else { return nil }
        return rest[..<(end + 7)]
    }

    /// Objects that are looked at are shorter than this: a catalog, an element of the structure with its children.
    private static let mostObjectLength = 4_096

    private func withEntries(_ entries: String, object: Int) -> [UInt8]? {
        guard let text = text(of: object), let end = Self.last(">>\nendobj", in: Array(text)) else {
            return nil
        }
        let start = text.startIndex
        return Array(text[..<(start + end)]) + Array(entries.utf8) + Array(text[(start + end)...])
    }

    /// The bytes with the date of creation blanked.
    private func withoutDate() -> [UInt8] {
        guard places.indices.contains(info), let text = text(of: info),
            let start = Self.first("/CreationDate", in: text),
            let end = text[start...].firstIndex(of: UInt8(ascii: ")"))
        else { return bytes }
        var result = bytes
        for place in start...end { result[place] = UInt8(ascii: " ") }
        return result
    }

    // MARK: Bytes

    /// Words as PDF's hexadecimal UTF-16.
    private static func text(_ words: String) -> String {
        var digits = "<FEFF"
        for unit in words.utf16 {
            let hex = String(unit, radix: 16, uppercase: true)
            digits += String(repeating: "0", count: 4 - hex.utf8.count) + hex
        }
        return digits + ">"
    }

    private static func number(in bytes: [UInt8], at start: Int) -> Int? {
        guard start >= 0, start < bytes.count else { return nil }
        let digits = bytes[start...].prefix(12).prefix {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    private static func first(_ words: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let wanted = Array(words.utf8)
        guard bytes.count >= wanted.count else { return nil }
        return (bytes.startIndex...(bytes.endIndex - wanted.count)).first {
            bytes[$0...].starts(with: wanted)
        }
    }

    private static func last(_ words: String, in bytes: [UInt8]) -> Int? {
        let wanted = Array(words.utf8)
        guard bytes.count >= wanted.count else { return nil }
        return (0...(bytes.count - wanted.count)).last { bytes[$0...].starts(with: wanted) }
    }
}
