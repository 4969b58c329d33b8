/// Points of a picture in square buckets, to ask what lies near a place.
///
/// Each bucket is a chain from the point that came into it last back to the first.
package struct PointBuckets {
    /// Buckets in a row.
    let columns: Int
    /// Rows of buckets.
    let rows: Int
    /// The points, in the order in which they came.
    private(set) var points: [SIMD2<Double>]
    private let low: SIMD2<Double>
    private let side: Double
    /// The last point of each bucket, −1 of none.
    private var last: [Int32]
    /// The point that came into its bucket before each point, −1 before the first.
    private var earlier: [Int32]

    /// Puts points into buckets.
    ///
    /// - Parameters:
    ///   - points: The points.
    ///   - low: The corner at which the first bucket begins.
    ///   - high: The opposite corner; what lies beyond either goes to the nearest bucket.
    ///   - side: Side of a bucket, above 0, in the points' unit.
    /// - Complexity: O(buckets + points).
    package init(_ points: [SIMD2<Double>], from low: SIMD2<Double>, to high: SIMD2<Double>, side: Double) {
        self.points = points
        self.low = low
        self.side = side
        columns = Int((high.x - low.x) / side) + 1
        rows = Int((high.y - low.y) / side) + 1
        last = Array(repeating: -1, count: columns * rows)
        earlier = Array(repeating: -1, count: points.count)
        for index in points.indices {
            let (column, row) = place(of: points[index])
            earlier[index] = last[row * columns + column]
            last[row * columns + column] = Int32(index)
        }
    }

    /// Adds a point.
    package mutating func add(_ point: SIMD2<Double>) {
        let (column, row) = place(of: point)
        earlier.append(last[row * columns + column])
        last[row * columns + column] = Int32(points.count)
        points.append(point)
    }

    /// Which bucket holds a point.
    @inline(__always)
    func place(of point: SIMD2<Double>) -> (column: Int, row: Int) {
        let place = (point - low) / side
        return (min(Int(max(place.x, 0)), columns - 1), min(Int(max(place.y, 0)), rows - 1))
    }

    /// Calls for each point of a bucket, the last one first.
    @inline(__always)
    func forEach(column: Int, row: Int, _ body: (_ index: Int) -> Void) {
        var index = Int(last[row * columns + column])
        while index >= 0 {
            body(index)
            index = Int(earlier[index])
        }
    }

    /// Calls for each point in the buckets that a square of twice the radius around a place touches.
    ///
    /// - Complexity: O(buckets and points there).
    @inline(__always)
    package func forEach(near point: SIMD2<Double>, within radius: Double, _ body: (_ index: Int) -> Void) {
        let (first, end) = (place(of: point - radius), place(of: point + radius))
        for row in first.row...end.row {
            for column in first.column...end.column { forEach(column: column, row: row, body) }
        }
    }
}

extension PointBuckets {
    /// Side of a bucket of spots in typical standard deviations: about as far as touching spots lie apart.
    private static let sideInSigmas = 4.0

    /// The middles of spots.
    ///
    /// - Parameters:
    ///   - spots: The spots, working pixels.
    ///   - width: Pixels of the picture in a row.
    ///   - height: Rows of the picture.
    ///   - typicalSigma: Standard deviation of the typical dot, px.
    /// - Complexity: O(pixels / typicalSigma² + spots).
    init(of spots: [SpotModel], width: Int, height: Int, typicalSigma: Double) {
        self.init(
            spots.map { SIMD2($0.x, $0.y) }, from: .zero, to: SIMD2(Double(width), Double(height)),
            side: Self.sideInSigmas * typicalSigma)
    }

    /// Whether no point lies within a radius of a place.
    package func isFree(around place: SIMD2<Double>, within radius: Double) -> Bool {
        var isFree = true
        forEach(near: place, within: radius) { index in
            let step = points[index] - place
            if (step * step).sum() < radius * radius { isFree = false }
        }
        return isFree
    }
}
