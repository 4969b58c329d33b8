import SteadyMath
import Testing

@Suite("A seed fixes a stream of random numbers")
struct SeededRandomTests {
    @Test("The stream is SplitMix64's")
    func stream() {
        // SplitMix64 in Python, state seed + 0x9E3779B97F4A7C15, first output dropped.
        var random = SeededRandom(seed: 42)
        #expect(random.next() == UInt64(5139283748462763858))
        #expect(random.next() == UInt64(6349198060258255764))
    }

    @Test("Even numbers lie in 0 ≤ x < 1 with mean 1/2 and variance 1/12")
    func uniform() {
        var random = SeededRandom(seed: 7)
        let values = (0..<40_000).map { _ in random.uniform() }
        #expect(values.allSatisfy { $0 >= 0 && $0 < 1 })
        let mean = values.reduce(0, +) / 40_000
        #expect(abs(mean - 0.5) < 0.006)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 40_000
        #expect(abs(variance - 1 / 12.0) < 0.002)
        #expect((0..<1_000).allSatisfy { _ in (2...3).contains(random.uniform(2...3)) })
    }

    @Test("Normal numbers have the normal distribution's shares")
    func normal() {
        var random = SeededRandom(seed: 8)
        let values = (0..<40_000).map { _ in random.normal() }
        for (z, share) in [(-2.0, 0.02275), (-1, 0.15866), (0, 0.5), (1, 0.84134), (2, 0.97725)] {
            let below = Double(values.count { $0 < z }) / 40_000
            #expect(abs(below - share) < 4 * (share * (1 - share) / 40_000).squareRoot())
        }
    }

    @Test("Different seeds give unrelated streams")
    func seeds() {
        var one = SeededRandom(seed: 1)
        var two = SeededRandom(seed: 2)
        let pairs = (0..<10_000).map { _ in (one.uniform() - 0.5) * (two.uniform() - 0.5) * 12 }
        #expect(abs(pairs.reduce(0, +) / 10_000) < 0.04)
    }
}
