/// What a client's `client.yaml` says besides the sessions and the scales.
public struct PhantomNotes: Sendable, Equatable {
    /// A day on which the client told how it felt.
    public struct Symptom: Sendable, Equatable {
        /// The date, as `2026-03-04`.
        public var date: String
        /// 0…10.
        public var itching: Int
        /// 0…10.
        public var tenderness: Int
        /// What was said, without quotes, or nil.
        public var note: String?

        /// Makes an entry.
        ///
        /// - Parameters:
        ///   - date: As `2026-03-04`.
        ///   - itching: 0…10.
        ///   - tenderness: 0…10.
        ///   - note: What was said, or nil.
        public init(date: String, itching: Int, tenderness: Int, note: String? = nil) {
            self.date = date
            self.itching = itching
            self.tenderness = tenderness
            self.note = note
        }
    }

    /// The client's name, or nil.
    public var name: String?
    /// More about each session, as written between the braces after its date; as many as sessions, or none.
    public var sessionDetails: [String] = []
    /// Dots per cm² as planned, or nil.
    public var targetDensity: Double?
    /// How it felt, in order of days.
    public var symptoms: [Symptom] = []

    /// Makes notes that say nothing.
    public init() {}
}
