import Raster

extension Plane {
    /// The plane read as a grid of cell centres and filled in between by straight lines.
    ///
    /// The sample at column `c` and row `r` stands at the middle of the square of `side` pixels that begins at
    /// (`c · side`, `r · side`). Beyond the outermost middles the grid goes on as they are.
    ///
    /// - Parameters:
    ///   - side: Side of a cell in pixels, 1 or more.
    ///   - targetWidth: Pixels of the result in a row.
    ///   - targetHeight: Rows of the result.
    /// - Returns: A plane of `width × height`.
    /// - Complexity: O(pixels of the result).
    package func interpolated(side: Int, width targetWidth: Int, height targetHeight: Int) -> Plane {
        var result = Plane(width: targetWidth, height: targetHeight)
        // Column, weight of the next column: the same for every row.
        var lefts = [Int](repeating: 0, count: targetWidth)
        var weights = [Float](repeating: 0, count: targetWidth)
        let half = Float(side - 1) / 2
        for x in 0..<targetWidth {
            let place = min(max((Float(x) - half) / Float(side), 0), Float(width - 1))
            let left = min(Int(place), max(width - 2, 0))
            lefts[x] = left
            weights[x] = width > 1 ? place - Float(left) : 0
        }
        var line = [Float](repeating: 0, count: width)
        for y in 0..<targetHeight {
            let place = min(max((Float(y) - half) / Float(side), 0), Float(height - 1))
            let top = min(Int(place), max(height - 2, 0))
            let bottom = min(top + 1, height - 1)
            let weight = place - Float(top)
            for c in 0..<width {
                let upper = samples[top * width + c]
                line[c] = upper + weight * (samples[bottom * width + c] - upper)
            }
            for x in 0..<targetWidth {
                let left = line[lefts[x]]
                let right = line[min(lefts[x] + 1, width - 1)]
                result.samples[y * targetWidth + x] = left + weights[x] * (right - left)
            }
        }
        return result
    }
}
