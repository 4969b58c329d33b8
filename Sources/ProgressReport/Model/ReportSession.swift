import PhotoDecoding

/// A treatment session as the report tells it.
public struct ReportSession: Sendable, Equatable, Codable {
    /// Its date; a plain date means noon.
    public var date: WallClock
    /// Technique, needle, pigment, practitioner: as the client file says, in that order where given.
    public var details: [String]
    /// How the pigment was set.
    public var technique: String?
    /// The needle.
    public var needle: String?
    /// The pigment.
    public var pigment: String?
    /// Who did it.
    public var practitioner: String?

    /// Makes a session.
    public init(
        date: WallClock, details: [String] = [], technique: String? = nil, needle: String? = nil,
        pigment: String? = nil, practitioner: String? = nil
    ) {
        self.date = date
        self.details = details
        self.technique = technique
        self.needle = needle
        self.pigment = pigment
        self.practitioner = practitioner
    }

    /// What is noted of a factor, nil where nothing is.
    public subscript(factor: SessionFactor) -> String? {
        switch factor {
        case .technique: technique
        case .needle: needle
        case .pigment: pigment
        case .practitioner: practitioner
        }
    }
}
