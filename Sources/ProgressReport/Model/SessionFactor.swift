/// What a practice may note of a session and compare its clients by.
public enum SessionFactor: String, Sendable, CaseIterable {
    /// How the pigment was set.
    case technique
    /// The needle.
    case needle
    /// The pigment.
    case pigment
    /// Who did it.
    case practitioner
}
