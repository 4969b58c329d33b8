import PixelMath
import Raster

/// How the skin's brightness goes along with its colour over its own blotches of blood and melanin.
///
/// ```
/// 100 log10 G = redness · (100 log10 R/G) + blueness · (100 log10 G/B) + shade
/// ```
/// all less their means over 4 mm. Shading of the relief changes brightness alone and noise every cell by itself, so
/// the neighbours' colour stands in for the cell's own (instrumental variables): blotches hang together, noise does
/// not.
struct SkinSlopes {
    /// Change of `100 log10 G` with one EI.
    let redness: Double
    /// Change of `100 log10 G` with one hundredth of `log10 G/B`.
    let blueness: Double
    /// Variances of both and their covariance.
    let errors: (redness: Double, blueness: Double, both: Double)

    /// Standard deviation of the mean that is taken off, in cells (4 mm).
    static let meanInCells = 10.0
    /// Cells farther than this from the rest, in robust deviations, are marks on the skin.
    static let widest = 4.0
    /// Neighbours of eight that an instrument needs.
    static let leastNeighbours = 4
    /// Fewest cells.
    static let leastCells = 200
    /// Correlation of a cell's colour with its neighbours', below which there are no blotches to read.
    static let leastLikeness = 0.1
    /// What the second colour tells beyond the first, as a share: on dark skin blood and melanin look much alike.
    static let leastIndependence = 0.02
    /// Side of the places whose cells are taken as one for the errors (3 mm).
    static let blockInCells = 8

    /// Reads the slopes, or nil where there is too little skin or no blotch.
    ///
    /// - Parameters:
    ///   - tones: Tones of bare skin.
    ///   - counts: Whether a cell takes part, by its index.
    init?(of tones: SkinTones, where counts: [Bool]) {
        let (columns, rows) = (tones.columns, tones.rows)
        let weights = counts.map { $0 ? Float(1) : 0 }
        let values = [tones.redness, tones.blueness, tones.brightness]
        let means = CellSmoothing.means(
            of: values, weights: weights, columns: columns, rows: rows, sigma: Self.meanInCells)
        let sharp = zip(values, means).map { values, mean in
            counts.indices.map { counts[$0] ? values[$0] - Double(mean.samples[$0]) : 0 }
        }
        let (red, blue, green) = (sharp[0], sharp[1], sharp[2])
        let around = [-columns - 1, -columns, -columns + 1, -1, 1, columns - 1, columns, columns + 1]
        var near = [Int](repeating: 0, count: counts.count)
        var nearRed = [Double](repeating: 0, count: counts.count)
        var nearBlue = nearRed
        for y in 1..<max(rows - 1, 1) {
            for x in 1..<max(columns - 1, 1) where counts[y * columns + x] {
                let cell = y * columns + x
                var (count, reds, blues) = (0, 0.0, 0.0)
                for other in around where counts[cell + other] {
                    count += 1
                    reds += red[cell + other]
                    blues += blue[cell + other]
                }
                (near[cell], nearRed[cell], nearBlue[cell]) = (count, reds, blues)
            }
        }
        var chosen = counts.indices.filter { near[$0] >= Self.leastNeighbours }
        for values in sharp {
            guard let (middle, deviation) = Quantile.middleAndDeviation(chosen.map { values[$0] }) else {
                return nil
            }
            chosen = chosen.filter { abs(values[$0] - middle) < Self.widest * deviation }
        }
        guard chosen.count >= Self.leastCells else { return nil }
        func centred(_ value: (Int) -> Double) -> [Double] {
            let values = chosen.map(value)
            let mean = values.reduce(0, +) / Double(values.count)
            return values.map { $0 - mean }
        }
        let (x, y, z) = (centred { red[$0] }, centred { blue[$0] }, centred { green[$0] })
        let p = centred { nearRed[$0] / Double(near[$0]) }
        let q = centred { nearBlue[$0] / Double(near[$0]) }
        func sum(_ one: [Double], _ other: [Double]) -> Double {
            var total = 0.0
            for index in one.indices { total += one[index] * other[index] }
            return total
        }
        let (px, py, qx, qy) = (sum(p, x), sum(p, y), sum(q, x), sum(q, y))
        let determinant = px * qy - py * qx
        // Without blotches the neighbours know nothing of a cell.
        guard px > Self.leastLikeness * (sum(p, p) * sum(x, x)).squareRoot() else { return nil }
        // With one pigment alone both colours go together, and one slope tells all.
        let areTwo = determinant > Self.leastIndependence * abs(px * qy)
        let (pz, qz) = (sum(p, z), sum(q, z))
        let redness = areTwo ? (pz * qy - py * qz) / determinant : pz / px
        let blueness = areTwo ? (px * qz - qx * pz) / determinant : 0
        // Errors from the sums over places: what one place gives hangs together.
        let blocks = columns / Self.blockInCells + 1
        var sums = [SIMD2<Double>](
            repeating: .zero, count: blocks * (rows / Self.blockInCells + 1))
        for (index, cell) in chosen.enumerated() {
            let left = z[index] - redness * x[index] - blueness * y[index]
            let block =
                cell / columns / Self.blockInCells * blocks + cell % columns / Self.blockInCells
            sums[block] += left * SIMD2(p[index], q[index])
        }
        var (rr, bb, rb) = (0.0, 0.0, 0.0)
        for pull in sums {
            let r = areTwo ? (pull.x * qy - py * pull.y) / determinant : pull.x / px
            let b = areTwo ? (px * pull.y - qx * pull.x) / determinant : 0
            rr += r * r
            bb += b * b
            rb += r * b
        }
        self.redness = redness
        self.blueness = blueness
        errors = (rr, bb, rb)
    }
}
