import Raster

/// Four dots of a neighbourhood, told by numbers that no turn, shift or scale changes.
///
/// The seed is put at 0 and the farthest of its three companions at 1 of the complex plane; the places of the
/// other two are the code, the one further along first (after the quads of Lang et al. 2010, doi
/// 10.1088/0004-6256/139/5/1782, with the seed and not the widest pair as the base, so that a lost dot costs
/// only the constellations that it is in).
struct Constellation {
    /// Places of the two inner companions: x, y, x, y.
    var code: SIMD4<Float>
    /// The dots: seed, farthest companion, the one further along, the other.
    var dots: SIMD4<Int32>

    /// Calls `body` with every constellation of a seed.
    ///
    /// - Complexity: `neighbourCount` over 3.
    @inline(__always)
    static func forEach(seed: Int, in field: DotField, _ body: (Constellation) -> Void) {
        let k = DotField.neighbourCount
        let origin = field.points[seed]
        var around: [(x: Double, y: Double, dot: Int32)] = []
        around.reserveCapacity(k)
        for slot in 0..<k {
            let dot = field.neighbours[seed * k + slot]
            guard dot >= 0 else { break }
            let point = field.points[Int(dot)]
            around.append((point.x - origin.x, point.y - origin.y, dot))
        }
        guard around.count >= 3 else { return }
        for far in 2..<around.count {
            let base = around[far]
            let square = base.x * base.x + base.y * base.y
            guard square > 0 else { continue }
            for i in 1..<far {
                let first = coordinates(around[i], base, square)
                for j in 0..<i {
                    let second = coordinates(around[j], base, square)
                    if first.x >= second.x {
                        body(
                            Constellation(
                                code: SIMD4(first.x, first.y, second.x, second.y),
                                dots: SIMD4(Int32(seed), base.dot, around[i].dot, around[j].dot)))
                    } else {
                        body(
                            Constellation(
                                code: SIMD4(second.x, second.y, first.x, first.y),
                                dots: SIMD4(Int32(seed), base.dot, around[j].dot, around[i].dot)))
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func coordinates(
        _ place: (x: Double, y: Double, dot: Int32), _ base: (x: Double, y: Double, dot: Int32),
        _ square: Double
    ) -> (x: Float, y: Float) {
        (
            Float((place.x * base.x + place.y * base.y) / square),
            Float((place.y * base.x - place.x * base.y) / square)
        )
    }
}
