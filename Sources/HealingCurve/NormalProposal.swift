import SteadyMath

/// A normal distribution fitted to weighted points, to draw from where a posterior is thought to lie.
struct NormalProposal: Sendable {
    /// Its middle.
    let mean: [Double]
    /// Lower triangular root of its covariance, row by row.
    let root: [Double]
    /// Logarithm of the root's determinant.
    let logDeterminant: Double

    var dimension: Int { mean.count }

    /// Added to each variance, so that the root exists: far below any width that matters.
    private static let ridge = 1e-8

    /// Fits a distribution.
    ///
    /// - Parameters:
    ///   - z: Points, a column a dimension.
    ///   - weights: Their weights, sum 1.
    init(z: [DrawColumn], weights: DrawColumn) {
        let dimension = z.count
        let mean = z.map { $0.mean(weights) }
        var offsets = z
        for column in offsets.indices {
            for row in offsets[column].indices { offsets[column][row] -= mean[column] }
        }
        var root = [Double](repeating: 0, count: dimension * dimension)
        var logDeterminant = 0.0
        for i in 0..<dimension {
            var scaled = offsets[i]
            for row in scaled.indices { scaled[row] *= weights[row] }
            for j in 0...i { root[i * dimension + j] = offsets[j].mean(scaled) }
        }
        for i in 0..<dimension {
            for j in 0...i {
                var sum = root[i * dimension + j]
                for k in 0..<j { sum -= root[i * dimension + k] * root[j * dimension + k] }
                if i == j {
                    let diagonal = max(sum, Self.ridge).squareRoot()
                    root[i * dimension + i] = diagonal
                    logDeterminant += Steady.log(diagonal)
                } else {
                    root[i * dimension + j] = sum / root[j * dimension + j]
                }
            }
        }
        self.mean = mean
        self.root = root
        self.logDeterminant = logDeterminant
    }

    /// Points of the distribution, its spread scaled for each point.
    ///
    /// - Parameters:
    ///   - normals: Standard normal points.
    ///   - scales: Factor on the spread of each.
    /// - Returns: A column a dimension.
    func points(_ normals: [DrawColumn], scales: DrawColumn) -> [DrawColumn] {
        (0..<dimension).map { i in
            var column = DrawColumn(draws: scales.draws)
            for k in 0...i {
                let factor = root[i * dimension + k]
                let normal = normals[k]
                for row in column.indices { column[row] += factor * normal[row] }
            }
            for row in column.indices { column[row] = mean[i] + scales[row] * column[row] }
            return column
        }
    }

    /// Squared distances from the middle in units of the spread.
    func squaredDistances(_ z: [DrawColumn]) -> DrawColumn {
        var sums = DrawColumn(draws: z[0].draws)
        var solved: [DrawColumn] = []
        for i in 0..<dimension {
            var rest = z[i]
            for row in rest.indices { rest[row] -= mean[i] }
            for k in 0..<i {
                let factor = root[i * dimension + k]
                let known = solved[k]
                for row in rest.indices { rest[row] -= factor * known[row] }
            }
            let inverse = 1 / root[i * dimension + i]
            for row in rest.indices {
                rest[row] *= inverse
                sums[row] += rest[row] * rest[row]
            }
            solved.append(rest)
        }
        return sums
    }
}
