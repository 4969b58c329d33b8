import ClientRecords
import ProgressReport

/// What became of photos that were to be added to a client.
public struct AddSummary: Sendable {
    /// What became of a photo.
    public enum Outcome: Sendable, Equatable {
        /// It was copied (or would be).
        case copied(name: String)
        /// The same bytes are there already.
        case there(name: String)
        /// The same shot is there already, `larger` or not.
        case twin(name: String, isBetter: Bool)
        /// It shows another client's scalp.
        case otherClient(id: String, photo: String)
        /// It cannot be taken in.
        case refused(PhotoFailure)
    }

    /// A photo.
    public struct Item: Sendable, Equatable {
        /// Its path as it was given.
        public var file: String
        /// What became of it.
        public var outcome: Outcome
        /// When it was taken, and how that is known; nil where it was not looked at.
        public var date: PhotoDate?
        /// What the person should know besides.
        public var notes: [String] = []
    }

    /// The client's id.
    public var client: String
    /// Whether the client's folder is new.
    public var isNew: Bool
    /// Whether nothing was written.
    public var isDry: Bool
    /// The photos, in the order given.
    public var items: [Item] = []

    /// Whether every photo is there now.
    public var isComplete: Bool {
        items.allSatisfy { item in
            switch item.outcome {
            case .copied, .there: true
            case .twin(_, let isBetter): !isBetter
            case .otherClient, .refused: false
            }
        }
    }
}
