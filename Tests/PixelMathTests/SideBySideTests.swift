import PixelMath
import Testing

@Suite("Parts of a photo, side by side")
struct SideBySideTests {
    @Test(
        "results stand in the parts' order, each made once, for any number of threads",
        arguments: [1, 2, 3, 8])
    func order(threads: Int) {
        for count in [0, 1, 2, 7, 100] {
            let results = SideBySide(threads: threads).map(count) { part in [part, part * part] }
            #expect(results == (0..<count).map { [$0, $0 * $0] })
        }
    }

    @Test("results are let go")
    func release() {
        final class Kept: Sendable {}
        weak var last: Kept?
        do {
            let results = SideBySide(threads: 3).map(5) { _ in Kept() }
            last = results[4]
            withExtendedLifetime(results) { #expect(last != nil) }
        }
        #expect(last == nil)
    }
}
