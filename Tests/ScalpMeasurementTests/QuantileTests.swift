import ScalpMeasurement
import SteadyMath
import Testing

@Suite("Quantiles")
struct QuantileTests {
    /// Few numbers, which are selected, and many, which are counted first.
    private static let counts = [1, 2, 3, 10, 499, 500, 501, 4_000]

    /// Seeded numbers: spread evenly, in steps, in two heaps far apart, all alike but one.
    private static func numbers(_ count: Int, seed: UInt64) -> [[Double]] {
        var random = SeededRandom(seed: seed)
        let even = (0..<count).map { _ in random.uniform() - 0.5 }
        return [
            even, even.map { ($0 * 4).rounded() }, even.map { $0 < 0 ? $0 : $0 * 1e9 },
            even.indices.map { $0 == count / 3 ? -7 : 2 },
        ]
    }

    @Test("are what sorting gives", arguments: counts)
    func quantile(count: Int) {
        for values in Self.numbers(count, seed: UInt64(count)) {
            let sorted = values.sorted()
            for share in [0, 0.05, 0.5, 0.75, 1] {
                let place = share * Double(count - 1)
                let (low, high) = (sorted[Int(place)], sorted[min(Int(place) + 1, count - 1)])
                let expected = low + (place - Double(Int(place))) * (high - low)
                #expect(Quantile.of(values, share) == expected)
            }
        }
        #expect(Quantile.of([], 0.5) == nil)
    }

    @Test("the middle of sizes is what sorting gives", arguments: counts)
    func middle(count: Int) {
        for values in Self.numbers(count, seed: UInt64(count)) {
            let sizes = values.map { Float(abs($0)) }
            let sorted = sizes.sorted().map { Double($0) }
            #expect(Quantile.middle(ofSizes: sizes) == (sorted[(count - 1) / 2] + sorted[count / 2]) / 2)
        }
        #expect(Quantile.middle(ofSizes: []) == nil)
    }
}
