/// The expected curve that verdicts rest on.
public struct ReportCurve: Sendable, Equatable, Codable {
    /// Where the curve's file comes from; the raw value is the contract's word.
    public enum Source: String, Sendable, Codable {
        /// With the program.
        case published
        /// From the practice.
        case file
    }

    /// Where the file comes from.
    public var source: Source
    /// SHA-256 of the file's bytes, 64 lowercase hexadecimal digits.
    public var sha256: String

    /// Makes an entry.
    public init(source: Source, sha256: String) {
        self.source = source
        self.sha256 = sha256
    }
}
