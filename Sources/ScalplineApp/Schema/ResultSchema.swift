import ClientRecords
import Foundation

/// What a program needs to know to read a result.
public enum ResultSchema: String, Sendable, CaseIterable {
    /// A photo's record: a line of `measure`.
    case photo
    /// A client's `series.json`.
    case series
    /// A comparison's `compare.json`.
    case compare
    /// Columns of `measurements.csv`.
    case measurements
    /// Columns of `dot-tracks.csv`.
    case dotTracks = "dot-tracks"
    /// Columns of `curve.csv`.
    case curve
    /// Columns of `compare.csv`.
    case compareTable = "compare-table"

    /// The schema: JSON Schema (draft 2020-12) for objects, metadata of CSV on the Web for tables.
    ///
    /// The schema of a series carries that of a photo in it, so that it stands alone.
    ///
    /// - Returns: JSON text, ended by a newline.
    /// - Throws: ``RunError/noResource(name:)``.
    public func text() throws(RunError) -> String {
        let own = try Self.resource(fileName)
        guard self == .series else { return own }
        let photo = try ResultSchema.photo.text().split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\n    ").trimmingSuffix(while: \.isWhitespace)
        return own.replacing(
            Self.definitions, with: Self.definitions + "\n    \"photo\": " + photo + ",", maxReplacements: 1)
    }

    /// Name of the metadata of a table, beside which it lies.
    ///
    /// - Parameter table: The table's file.
    /// - Returns: The name that CSV on the Web looks for.
    package static func metadataName(of table: String) -> String { table + "-metadata.json" }

    /// Where the definitions of a schema begin.
    private static let definitions = "\n  \"$defs\": {"
    private static let largestFile = 1_000_000

    private var fileName: String {
        switch self {
        case .photo, .series, .compare: rawValue + ".schema.json"
        case .measurements, .dotTracks, .curve: Self.metadataName(of: rawValue + ".csv")
        case .compareTable: Self.metadataName(of: "compare.csv")
        }
    }

    private static func resource(_ name: String) throws(RunError) -> String {
        guard let folder = Bundle.module.url(forResource: "Schemas", withExtension: nil),
            let bytes = try? FileSystem.read(BytePath(folder.path).appending(name), atMost: largestFile)
        else { throw .noResource(name: name) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// The text without what stands at its end.
    fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> String {
        var rest = self[...]
        while let last = rest.last, condition(last) { rest = rest.dropLast() }
        return String(rest)
    }
}
