import ClientRecords
import Foundation
import ProgressReport

extension SeriesRecord {
    /// Name of the file in a client's folder.
    static var fileName: String { ReportFiles.seriesName }
    /// Larger files are not read.
    private static let largestFile = 512_000_000

    /// Reads a record.
    ///
    /// - Parameter path: A `series.json`.
    /// - Returns: What it says; nil where it cannot be read or is of another schema.
    static func load(_ path: BytePath) -> SeriesRecord? {
        guard let bytes = try? FileSystem.read(path, atMost: largestFile) else { return nil }
        return SeriesRecord(reading: bytes)
    }

    /// Reads a record from its bytes; nil where they are no series of this schema.
    ///
    /// - Parameter bytes: The file's bytes.
    package init?(reading bytes: [UInt8]) {
        let decoder = JSONDecoder()
        guard let record = try? decoder.decode(SeriesRecord.self, from: Data(Self.withoutDots(bytes))),
            record.schema == RecordEncoder.seriesSchema
        else { return nil }
        self = record
    }

    /// The bytes with every photo's list of dots emptied: nearly all of a file is dots, and none is needed here.
    ///
    /// A member's name in quotes followed by a colon cannot stand inside a string, where quotes are escaped, and a list of
    /// dots holds numbers and brackets alone.
    private static func withoutDots(_ bytes: [UInt8]) -> [UInt8] {
        let start = Array("\"dots\":[".utf8)
        var kept: [UInt8] = []
        var rest = bytes[...]
        while let found = rest.firstRange(of: start) {
            kept += rest[..<found.upperBound]
            var depth = 1
            var place = found.upperBound
            while place < rest.endIndex, depth > 0 {
                if rest[place] == UInt8(ascii: "[") { depth += 1 }
                if rest[place] == UInt8(ascii: "]") { depth -= 1 }
                place += 1
            }
            kept.append(UInt8(ascii: "]"))
            rest = rest[place...]
        }
        return kept + rest
    }
}
