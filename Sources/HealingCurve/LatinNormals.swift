import SteadyMath

/// Standard normal points that cover each dimension evenly: a Latin hypercube fixed by a seed.
///
/// - SeeAlso: McKay, Beckman & Conover 1979, doi 10.1080/00401706.1979.10489755.
struct LatinNormals: Sendable {
    /// Points.
    let count: Int
    /// One column a dimension.
    let columns: [[Double]]

    /// Makes points.
    ///
    /// - Parameters:
    ///   - count: How many.
    ///   - dimensions: Of how many dimensions.
    ///   - seed: Fixes them.
    init(count: Int, dimensions: Int, seed: UInt64) {
        self.count = count
        var random = SeededRandom(seed: seed)
        let quantiles = (0..<count).map { Steady.normalQuantile((Double($0) + 0.5) / Double(count)) }
        columns = (0..<dimensions).map { _ in
            var column = quantiles
            // Fisher & Yates; the standard library's shuffle may change between versions.
            for last in stride(from: count - 1, to: 0, by: -1) {
                column.swapAt(last, Int(random.next() % UInt64(last + 1)))
            }
            return column
        }
    }
}
