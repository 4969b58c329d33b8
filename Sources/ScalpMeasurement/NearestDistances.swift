/// How far points lie from their nearest neighbours.
enum NearestDistances {
    /// The distance of each point from the nearest other one.
    ///
    /// - Parameters:
    ///   - points: The points.
    ///   - most: Of more points than this only some are asked, evenly spread over their order.
    /// - Returns: Distances in the order of the points; infinite for a point alone.
    /// - Complexity: O(points) for points strewn evenly.
    static func of(_ points: [SIMD2<Double>], most: Int = .max) -> [Double] {
        guard let first = points.first else { return [] }
        let low = points.reduce(first) { pointwiseMin($0, $1) }
        let extent = points.reduce(first) { pointwiseMax($0, $1) } - low
        // About two points a bucket.
        let cell = max((max(extent.x, 1) * max(extent.y, 1) * 2 / Double(points.count)).squareRoot(), 1e-6)
        let buckets = PointBuckets(points, from: low, to: low + extent, side: cell)
        let (columns, rows) = (buckets.columns, buckets.rows)
        let step = max(1, points.count / max(most, 1))
        return stride(from: 0, to: points.count, by: step).map { index in
            let (column, row) = buckets.place(of: points[index])
            var nearest = Double.infinity
            // What lies beyond a ring of buckets lies farther away than the ring is wide.
            for ring in 0...max(columns, rows) where nearest > Double(ring - 1) * cell {
                for y in max(0, row - ring)...min(rows - 1, row + ring) {
                    for x in max(0, column - ring)...min(columns - 1, column + ring)
                    where max(abs(x - column), abs(y - row)) == ring {
                        buckets.forEach(column: x, row: y) { other in
                            guard other != index else { return }
                            let step = points[other] - points[index]
                            nearest = min(nearest, (step * step).sum().squareRoot())
                        }
                    }
                }
            }
            return nearest
        }
    }
}
