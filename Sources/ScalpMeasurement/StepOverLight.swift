/// A step between treated and reference cells over a light that changes evenly across the photo, fitted to one value
/// of every cell.
///
/// ```
/// value = level of its region + across · x + down · y
/// ```
/// A gradient of the light's colour would pass for redness where the two regions lie at different places; fitted to
/// both at once it does not. The gradient is held back by a ridge, as blotches of skin look like one too. Cells that
/// differ much (moles, scabs, shine) count little.
struct StepOverLight {
    /// A cell that takes part.
    struct Cell {
        let column: Int
        let row: Int
        let isTreated: Bool
        let value: Double
    }

    /// A cell as the fit sees it.
    private struct Sample {
        /// What the levels of both regions and the gradient across and down count in its value.
        let x: SIMD4<Double>
        let value: Double
        /// What it weighs as long as it does not differ.
        let share: Double

        /// What a fit leaves of its value.
        @inline(__always)
        func left(by fitted: SIMD4<Double>) -> Double { value - (fitted * x).sum() }
    }

    /// Level of the treated cells less that of the reference.
    let step: Double
    /// Standard error of the step from how the cells scatter, places of ``blockInCells`` taken as one.
    let error: Double
    /// Size of the fitted gradient, in the value's unit over half the photo's width.
    let gradient: Double

    /// Ridge on the gradient over the weight of all cells.
    static let ridge = 0.05
    /// Rounds of reweighting, at most.
    static let rounds = 10
    /// A round that changes less than this in the value's unit is the last.
    static let settled = 1e-4
    /// Residual in robust deviations at which a cell counts half.
    static let halfWeight = 1.5
    /// Least deviation that residuals are held against.
    static let leastDeviation = 0.05
    /// Side of the places over which skin's blotches and what is left of the light hang together (6 mm).
    static let blockInCells = 15

    /// Fits the step, or nil where a region has no cell.
    ///
    /// - Parameters:
    ///   - cells: Treated and reference cells.
    ///   - columns: Cells in a row of the photo.
    ///   - rows: Rows of cells.
    init?(over cells: [Cell], columns: Int, rows: Int) {
        let treated = Double(cells.reduce(0) { $0 + ($1.isTreated ? 1 : 0) })
        let other = Double(cells.count) - treated
        guard let inside = Quantile.median(cells.filter(\.isTreated).map(\.value)),
            let outside = Quantile.median(cells.filter { !$0.isTreated }.map(\.value))
        else { return nil }
        let half = Double(columns) / 2
        let total = Double(cells.count)
        // Both regions weigh the same, however large.
        let shares = (treated: total / 2 / treated, other: total / 2 / other)
        let samples = cells.map { cell in
            Sample(
                x: SIMD4(
                    cell.isTreated ? 1 : 0, cell.isTreated ? 0 : 1, (Double(cell.column) - half) / half,
                    (Double(cell.row) - Double(rows) / 2) / half),
                value: cell.value, share: cell.isTreated ? shares.treated : shares.other)
        }
        var fitted = SIMD4(inside, outside, 0, 0)
        var weights = [Double](repeating: 0, count: cells.count)
        var square = SquareMatrix4()
        for _ in 0..<Self.rounds {
            let sizes = samples.map { Float(abs($0.left(by: fitted))) }
            let deviation = max(1.4826 * (Quantile.middle(ofSizes: sizes) ?? 0), Self.leastDeviation)
            square = SquareMatrix4(diagonal: SIMD4(0, 0, 1, 1) * (Self.ridge * total))
            var right = SIMD4<Double>(repeating: 0)
            for (index, sample) in samples.enumerated() {
                let z = sample.left(by: fitted) / (Self.halfWeight * deviation)
                let weight = sample.share / (1 + z * z)
                weights[index] = weight
                square.add(sample.x, weight: weight)
                right += weight * sample.value * sample.x
            }
            guard let solved = square.solved(right) else { return nil }
            let change = fitted - solved
            fitted = solved
            if (change * change).sum() < Self.settled * Self.settled { break }
        }
        guard let lever = square.solved(SIMD4(1, -1, 0, 0)) else { return nil }
        let blocks = columns / Self.blockInCells + 1
        var sums = [Double](repeating: 0, count: blocks * (rows / Self.blockInCells + 1))
        for (index, cell) in cells.enumerated() {
            let sample = samples[index]
            let pull = weights[index] * sample.left(by: fitted) * (lever * sample.x).sum()
            sums[cell.row / Self.blockInCells * blocks + cell.column / Self.blockInCells] += pull
        }
        step = fitted.x - fitted.y
        error = sums.reduce(0) { $0 + $1 * $1 }.squareRoot()
        gradient = (fitted.z * fitted.z + fitted.w * fitted.w).squareRoot()
    }
}

/// A symmetric matrix of four rows, for small least squares.
struct SquareMatrix4 {
    private var rows: (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>, SIMD4<Double>)

    /// A diagonal matrix; zero if nothing is given.
    init(diagonal: SIMD4<Double> = SIMD4(repeating: 0)) {
        rows = (
            diagonal * SIMD4(1, 0, 0, 0), diagonal * SIMD4(0, 1, 0, 0), diagonal * SIMD4(0, 0, 1, 0),
            diagonal * SIMD4(0, 0, 0, 1)
        )
    }

    /// Adds `weight · x xᵀ`.
    @inline(__always)
    mutating func add(_ x: SIMD4<Double>, weight: Double) {
        let weighted = weight * x
        rows.0 += weighted.x * x
        rows.1 += weighted.y * x
        rows.2 += weighted.z * x
        rows.3 += weighted.w * x
    }

    /// The solution of `matrix · x = right` by elimination with pivots, or nil of a singular matrix.
    func solved(_ right: SIMD4<Double>) -> SIMD4<Double>? {
        var left = [rows.0, rows.1, rows.2, rows.3]
        var right = right
        for column in 0..<4 {
            var pivot = column
            for row in (column + 1)..<4 where abs(left[row][column]) > abs(left[pivot][column]) {
                pivot = row
            }
            guard abs(left[pivot][column]) > 1e-12 else { return nil }
            left.swapAt(column, pivot)
            (right[column], right[pivot]) = (right[pivot], right[column])
            for row in 0..<4 where row != column {
                let factor = left[row][column] / left[column][column]
                left[row] -= factor * left[column]
                right[row] -= factor * right[column]
            }
        }
        return SIMD4(
            right.x / left[0].x, right.y / left[1].y, right.z / left[2].z, right.w / left[3].w)
    }
}
