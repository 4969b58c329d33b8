import Foundation

/// Work on many things at once, handed on in their order.
package enum OrderedWork {
    /// No more results than this for each thread wait for an earlier one to be done.
    private static let lead = 4
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
    ///   - work: Makes a result of an item; called on any thread, in the items' order.
    ///   - deliver: Takes each result with its item's index.
    package static func run<Item: Sendable, Output: Sendable>(
        _ items: [Item], jobs: Int, work: @escaping @Sendable (Item) -> Output, deliver: (Int, Output) -> Void
    ) {
        guard jobs > 1, items.count > 1 else {
            for (index, item) in items.enumerated() { deliver(index, work(item)) }
            return
        }
        let threads = min(jobs, items.count)
        let desk = Desk<Output>(count: items.count, lead: lead * threads)
        for _ in 0..<threads {
            let thread = Thread {
                while let index = desk.take() { desk.put(work(items[index]), at: index) }
            }
            thread.stackSize = stackBytes
            thread.start()
        }
        for index in items.indices { deliver(index, desk.result(at: index)) }
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
    private var waiting: [Int: Output] = [:]

    init(count: Int, lead: Int) {
        self.count = count
        self.lead = lead
    }

    func take() -> Int? {
        condition.lock()
        defer { condition.unlock() }
        while next < count, next >= delivered + lead { condition.wait() }
        guard next < count else { return nil }
        next += 1
        return next - 1
    }

    func put(_ output: Output, at index: Int) {
        condition.lock()
        defer { condition.unlock() }
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
}
