/// How far points lie from their neighbours.
enum NearestDistances {
    /// The distance of each point from its n-th nearest other point; points with fewer others are left out.
    ///
    /// - Parameters:
    ///   - points: The points.
    ///   - neighbour: Which neighbour, 1 the nearest.
    /// - Returns: Distances in the order of the points.
    /// - Complexity: O(points · neighbour) for points strewn evenly.
    static func of(_ points: [SIMD2<Double>], neighbour: Int) -> [Double] {
        guard points.count > neighbour, let first = points.first else { return [] }
        let low = points.reduce(first) { pointwiseMin($0, $1) }
        let high = points.reduce(first) { pointwiseMax($0, $1) }
        let extent = high - low
        // About two points a bucket.
        let cell = max((max(extent.x, 1) * max(extent.y, 1) * 2 / Double(points.count)).squareRoot(), 1e-6)
        let columns = Int(extent.x / cell) + 1
        let rows = Int(extent.y / cell) + 1
        var buckets = [[Int32]](repeating: [], count: columns * rows)
        func place(_ point: SIMD2<Double>) -> (column: Int, row: Int) {
            (Int((point.x - low.x) / cell), Int((point.y - low.y) / cell))
        }
        for (index, point) in points.enumerated() {
            let (column, row) = place(point)
            buckets[row * columns + column].append(Int32(index))
        }
        return points.indices.compactMap { index in
            let (column, row) = place(points[index])
            var nearest = [Double](repeating: .infinity, count: neighbour)
            var ring = 0
            while ring <= max(columns, rows) {
                for y in max(0, row - ring)...max(0, min(rows - 1, row + ring)) where y <= row + ring {
                    for x in max(0, column - ring)...max(0, min(columns - 1, column + ring))
                    where max(abs(x - column), abs(y - row)) == ring {
                        for other in buckets[y * columns + x] where Int(other) != index {
                            let step = points[Int(other)] - points[index]
                            let square = (step * step).sum()
                            guard square < nearest[neighbour - 1] else { continue }
                            var slot = neighbour - 1
                            while slot > 0 && nearest[slot - 1] > square {
                                nearest[slot] = nearest[slot - 1]
                                slot -= 1
                            }
                            nearest[slot] = square
                        }
                    }
                }
                // What lies beyond the ring lies farther than its width.
                let safe = Double(ring) * cell
                if nearest[neighbour - 1] <= safe * safe { break }
                ring += 1
            }
            return nearest[neighbour - 1].isFinite ? nearest[neighbour - 1].squareRoot() : nil
        }
    }
}
