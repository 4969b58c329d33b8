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
    ///   - z: Points, row by row.
    ///   - weights: Their weights, sum 1.
    ///   - dimension: Numbers a point.
    init(z: [Double], weights: [Double], dimension: Int) {
        var mean = [Double](repeating: 0, count: dimension)
        for (row, weight) in weights.enumerated() where weight > 0 {
            for column in 0..<dimension { mean[column] += weight * z[row * dimension + column] }
        }
        var covariance = [Double](repeating: 0, count: dimension * dimension)
        var offset = [Double](repeating: 0, count: dimension)
        for (row, weight) in weights.enumerated() where weight > 0 {
            for column in 0..<dimension { offset[column] = z[row * dimension + column] - mean[column] }
            for i in 0..<dimension {
                let scaled = weight * offset[i]
                for j in 0...i { covariance[i * dimension + j] += scaled * offset[j] }
            }
        }
        var root = [Double](repeating: 0, count: dimension * dimension)
        var logDeterminant = 0.0
        for i in 0..<dimension {
            for j in 0...i {
                var sum = covariance[i * dimension + j]
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

    /// Squared distance from the middle in units of the spread.
    func squaredDistance(_ z: ArraySlice<Double>, scratch: inout [Double]) -> Double {
        let first = z.startIndex
        var sum = 0.0
        for i in 0..<dimension {
            var rest = z[first + i] - mean[i]
            for k in 0..<i { rest -= root[i * dimension + k] * scratch[k] }
            let value = rest / root[i * dimension + i]
            scratch[i] = value
            sum += value * value
        }
        return sum
    }
}
