import PhotoDecoding

/// A treatment session as the report tells it.
public struct ReportSession: Sendable, Equatable, Codable {
    /// Its date; a plain date means noon.
    public var date: WallClock
    /// Technique, needle, pigment, practitioner: as the client file says, in that order where given.
    public var details: [String]
    /// The same by name.
    public var factors: [SessionFactor: String]

    /// Makes a session.
    public init(date: WallClock, details: [String] = [], factors: [SessionFactor: String] = [:]) {
        self.date = date
        self.details = details
        self.factors = factors
    }
}
