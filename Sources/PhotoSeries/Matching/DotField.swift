import Raster

/// The dots of one photo as a field of stars: all that registration looks at.
package struct DotField: Sendable {
    /// Where the dots are, in pixels of the photo.
    package let points: [PixelPoint]
    /// Pixels of the photo in a row.
    package let width: Double
    /// Rows of the photo.
    package let height: Double
    /// The points, sorted into buckets.
    let buckets: PointBuckets
    /// For each point its `neighbourCount` nearest others, the nearest first; −1 where there are fewer.
    let neighbours: [Int32]
    /// Points per px² around each point.
    let density: [Double]
    /// Typical distance between dots: side of the square that one dot has to itself, in pixels.
    package let spacing: Double

    /// Neighbours from which constellations are drawn: with 30 % lost and 10 % false on either side, four or
    /// five of eight are still the same.
    static let neighbourCount = 8

    /// Makes a field.
    ///
    /// - Parameters:
    ///   - points: Where the dots are, in pixels of the photo.
    ///   - width: Pixels of the photo in a row, above 0.
    ///   - height: Rows of the photo, above 0.
    /// - Complexity: O(points) for points spread as dots are.
    package init(points: [PixelPoint], width: Double, height: Double) {
        self.points = points
        self.width = width
        self.height = height
        // Two dots a bucket on average over the box that holds them.
        buckets = PointBuckets(points: points, pointsPerBucket: 2)
        let k = Self.neighbourCount
        var neighbours = [Int32](repeating: -1, count: points.count * k)
        var density = [Double](repeating: 0, count: points.count)
        for index in points.indices {
            let found = buckets.nearest(k + 1, to: points[index])
            var slot = 0
            var farthest = 0.0
            for other in found where other != index && slot < k {
                neighbours[index * k + slot] = Int32(other)
                farthest = points[index].squaredDistance(to: points[other])
                slot += 1
            }
            density[index] = farthest > 0 ? Double(slot) / (.pi * farthest) : 0
        }
        self.neighbours = neighbours
        self.density = density
        let middle = density.median
        spacing = middle > 0 ? 1 / middle.squareRoot() : 0
    }

    /// The dot nearest to a place, or nil where there is none within a radius.
    ///
    /// - Parameters:
    ///   - place: A place in pixels of the photo.
    ///   - radius: How far to look, in pixels.
    /// - Returns: The dot's number.
    package func nearest(to place: PixelPoint, within radius: Double) -> Int? {
        buckets.nearest(to: place, within: radius)
    }

    /// Whether a place lies in the picture.
    func contains(_ point: PixelPoint) -> Bool {
        point.x >= 0 && point.y >= 0 && point.x <= width - 1 && point.y <= height - 1
    }
}
