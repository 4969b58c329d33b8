import ScalpMeasurement
import SteadyMath
import Testing

@Suite("Buckets of points")
struct PointBucketsTests {
    private func points(_ count: Int, seed: UInt64) -> [SIMD2<Double>] {
        var random = SeededRandom(seed: seed)
        // Some of them beyond the buckets' corners.
        return (0..<count).map { _ in SIMD2(random.uniform(-15...115), random.uniform(-15...75)) }
    }

    private func distance(_ one: SIMD2<Double>, _ other: SIMD2<Double>) -> Double {
        let step = one - other
        return (step * step).sum().squareRoot()
    }

    @Test(
        "all points within a radius are among those near a place, each once", arguments: [0, 1, 2, 50, 400])
    func near(count: Int) {
        let points = points(count, seed: 1)
        let buckets = PointBuckets(points, from: .zero, to: SIMD2(100, 60), side: 7)
        for (place, radius) in zip(self.points(100, seed: 2), (0..<100).map { Double($0) / 4 }) {
            var found = [Int]()
            buckets.forEach(near: place, within: radius) { found.append($0) }
            #expect(Set(found).count == found.count)
            #expect(
                Set(found).isSuperset(of: points.indices.filter { distance(points[$0], place) <= radius }))
        }
    }

    @Test("a place is free where no point lies nearer than the radius, also of those added later")
    func free() {
        let (first, later) = (points(60, seed: 3), points(60, seed: 4))
        var buckets = PointBuckets(first, from: .zero, to: SIMD2(100, 60), side: 7)
        for point in later { buckets.add(point) }
        for place in points(500, seed: 5) {
            let isFree = (first + later).allSatisfy { distance($0, place) >= 5 }
            #expect(buckets.isFree(around: place, within: 5) == isFree)
        }
    }
}
