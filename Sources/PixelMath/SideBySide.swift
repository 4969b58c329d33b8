import Dispatch

/// Work on the parts of one photo by several threads.
///
/// A part's result depends on the part alone, and results stand in the parts' order: they are the same for any number of
/// threads.
package struct SideBySide: Sendable, Equatable {
    /// Threads at work, the caller's among them; 1 for the caller alone.
    package let threads: Int

    /// Makes a way to work with so many threads, at least 1.
    package init(threads: Int) {
        precondition(threads >= 1)
        self.threads = threads
    }

    /// The caller's thread and no other.
    package static let alone = SideBySide(threads: 1)

    /// The results of each part's work, in order.
    ///
    /// - Parameters:
    ///   - count: How many parts.
    ///   - body: Makes the result of the part of that number; called on any thread.
    /// - Returns: The results.
    package func map<Output: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Output) -> [Output] {
        let workers = min(threads, count)
        guard workers > 1 else { return (0..<count).map(body) }
        return unsafe Array(unsafeUninitializedCapacity: count) { outputs, filled in
            let places = unsafe Places(first: outputs.baseAddress)
            DispatchQueue.concurrentPerform(iterations: workers) { worker in
                // Bounded: each number below `count` is one worker's.
                for part in stride(from: worker, to: count, by: workers) {
                    unsafe places.first?.advanced(by: part).initialize(to: body(part))
                }
            }
            filled = count
        }
    }

    /// Where results go, each place written by one thread.
    @safe private struct Places<Output>: @unchecked Sendable {
        let first: UnsafeMutablePointer<Output>?

        init(first: UnsafeMutablePointer<Output>?) { unsafe self.first = unsafe first }
    }
}
