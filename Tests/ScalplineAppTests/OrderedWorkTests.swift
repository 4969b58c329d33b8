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
}
