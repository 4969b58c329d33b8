import Raster

/// Least squares for the numbers of an affine (6) or projective (8) map, or of any linear form.
struct NormalEquations {
    private let size: Int
    private var matrix: [Double]
    private var side: [Double]
    private var row: [Double]

    init(size: Int) {
        self.size = size
        matrix = Array(repeating: 0, count: size * size)
        side = Array(repeating: 0, count: size)
        row = Array(repeating: 0, count: size)
    }

    /// Adds the two equations of a point and its image.
    mutating func add(point: PixelPoint, image: PixelPoint, weight: Double) {
        row[0] = point.x
        row[1] = point.y
        row[2] = 1
        row[3] = 0
        row[4] = 0
        row[5] = 0
        if size == 8 {
            row[6] = -image.x * point.x
            row[7] = -image.x * point.y
        }
        add(value: image.x, weight: weight)
        row[0] = 0
        row[1] = 0
        row[2] = 0
        row[3] = point.x
        row[4] = point.y
        row[5] = 1
        if size == 8 {
            row[6] = -image.y * point.x
            row[7] = -image.y * point.y
        }
        add(value: image.y, weight: weight)
    }

    /// Adds the equation that a linear form of the numbers has a value.
    mutating func add(row: [Double], value: Double, weight: Double) {
        for i in 0..<size { self.row[i] = row[i] }
        add(value: value, weight: weight)
    }

    private mutating func add(value: Double, weight: Double) {
        for i in 0..<size where row[i] != 0 {
            let scaled = weight * row[i]
            for j in i..<size { matrix[i * size + j] += scaled * row[j] }
            side[i] += scaled * value
        }
    }

    /// The numbers, or nil where the equations don't fix them.
    func solved() -> [Double]? {
        // Cholesky: the matrix is symmetric, its upper half is filled.
        var lower = [Double](repeating: 0, count: size * size)
        for i in 0..<size {
            for j in 0...i {
                var sum = matrix[j * size + i]
                for k in 0..<j { sum -= lower[i * size + k] * lower[j * size + k] }
                if i == j {
                    // A pivot this small next to its own column is rounding error.
                    guard sum > 1e-12 * matrix[i * size + i], sum > 0 else { return nil }
                    lower[i * size + i] = sum.squareRoot()
                } else {
                    lower[i * size + j] = sum / lower[j * size + j]
                }
            }
        }
        var solution = side
        for i in 0..<size {
            for k in 0..<i { solution[i] -= lower[i * size + k] * solution[k] }
            solution[i] /= lower[i * size + i]
        }
        for i in stride(from: size - 1, through: 0, by: -1) {
            for k in (i + 1)..<max(size, i + 1) { solution[i] -= lower[k * size + i] * solution[k] }
            solution[i] /= lower[i * size + i]
        }
        return solution.allSatisfy(\.isFinite) ? solution : nil
    }
}
