import SteadyMath

/// Standard normal points that fill space evenly: a rank-1 lattice, moved by a fixed shift.
///
/// Each coordinate alone takes every one of `count` even quantiles once.
///
/// - SeeAlso: Cools, Kuo & Nuyens 2006, doi 10.1137/06065074X (generating vectors for numbers of points that are
///   powers of 2); Owen 2013, chapter 15 to 17.
struct LatticeNormals: Sendable {
    /// Points, a power of 2.
    let count: Int
    /// One column a dimension.
    let columns: [DrawColumn]
    /// Numbers spread evenly over 0…1, one a point: a coordinate more, that chooses among distributions.
    let choice: [Double]

    /// The generating vector, all odd; more dimensions than it has go through it again, points shifted otherwise.
    private static let generators: [UInt64] = [
        1, 182_667, 469_891, 498_753, 110_745, 446_151, 250_185, 118_627, 245_333, 283_199, 408_519, 391_023,
        246_327, 126_539, 399_185, 461_527, 300_343, 69_681, 516_695, 436_179, 106_383, 238_523, 413_283,
        70_841, 47_719, 300_129, 113_029, 123_925, 410_745, 211_325, 17_489, 511_893, 40_767, 186_077,
        519_471, 255_369, 101_819, 243_573, 66_189, 152_143, 503_455, 113_217, 132_603, 463_967, 297_717,
        157_383, 224_015, 502_917,
    ]
    /// Fixes the shift.
    private static let seed: UInt64 = 0x5CA1_911E

    /// Dimensions that are made once for all: enough for twenty sessions.
    private static let usualDimensions = 48
    private static let thousand = LatticeNormals(count: 1_024, dimensions: usualDimensions)
    private static let usual = LatticeNormals(count: 2_048, dimensions: usualDimensions)
    private static let refinedThousand = LatticeNormals(count: 4_096, dimensions: usualDimensions)
    private static let refined = LatticeNormals(count: 8_192, dimensions: usualDimensions)

    /// Points of at least so many dimensions, made once where they are the usual ones.
    static func points(count: Int, dimensions: Int) -> LatticeNormals {
        if dimensions <= usualDimensions {
            switch count {
            case 1_024: return thousand
            case 2_048: return usual
            case 4_096: return refinedThousand
            case 8_192: return refined
            default: break
            }
        }
        return LatticeNormals(count: count, dimensions: dimensions)
    }

    /// Makes points.
    ///
    /// - Parameters:
    ///   - count: How many: a power of 2, at least 4.
    ///   - dimensions: Of how many dimensions.
    init(count: Int, dimensions: Int) {
        self.count = count
        var random = SeededRandom(seed: Self.seed)
        let quantiles = (0..<count).map { Steady.normalQuantile((Double($0) + 0.5) / Double(count)) }
        let mask = UInt64(count - 1)
        let first = random.next()
        choice = (0..<count).map { (Double((UInt64($0) &+ first) & mask) + 0.5) / Double(count) }
        columns = (1...max(1, dimensions)).map { dimension in
            let generator = Self.generator(dimension)
            let shift = random.next()
            var column = DrawColumn(draws: count)
            for point in 0..<count {
                let place = Int((UInt64(point) &* generator &+ shift) & mask)
                column[point / 4][point % 4] = quantiles[place]
            }
            return column
        }
    }

    private static func generator(_ dimension: Int) -> UInt64 {
        if dimension < generators.count { return generators[dimension] }
        // The square of an odd number is odd, and far from it.
        let own = generators[1 + dimension % (generators.count - 1)]
        return (own &* own &+ 2 &* UInt64(dimension)) & 0xF_FFFF
    }
}
