/// A photo that a run is done with.
public struct PhotoProgress: Sendable, Equatable {
    /// The client's id, nil for a photo alone.
    public var client: String?
    /// Its path: under the client's folder, or as it was given.
    public var file: String
    /// What went wrong with it, or nil.
    public var failure: String?
    /// Whether an earlier run had measured it, so that it was not looked at again.
    public var isKnown: Bool

    /// Makes a photo's entry.
    public init(client: String? = nil, file: String, failure: String? = nil, isKnown: Bool = false) {
        self.client = client
        self.file = file
        self.failure = failure
        self.isKnown = isKnown
    }

    /// The path as the results name it, the client's id in front.
    public var path: String { client.map { "\($0)/\(file)" } ?? file }
}

/// Where a run tells how far it is.
///
/// All calls come from the thread that started the run.
public protocol RunProgress {
    /// The run knows what there is to do.
    ///
    /// - Parameters:
    ///   - photos: Photos that are to be worked on.
    ///   - unchangedClients: Clients of whom everything is known already.
    func begin(photos: Int, unchangedClients: Int)
    /// One more photo is done.
    ///
    /// - Parameter photo: The photo.
    func photoDone(_ photo: PhotoProgress)
    /// One more client is done, its files written.
    ///
    /// - Parameters:
    ///   - id: The client's id.
    ///   - photos: How many photos it has.
    func clientDone(_ id: String, photos: Int)
    /// Something that the person at the screen should know.
    ///
    /// - Parameter text: One line; never a client's name.
    func note(_ text: String)
    /// Nothing more comes.
    func end()
}

extension RunProgress {
    /// The run knows how many photos there are.
    ///
    /// - Parameter photos: How many.
    func begin(photos: Int) { begin(photos: photos, unchangedClients: 0) }
}

/// Tells nothing.
public struct NoProgress: RunProgress {
    /// Makes one.
    public init() {}
    /// Does nothing.
    public func begin(photos: Int, unchangedClients: Int) {}
    /// Does nothing.
    public func photoDone(_ photo: PhotoProgress) {}
    /// Does nothing.
    public func clientDone(_ id: String, photos: Int) {}
    /// Does nothing.
    public func note(_ text: String) {}
    /// Does nothing.
    public func end() {}
}
