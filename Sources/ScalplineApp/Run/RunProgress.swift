/// Where a run tells how far it is.
///
/// All calls come from the thread that started the run.
public protocol RunProgress {
    /// The run knows how many photos there are.
    ///
    /// - Parameter photos: How many.
    func begin(photos: Int)
    /// One more photo is done.
    ///
    /// - Parameters:
    ///   - file: Its path, as the results name it.
    ///   - failure: What went wrong with it, or nil.
    func photoDone(_ file: String, failure: String?)
    /// Something that the person at the screen should know.
    ///
    /// - Parameter text: One line; never a client's name.
    func note(_ text: String)
    /// Nothing more comes.
    func end()
}

/// Tells nothing.
public struct NoProgress: RunProgress {
    /// Makes one.
    public init() {}
    /// Does nothing.
    public func begin(photos: Int) {}
    /// Does nothing.
    public func photoDone(_ file: String, failure: String?) {}
    /// Does nothing.
    public func note(_ text: String) {}
    /// Does nothing.
    public func end() {}
}
