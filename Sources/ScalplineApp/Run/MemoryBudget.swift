import Foundation
import PhotoDecoding
import PixelMath

/// Memory that all photos in work share.
///
/// Who asks is let in, in the order of asking, as soon as what it needs fits beside what the others hold; who alone
/// needs more than there is, once nobody else holds anything. Nobody who holds memory asks for more, so that all
/// get their turn.
///
/// Every property is read and written under `condition` alone, which makes it safe to share.
package final class MemoryBudget: @unchecked Sendable {
    /// Bytes to share.
    package let bytes: Int

    private let condition = NSCondition()
    private var held = 0
    private var lastTicket = 0
    private var admitted = 0
    private var inLine: Int { lastTicket - admitted }

    /// Makes a budget of which nothing is held.
    ///
    /// - Parameter bytes: Bytes to share, at least 1.
    package init(bytes: Int) {
        precondition(bytes > 0, "a budget of no bytes")
        self.bytes = bytes
    }

    /// Waits for memory, holds it while `body` works, and gives it back.
    ///
    /// - Parameters:
    ///   - need: Bytes that the work takes, at least 0.
    ///   - body: The work; it must not ask for memory again, or it would wait for itself.
    /// - Returns: What `body` returns.
    package func hold<Output>(_ need: Int, _ body: () -> Output) -> Output {
        take(need)
        defer { giveBack(need) }
        return body()
    }

    private func take(_ need: Int) {
        precondition(need >= 0, "less than nothing is needed")
        condition.lock()
        defer { condition.unlock() }
        lastTicket += 1
        let ticket = lastTicket
        while admitted != ticket - 1 || (held > 0 && need > bytes - held) { condition.wait() }
        admitted = ticket
        held += need
        // The next in line may fit too.
        condition.broadcast()
    }

    private func giveBack(_ need: Int) {
        // What the next one takes must not come on top of what the allocator keeps of this one.
        if condition.withLock({ inLine > 0 }) { KeptMemory.release() }
        condition.lock()
        defer { condition.unlock() }
        held -= need
        condition.broadcast()
    }
}
