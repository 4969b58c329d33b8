/// Something in a series that a person should know of.
public struct CurveFinding: Sendable, Equatable {
    /// What was found; the raw value is the contract's word.
    public enum Code: String, Sendable, CaseIterable {
        case rednessAboveExpected = "redness-above-expected"
        case darknessAboveExpected = "darkness-above-expected"
        case darknessBelowExpected = "darkness-below-expected"
        case densityBelowExpected = "density-below-expected"
        case fadingFasterThanExpected = "fading-faster-than-expected"
        case toneDrift = "tone-drift"
        case scabsLongerThanExpected = "scabs-longer-than-expected"
        case symptomsLongerThanExpected = "symptoms-longer-than-expected"

        /// The measures whose status at the finding's visit says the same.
        var measures: [CurveMeasure] {
            switch self {
            case .rednessAboveExpected: [.redness]
            case .darknessAboveExpected, .darknessBelowExpected, .fadingFasterThanExpected:
                [.darkness, .coverage]
            case .densityBelowExpected: [.density]
            case .scabsLongerThanExpected: [.scabs]
            case .toneDrift, .symptomsLongerThanExpected: []
            }
        }
    }

    /// What was found.
    public var code: Code
    /// Index of the visit (or of the symptom entry) that shows it, in the caller's order.
    public var visit: Int
    /// Whether a practitioner should see it in the flesh; otherwise it is a note.
    public var needsAttention: Bool
    /// What it rests on, by name.
    ///
    /// `value`, `standardError`, `expectedMedian`, `expectedLow`, `expectedHigh` in the measure's unit; `probability`
    /// of the state behind it, 0…1. More names by code: `stayingShare`, `stayingRedness` (EI), `fadingPerYear`,
    /// `sheddingDay`, `itching`, `tenderness`, `drift`.
    public var evidence: [String: Double]

    /// Makes a finding.
    public init(code: Code, visit: Int, needsAttention: Bool, evidence: [String: Double] = [:]) {
        self.code = code
        self.visit = visit
        self.needsAttention = needsAttention
        self.evidence = evidence
    }
}
