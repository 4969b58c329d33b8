/// One client's series as a practice's curve learns from it.
public struct PracticeSeries: Sendable, Equatable {
    /// The client's id.
    public var client: String
    /// The sessions.
    public var sessions: [CurveSession]
    /// The photos.
    public var visits: [CurveVisit]

    /// Days after the last session from which a series tells how pigment settles.
    public static let finishedDay = 42.0
    /// Fewest photos with values after a session that a series must have to be learned from.
    public static let fewestPhotos = 3

    /// Makes a series.
    ///
    /// - Parameters:
    ///   - client: The client's id.
    ///   - sessions: The sessions.
    ///   - visits: The photos.
    public init(client: String, sessions: [CurveSession], visits: [CurveVisit]) {
        self.client = client
        self.sessions = sessions
        self.visits = visits
    }

    /// Whether the client has come long enough to be learned from.
    public var isFinished: Bool {
        guard let last = sessions.map(\.day).max() else { return false }
        let told = visits.filter { visit in
            visit.day >= (sessions.map(\.day).min() ?? last)
                && (!visit.values.isEmpty || visit.loads.contains { $0 != nil })
        }
        return told.count >= Self.fewestPhotos && told.contains { $0.day - last >= Self.finishedDay }
    }
}
