import GroupComparison

/// All that is told of a comparison of groups of clients.
public struct ComparisonReport: Sendable {
    /// Why a client belongs to no group.
    public enum Exclusion: String, Sendable, CaseIterable {
        /// The client's sessions have different values of the factor.
        case mixed
        /// No session, or not every session, has a value noted.
        case notNoted = "not-noted"
        /// No session is known, or the sessions were assumed from the photos.
        case noSession = "no-session"
        /// No photo after the last session tells the measure.
        case noPhotos = "no-photos"
        /// No photo shows the last session's dots while they were fresh: what is left of them is not known of this
        /// client.
        case freshNotSeen = "fresh-not-seen"
        /// The client's record says that the client could not be measured.
        case notMeasured = "not-measured"
        /// The client's `series.json` cannot be read.
        case unreadable

        /// Whether the run cannot be called complete for it.
        public var isFailure: Bool { self == .notMeasured || self == .unreadable }
    }

    /// A client that belongs to no group.
    public struct LeftOut: Sendable, Equatable {
        /// The client's id.
        public var client: String
        /// Why.
        public var reason: Exclusion

        /// Makes an entry.
        public init(client: String, reason: Exclusion) {
            self.client = client
            self.reason = reason
        }
    }

    /// `scalpline` and its version, which compared.
    public var method: String
    /// Methods that measured the clients, in order; more than one is told as a warning.
    public var methods: [String]
    /// What the groups differ in.
    public var factor: SessionFactor
    /// The groups, their courses and differences.
    package var groups: ComparedGroups
    /// Clients in no group, in the order of their ids.
    public var leftOut: [LeftOut]

    /// Makes a report.
    package init(
        method: String, methods: [String], factor: SessionFactor, groups: ComparedGroups, leftOut: [LeftOut]
    ) {
        self.method = method
        self.methods = methods
        self.factor = factor
        self.groups = groups
        self.leftOut = leftOut
    }

    /// Whether every client's record could be read.
    public var isComplete: Bool { !leftOut.contains { $0.reason.isFailure } }
}
