import Foundation
import ScalplineApp
import Testing

@Suite("Memory that photos in work share")
struct MemoryBudgetTests {
    /// Seeded, so that every run asks for the same.
    private static func needs(_ count: Int, upTo most: Int) -> [Int] {
        var state: UInt64 = 41
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % (most + 1)
        }
    }

    @Test(
        "never more at once than there is, and all get their turn in order",
        arguments: [1, 2, 3, 16])
    func never(jobs: Int) {
        let needs = Self.needs(400, upTo: 60)
        let (budget, gauge) = (MemoryBudget(bytes: 100), Gauge(budget: 100))
        var delivered: [Int] = []
        OrderedWork.run(needs, jobs: jobs) { need in
            budget.hold(need) { gauge.use(need) }
            return need
        } deliver: { _, need in
            delivered.append(need)
        }
        #expect(delivered == needs)
        #expect(gauge.uses == needs.count)
        #expect(gauge.most <= 100 && gauge.excesses == 0 && gauge.now == 0)
    }

    @Test(
        "what alone needs more than there is works alone, and nothing stands still",
        arguments: [1, 2, 8])
    func larger(jobs: Int) {
        var needs = Self.needs(200, upTo: 60)
        for index in stride(from: 0, to: needs.count, by: 7) { needs[index] = 1_000 + index }
        // Several in a row, and the last.
        for index in 50..<55 { needs[index] = 101 }
        needs[needs.count - 1] = .max / 2
        let (budget, gauge) = (MemoryBudget(bytes: 100), Gauge(budget: 100))
        OrderedWork.run(needs, jobs: jobs) { need in
            budget.hold(need) { gauge.use(need, seconds: 0.000_1) }
        } deliver: { _, _ in
        }
        #expect(gauge.uses == needs.count)
        #expect(gauge.excesses == 0 && gauge.now == 0)
    }

    @Test("those that fit beside one another work at the same time")
    func together() {
        let (budget, gauge) = (MemoryBudget(bytes: 100), Gauge(budget: 100))
        // Each stays until the other has come, so that one after the other would never end.
        OrderedWork.run([50, 50], jobs: 2) { need in
            budget.hold(need) { gauge.use(need) { gauge.most == 100 } }
        } deliver: { _, _ in
        }
        #expect(gauge.uses == 2)
    }

    @Test("small ones that come later do not keep a large one waiting for ever")
    func fair() {
        let budget = MemoryBudget(bytes: 100)
        let large = Gauge(budget: 100)
        // Three threads hold something all the time until the large one, the fourth item, has had its turn.
        OrderedWork.run([1, 1, 1, 100], jobs: 4) { need in
            if need == 100 { return budget.hold(need) { large.use(need) } }
            while large.uses == 0 { budget.hold(need) { Thread.sleep(forTimeInterval: 0.000_2) } }
        } deliver: { _, _ in
        }
        #expect(large.uses == 1)
    }
}
