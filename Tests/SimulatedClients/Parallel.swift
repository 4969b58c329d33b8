import Dispatch
import Foundation

/// Results of many pieces of work, done by all cores, in the pieces' order.
///
/// - Parameters:
///   - count: How many pieces there are.
///   - work: Does one of them.
/// - Returns: The results.
package func parallel<Result: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Result) -> [Result]
{
    let box = Results<Result>(count)
    DispatchQueue.concurrentPerform(iterations: count) { index in box.set(index, work(index)) }
    return box.all
}

private final class Results<Result: Sendable>: @unchecked Sendable {
    private var results: [Result?]
    private let lock = NSLock()

    init(_ count: Int) { results = [Result?](repeating: nil, count: count) }

    func set(_ index: Int, _ result: Result) {
        lock.lock()
        results[index] = result
        lock.unlock()
    }

    var all: [Result] { results.compactMap(\.self) }
}
