/// A finding as the overview keeps it: its code with the numbers that words in any language need.
public struct OverviewFinding: Sendable, Codable, Equatable {
    /// The contract's code.
    public var code: String
    /// Whether it asks for attention, or is a remark.
    public var isAttention: Bool
    /// Day since the last session on which it was seen, to a tenth, or nil.
    public var day: Double?
    /// Numbers behind it, by name, to four digits.
    public var evidence: [String: Double]

    /// Keeps a finding.
    ///
    /// - Parameter finding: A finding of a client's report.
    public init(_ finding: Finding) {
        code = finding.code
        isAttention = finding.severity == .attention
        day = finding.day.flatMap { RoundedNumber.decimals($0, 1) }
        evidence = finding.evidence.compactMapValues { RoundedNumber.digits($0, 4) }
        if let area = finding.areaSquareCentimetres.flatMap({ RoundedNumber.digits($0, 4) }) {
            evidence["areaSquareCentimetres"] = area
        }
    }
}
