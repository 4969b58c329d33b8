import Raster

/// Points sorted into square buckets, for neighbours without a quadratic step.
struct PointBuckets: Sendable {
    let points: [PixelPoint]
    private let left: Double
    private let top: Double
    private let side: Double
    private let columns: Int
    private let rows: Int
    /// First place in `order` of each bucket, and the end after the last.
    private let starts: [Int32]
    private let order: [Int32]

    /// Sorts points.
    ///
    /// - Parameters:
    ///   - points: Any finite points.
    ///   - pointsPerBucket: Points a bucket on average.
    /// - Complexity: O(points).
    init(points: [PixelPoint], pointsPerBucket: Double) {
        self.points = points
        var low = PixelPoint(x: 0, y: 0)
        var high = PixelPoint(x: 1, y: 1)
        if let first = points.first {
            low = first
            high = first
        }
        for point in points {
            low.x = min(low.x, point.x)
            low.y = min(low.y, point.y)
            high.x = max(high.x, point.x)
            high.y = max(high.y, point.y)
        }
        let area = max(1, high.x - low.x) * max(1, high.y - low.y)
        // Points in a line make a long thin box: the cap keeps memory bounded whatever comes.
        let cap = Double(points.count * 2 + 16)
        side = max(
            1e-6, (area * pointsPerBucket / Double(max(1, points.count))).squareRoot(),
            (high.x - low.x) / cap, (high.y - low.y) / cap)
        left = low.x
        top = low.y
        columns = Int((high.x - low.x) / side) + 1
        rows = Int((high.y - low.y) / side) + 1
        var counts = [Int32](repeating: 0, count: columns * rows + 1)
        var homes = [Int32](repeating: 0, count: points.count)
        for index in points.indices {
            let column = min(columns - 1, Int((points[index].x - low.x) / side))
            let row = min(rows - 1, Int((points[index].y - low.y) / side))
            homes[index] = Int32(row * columns + column)
            counts[row * columns + column + 1] += 1
        }
        for bucket in 1..<counts.count { counts[bucket] += counts[bucket - 1] }
        starts = counts
        var order = [Int32](repeating: 0, count: points.count)
        for index in points.indices {
            let home = Int(homes[index])
            order[Int(counts[home])] = Int32(index)
            counts[home] += 1
        }
        self.order = order
    }

    /// The nearest point within a radius, the first in order where two are as near; nil where there is none.
    func nearest(to place: PixelPoint, within radius: Double) -> Int? {
        var best = radius * radius
        var found: Int32 = -1
        guard let span = columnsAndRows(around: place, radius: radius) else { return nil }
        for row in span.rows {
            let base = row * columns
            let end = starts[base + span.columns.upperBound + 1]
            var slot = starts[base + span.columns.lowerBound]
            while slot < end {
                let index = order[Int(slot)]
                let square = points[Int(index)].squaredDistance(to: place)
                if square < best {
                    best = square
                    found = index
                }
                slot += 1
            }
        }
        return found >= 0 ? Int(found) : nil
    }

    /// All points within a radius, bucket by bucket.
    func within(_ radius: Double, of place: PixelPoint) -> [Int] {
        guard let span = columnsAndRows(around: place, radius: radius) else { return [] }
        var found: [Int] = []
        for row in span.rows {
            let base = row * columns
            let range =
                Int(starts[base + span.columns.lowerBound])..<Int(starts[base + span.columns.upperBound + 1])
            for slot in range {
                let index = Int(order[slot])
                if points[index].squaredDistance(to: place) <= radius * radius { found.append(index) }
            }
        }
        return found
    }

    /// The points nearest to a place, the nearest first.
    ///
    /// - Parameters:
    ///   - count: How many, fewer where there are fewer.
    ///   - place: Any place.
    /// - Returns: Their numbers.
    func nearest(_ count: Int, to place: PixelPoint) -> [Int] {
        guard !points.isEmpty, count > 0 else { return [] }
        var radius = side * max(1, (Double(count) / 4).squareRoot())
        let reach = (Double(columns + rows) + 2) * side + abs(place.x - left) + abs(place.y - top)
        var found: [(square: Double, index: Int)] = []
        while true {
            found.removeAll(keepingCapacity: true)
            if let span = columnsAndRows(around: place, radius: radius) {
                for row in span.rows {
                    let base = row * columns
                    let range =
                        Int(
                            starts[base + span.columns.lowerBound])..<Int(
                            starts[base + span.columns.upperBound + 1])
                    for slot in range {
                        let index = Int(order[slot])
                        let square = points[index].squaredDistance(to: place)
                        if square <= radius * radius { found.append((square, index)) }
                    }
                }
            }
            if found.count >= count || radius > reach { break }
            radius *= 1.5
        }
        found.sort { $0.square != $1.square ? $0.square < $1.square : $0.index < $1.index }
        return found.prefix(count).map(\.index)
    }

    @inline(__always)
    private func columnsAndRows(
        around place: PixelPoint, radius: Double
    ) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>)? {
        guard let columns = Self.span((place.x - left) / side, radius / side, columns),
            let rows = Self.span((place.y - top) / side, radius / side, rows)
        else { return nil }
        return (columns, rows)
    }

    @inline(__always)
    private static func span(_ middle: Double, _ reach: Double, _ count: Int) -> ClosedRange<Int>? {
        let end = Double(count)
        let low = middle - reach
        let high = middle + reach
        guard high >= 0, low < end else { return nil }
        return (low > 0 ? Int(low) : 0)...(high < end ? Int(high) : count - 1)
    }
}
