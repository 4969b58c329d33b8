import Raster

/// What a homography leaves over, smooth over the anchor's frame: a curved head, moved skin.
struct ResidualField: Sendable {
    private let left: Double
    private let top: Double
    private let side: Double
    private let columns: Int
    private let rows: Int
    private let dx: [Double]
    private let dy: [Double]

    /// Side of a square over which residuals are taken as one, in the dots' spacings: two dozen dots, with the
    /// squares beside it two hundred.
    private static let sideInSpacings = 5.0
    /// Pairs whose weight a square of no residual has: where few dots match, little is corrected.
    private static let priorPairs = 12.0

    /// Smooths residuals.
    ///
    /// - Parameters:
    ///   - places: Where, in the anchor's pixels.
    ///   - residuals: What has to be added there.
    ///   - spacing: The dots' spacing in the anchor's pixels, above 0.
    init(places: [PixelPoint], residuals: [PixelPoint], spacing: Double) {
        var low = PixelPoint(x: 0, y: 0)
        var high = PixelPoint(x: 1, y: 1)
        if let first = places.first { (low, high) = (first, first) }
        for place in places {
            low = PixelPoint(x: min(low.x, place.x), y: min(low.y, place.y))
            high = PixelPoint(x: max(high.x, place.x), y: max(high.y, place.y))
        }
        side = max(Self.sideInSpacings * spacing, max(high.x - low.x, high.y - low.y) / 200, 1e-6)
        left = low.x
        top = low.y
        columns = Int((high.x - low.x) / side) + 1
        rows = Int((high.y - low.y) / side) + 1
        var sums = [(x: Double, y: Double, count: Double)](repeating: (0, 0, 0), count: columns * rows)
        for (place, residual) in zip(places, residuals) {
            let home = min(rows - 1, Int((place.y - top) / side)) * columns
            let bin = home + min(columns - 1, Int((place.x - left) / side))
            sums[bin].x += residual.x
            sums[bin].y += residual.y
            sums[bin].count += 1
        }
        var dx = [Double](repeating: 0, count: sums.count)
        var dy = dx
        for row in 0..<rows {
            for column in 0..<columns {
                var total = (x: 0.0, y: 0.0, count: Self.priorPairs)
                for r in max(0, row - 1)...min(rows - 1, row + 1) {
                    for c in max(0, column - 1)...min(columns - 1, column + 1) {
                        let near = sums[r * columns + c]
                        let weight = r == row && c == column ? 1.0 : 0.5
                        total.x += weight * near.x
                        total.y += weight * near.y
                        total.count += weight * near.count
                    }
                }
                dx[row * columns + column] = total.x / total.count
                dy[row * columns + column] = total.y / total.count
            }
        }
        self.dx = dx
        self.dy = dy
    }

    /// What has to be added at a place of the anchor's frame.
    func residual(at place: PixelPoint) -> PixelPoint {
        let x = min(Double(columns - 1), max(0, (place.x - left) / side - 0.5))
        let y = min(Double(rows - 1), max(0, (place.y - top) / side - 0.5))
        guard x.isFinite, y.isFinite else { return PixelPoint(x: 0, y: 0) }
        let (column, row) = (Int(x), Int(y))
        let (right, below) = (min(columns - 1, column + 1), min(rows - 1, row + 1))
        let (u, v) = (x - Double(column), y - Double(row))
        func mix(_ values: [Double]) -> Double {
            let upper = values[row * columns + column] * (1 - u) + values[row * columns + right] * u
            let lower = values[below * columns + column] * (1 - u) + values[below * columns + right] * u
            return upper * (1 - v) + lower * v
        }
        return PixelPoint(x: mix(dx), y: mix(dy))
    }
}
