import Raster

extension RGBImage {
    /// The picture made smaller by averaging the light that falls on each new pixel.
    ///
    /// - Parameter longSide: Pixels of the longer side, at least 1; a picture that is no longer stays as it is.
    /// - Returns: The smaller picture.
    /// - Complexity: O(pixels).
    package func shrunk(toLongSide longSide: Int) -> RGBImage {
        let longest = max(width, height)
        guard longest > longSide else { return self }
        let newWidth = max(1, (width * longSide + longest / 2) / longest)
        let newHeight = max(1, (height * longSide + longest / 2) / longest)
        return RGBImage(
            red: red.shrunk(to: newWidth, newHeight), green: green.shrunk(to: newWidth, newHeight),
            blue: blue.shrunk(to: newWidth, newHeight))
    }
}

extension Plane {
    /// The plane at a smaller size, by area.
    fileprivate func shrunk(to newWidth: Int, _ newHeight: Int) -> Plane {
        let columns = Self.shares(of: width, in: newWidth)
        let rows = Self.shares(of: height, in: newHeight)
        var result = Plane(width: newWidth, height: newHeight)
        var row = [Float](repeating: 0, count: width)
        for (newY, share) in rows.enumerated() {
            for x in row.indices { row[x] = 0 }
            for (offset, weight) in share.weights.enumerated() {
                let start = (share.start + offset) * width
                for x in 0..<width { row[x] += weight * samples[start + x] }
            }
            for (newX, share) in columns.enumerated() {
                var sum: Float = 0
                for (offset, weight) in share.weights.enumerated() {
                    sum += weight * row[share.start + offset]
                }
                result.samples[newY * newWidth + newX] = sum
            }
        }
        return result
    }

    /// For each new pixel of a line the old ones that it covers, with their shares of it.
    private static func shares(of old: Int, in new: Int) -> [(start: Int, weights: [Float])] {
        (0..<new).map { index in
            // In units of 1/new of an old pixel all edges are whole numbers.
            let from = index * old
            let to = (index + 1) * old
            let first = from / new
            let last = (to - 1) / new
            let weights = (first...last).map { pixel in
                Float(min(to, (pixel + 1) * new) - max(from, pixel * new)) / Float(old)
            }
            return (first, weights)
        }
    }
}
