import Foundation

/// Work on many things at once, handed on in their order.
package enum OrderedWork {
    /// No more results than this for each thread wait for an earlier one to be done: enough for small photos beside
    /// one that takes fifty times as long, and some megabytes where every dot is listed.
    private static let lead = 64
    /// Room for each thread's calls, as much as the main thread has on Linux.
    private static let stackBytes = 8 << 20

    /// Works on every item and delivers the results in the items' order, on the calling thread.
    ///
    /// With one job, all is done on the calling thread, item by item. With more, that many threads work; one
    /// that is far ahead of the last delivered result waits, so that results do not pile up.
    ///
    /// - Parameters:
    ///   - items: What to work on.
    ///   - jobs: How many at once, at least 1.
    ///   - isLeadBounded: Whether results that wait for an earlier one are to be few; false where they take next to
    ///     nothing or are kept to the end anyway.
    ///   - work: Makes a result of an item; called on any thread, in the items' order.
    ///   - deliver: Takes each result with its item's index; when it throws, no further item is begun.
    /// - Throws: What `deliver` throws, once all threads have ended.
    package static func run<Item: Sendable, Output: Sendable, Failure: Error>(
        _ items: [Item], jobs: Int, isLeadBounded: Bool = true,
        work: @escaping @Sendable (Item) -> Output, deliver: (Int, Output) throws(Failure) -> Void
    ) throws(Failure) {
        guard jobs > 1, items.count > 1 else {
            for (index, item) in items.enumerated() { try deliver(index, work(item)) }
            return
        }
        let threads = min(jobs, items.count)
        let desk = Desk<Output>(count: items.count, lead: isLeadBounded ? lead * threads : items.count)
        for _ in 0..<threads {
            let thread = Thread {
                while let index = desk.take() { desk.put(work(items[index]), at: index) }
            }
            thread.stackSize = stackBytes
            thread.start()
        }
        for index in items.indices {
            let output = desk.result(at: index)
            do throws(Failure) {
                try deliver(index, output)
            } catch {
                desk.stop()
                throw error
            }
        }
    }
}

/// Where threads fetch their next item's number and leave its result.
///
/// Every property is read and written under `condition` alone, which makes it safe to share.
private final class Desk<Output: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private let count: Int
    private let lead: Int
    private var next = 0
    private var delivered = 0
    private var inWork = 0
    private var isStopped = false
    private var waiting: [Int: Output] = [:]

    init(count: Int, lead: Int) {
        self.count = count
        self.lead = lead
    }

    func take() -> Int? {
        condition.lock()
        defer { condition.unlock() }
        while !isStopped, next < count, next >= delivered + lead { condition.wait() }
        guard !isStopped, next < count else { return nil }
        next += 1
        inWork += 1
        return next - 1
    }

    func put(_ output: Output, at index: Int) {
        condition.lock()
        defer { condition.unlock() }
        inWork -= 1
        waiting[index] = output
        condition.broadcast()
    }

    func result(at index: Int) -> Output {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let output = waiting.removeValue(forKey: index) {
                delivered = index + 1
                condition.broadcast()
                return output
            }
            condition.wait()
        }
    }

    /// Hands out no more items and waits until those in work are done.
    func stop() {
        condition.lock()
        defer { condition.unlock() }
        isStopped = true
        condition.broadcast()
        while inWork > 0 { condition.wait() }
    }
}
