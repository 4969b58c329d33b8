import Foundation
import ScalplineApp
import Testing

@Suite("Work in order")
struct OrderedWorkTests {
    @Test("results come in the items' order for any number of jobs", arguments: [1, 2, 3, 8, 100])
    func order(jobs: Int) {
        var results: [Int] = []
        OrderedWork.run(Array(0..<57), jobs: jobs) { item in
            // Later items are done sooner.
            Thread.sleep(forTimeInterval: Double(57 - item) / 50_000)
            return item * item
        } deliver: { index, result in
            #expect(index == results.count)
            results.append(result)
        }
        #expect(results == (0..<57).map { $0 * $0 })
    }

    @Test("one job stays on the calling thread")
    func oneThread() {
        let caller = pthread_self()
        OrderedWork.run([1, 2, 3], jobs: 1) { _ in
            pthread_equal(pthread_self(), caller) != 0
        } deliver: { _, same in
            #expect(same)
        }
    }

    @Test("no items, no work")
    func empty() {
        OrderedWork.run([Int](), jobs: 4) {
            $0
        } deliver: { _, _ in
            Issue.record("nothing to deliver")
        }
    }

    private struct Refusal: Error, Equatable {
        var index: Int
    }

    @Test(
        "what is delivered can end the work: no more is begun, and all threads have ended",
        arguments: [1, 2, 8])
    func stops(jobs: Int) {
        let inWork = Gauge(budget: .max)
        #expect(throws: Refusal(index: 5)) {
            try OrderedWork.run(Array(0..<100_000), jobs: jobs) { _ in
                inWork.use(1)
            } deliver: { index, _ in
                if index == 5 { throw Refusal(index: index) }
            }
        }
        #expect(inWork.now == 0)
        #expect(inWork.uses >= 6 && inWork.uses < 100_000)
    }

    @Test("results that wait for an earlier one are few, unless they may be many")
    func lead() {
        for isBounded in [true, false] {
            let others = Gauge(budget: .max)
            OrderedWork.run(Array(0..<2_000), jobs: 2, isLeadBounded: isBounded) { item in
                guard item == 0 else { return others.use(1, seconds: 0) }
                // The others run ahead until they may not, or are done.
                var (seen, still) = (-1, 0)
                while still < 20, others.uses < 1_999 {
                    Thread.sleep(forTimeInterval: 0.01)
                    still = others.uses == seen ? still + 1 : 0
                    seen = others.uses
                }
                #expect(isBounded ? seen < 200 : others.uses == 1_999)
            } deliver: { _, _ in
            }
            #expect(others.uses == 1_999)
        }
    }
}
