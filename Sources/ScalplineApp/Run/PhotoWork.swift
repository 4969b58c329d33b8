import ClientRecords
import PhotoDecoding

/// How photos are worked on: the bounds of each, how many at once, and the memory that they share.
public struct PhotoWork: Sendable {
    /// Bounds that each photo must keep; none may take more memory than all together.
    ///
    /// Whether a photo is read at a reduced size depends on these bounds and on the photo alone, never on what else
    /// is in work.
    public let limits: DecodingLimits
    /// Photos worked on at once; 1 means one thread in all.
    public let jobs: Int
    /// The memory that the photos in work share; copies of this value share one.
    package let budget: MemoryBudget

    /// Makes a way to work.
    ///
    /// - Parameters:
    ///   - limits: Bounds that each photo must keep.
    ///   - jobs: Photos worked on at once, at least 1.
    ///   - memoryBytes: Memory for all photos in work together, at least 1; nil for half of the machine's memory,
    ///     but no less than one photo may take.
    public init(limits: DecodingLimits = .ofSurvey, jobs: Int = 1, memoryBytes: Int? = nil) {
        let bytes = memoryBytes ?? max(Machine.memoryBytes / 2, limits.workingBytes)
        var limits = limits
        limits.workingBytes = min(limits.workingBytes, bytes)
        self.limits = limits
        self.jobs = jobs
        budget = MemoryBudget(bytes: bytes)
    }

    /// Threads that each of so many photos may have: where there are fewer of them than jobs, several.
    func threads(ofEach photos: Int) -> Int { max(1, jobs / max(photos, 1)) }

    /// Waits until a photo fits beside those in work, and works on it.
    ///
    /// - Parameters:
    ///   - path: The photo.
    ///   - more: Bytes that the work takes beyond reading and surveying.
    ///   - body: The work, within `limits`.
    /// - Returns: What `body` returns.
    func onPhoto<Output>(_ path: BytePath, more: Int = 0, _ body: () -> Output) -> Output {
        // Alone, nothing has to wait for anything.
        if jobs == 1 { return body() }
        return budget.hold(PhotoNeed.bytes(of: path, limits: limits) + more, body)
    }
}
