import ClientRecords
import ProgressReport

/// Whose the photos of an inbox are, as far as that is certain, and what was done with them.
public struct InboxPlan: Sendable {
    /// Whose a photo is.
    public enum Decision: Sendable, Equatable {
        /// A client's, for certain: `photo` of the client shows the same scalp, `marks` of `compared` marks the same.
        case client(id: String, photo: String, marks: Int)
        /// A client's, because it shows the same scalp as another photo of the inbox that is.
        case clientThrough(id: String, file: String, marks: Int)
        /// The same bytes are in a client's folder already.
        case there(id: String, photo: String)
        /// The same bytes are in the inbox already.
        case again(file: String)
        /// The same shot as a client's photo, or as one that comes in; `isBetter` where it is the larger one.
        case twin(id: String, photo: String, isBetter: Bool)
        /// Nobody's for certain: a person has to decide.
        case decide(reason: String)
        /// Nobody's, but the same scalp as others of the inbox; groups count from 1.
        case newClient(group: Int)
        /// It cannot be looked at.
        case refused(PhotoFailure)
    }

    /// What was done with a photo.
    public enum Outcome: Sendable, Equatable {
        /// Nothing.
        case left
        /// It was copied to the client's folder under a name.
        case copied(name: String)
        /// It was moved there.
        case moved(name: String)
        /// It could not be; the reason.
        case failed(String)
    }

    /// A photo.
    public struct Item: Sendable, Equatable {
        /// Its path under the inbox.
        public var file: String
        /// Its path.
        public var path: BytePath
        /// When it was taken, or nil where it was not looked at.
        public var date: PhotoDate?
        /// Whose it is.
        public var decision: Decision
        /// What may help to decide, or nil.
        public var hint: String?
        /// What was done.
        public var outcome = Outcome.left
    }

    /// The folder.
    public var inbox: String
    /// The folder of clients.
    public var clients: BytePath
    /// The photos, in order of their names.
    public var items: [Item] = []
    /// Files that are no photos.
    public var skipped: [String] = []
    /// How many photos of clients they were held against.
    public var comparedPhotos = 0
    /// How many clients.
    public var comparedClients = 0

    /// Whether nothing is left to a person, and all that was to be done was.
    public var isComplete: Bool {
        items.allSatisfy { item in
            if case .failed = item.outcome { return false }
            return switch item.decision {
            case .client, .clientThrough, .there, .again: true
            case .twin(_, _, let isBetter): !isBetter
            case .decide, .newClient, .refused: false
            }
        }
    }
}
