import Synchronization

/// A wish to stop a run: what is in hand is finished, nothing more is begun.
public final class StopRequest: Sendable {
    private let requested = Atomic(false)

    /// Makes a request that nobody has made yet.
    public init() {}

    /// Asks the run to stop; from any thread.
    public func request() { requested.store(true, ordering: .relaxed) }

    /// Whether the run is to stop.
    public var isRequested: Bool { requested.load(ordering: .relaxed) }
}
