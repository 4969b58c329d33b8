import Foundation

/// Counts what is used at once, from several threads.
///
/// Every property is read and written under `lock` alone, which makes it safe to share.
final class Gauge: @unchecked Sendable {
    private let lock = NSLock()
    private let budget: Int
    private var sum = 0
    private var users = 0
    private var allUses = 0
    private var largest = 0
    private var broken = 0

    init(budget: Int) { self.budget = budget }

    /// What is used now.
    var now: Int { lock.withLock { sum } }
    /// How often something was used.
    var uses: Int { lock.withLock { allUses } }
    /// The most that was used at once.
    var most: Int { lock.withLock { largest } }
    /// How often more was used than there is, other than by one alone.
    var excesses: Int { lock.withLock { broken } }

    /// Uses something for a while.
    func use(_ amount: Int, seconds: Double = 0.000_3) {
        add(amount, users: 1)
        if seconds > 0 { Thread.sleep(forTimeInterval: seconds) }
        add(-amount, users: -1)
    }

    /// Uses something until a condition holds.
    func use(_ amount: Int, until isEnough: () -> Bool) {
        add(amount, users: 1)
        while !isEnough() { Thread.sleep(forTimeInterval: 0.000_3) }
        add(-amount, users: -1)
    }

    private func add(_ amount: Int, users more: Int) {
        lock.withLock {
            sum += amount
            // Who uses nothing is beside nobody.
            if amount != 0 { users += more }
            if more > 0 { allUses += 1 }
            largest = max(largest, sum)
            if sum > budget, users > 1 { broken += 1 }
        }
    }
}
