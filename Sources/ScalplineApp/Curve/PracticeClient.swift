import HealingCurve

/// One client as a practice's curve learns from it, and is checked on it.
package struct PracticeClient: Sendable {
    /// Why a client has no series; the raw value is the word in JSON.
    package enum Reason: String, Sendable, CaseIterable {
        case noPhotos = "no-photos"
        case badClientFile = "bad-client-file"
        case noSessions = "no-session"
        case nothingComparable = "nothing-comparable"

        /// As a list names it, behind a number.
        var words: String {
            switch self {
            case .noPhotos: "without photos that could be measured"
            case .badClientFile: "whose client.yaml needs mending"
            case .noSessions: "without sessions in client.yaml"
            case .nothingComparable: "without a photo that can be compared (date or quality)"
            }
        }
    }

    /// What became of a client.
    package enum Outcome: Sendable {
        /// Its largest view, and the codes of its findings that ask for attention.
        case series(PracticeSeries, attention: [String])
        /// It has none.
        case without(Reason)
    }

    /// The client's id.
    package var id: String
    /// What became of it.
    package var outcome: Outcome

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - id: The client's id.
    ///   - outcome: What became of it.
    package init(id: String, outcome: Outcome) {
        self.id = id
        self.outcome = outcome
    }
}

extension CurveVisit {
    /// Whether the photo has a value that may be held against the curve.
    var saysSomething: Bool {
        !values.isEmpty || loads.contains { $0 != nil } || visibleShares.contains { $0 != nil }
    }
}
