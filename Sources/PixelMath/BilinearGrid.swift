import Raster

/// Values at the middles of square cells, and between them by straight lines.
///
/// The sample at column `c` and row `r` of `cells` stands at the middle of the square of `side` pixels that begins
/// at (`c · side`, `r · side`). Beyond the outermost middles the grid goes on as they are.
package struct BilinearGrid: Sendable {
    /// A sample a cell.
    package let cells: Plane
    /// Side of a cell in pixels, 1 or more.
    package let side: Int

    /// Makes a grid.
    ///
    /// - Parameters:
    ///   - cells: A sample a cell.
    ///   - side: Side of a cell in pixels, 1 or more.
    package init(cells: Plane, side: Int) {
        precondition(side >= 1, "a cell has pixels")
        self.cells = cells
        self.side = side
    }

    /// Between which two of `count` cells a pixel lies, and how far from the first to the second.
    private func place(_ pixel: Int, of count: Int) -> (first: Int, second: Int, weight: Float) {
        let half = Float(side - 1) / 2
        let place = min(max((Float(pixel) - half) / Float(side), 0), Float(count - 1))
        let first = min(Int(place), max(count - 2, 0))
        return (first, min(first + 1, count - 1), count > 1 ? place - Float(first) : 0)
    }

    /// The value at a pixel, the same bits as in ``plane(width:height:)``.
    package func value(x: Int, y: Int) -> Float {
        let (top, bottom, down) = place(y, of: cells.height)
        let (left, right, along) = place(x, of: cells.width)
        func line(_ column: Int) -> Float {
            let upper = cells[column, top]
            return upper + down * (cells[column, bottom] - upper)
        }
        let first = line(left)
        return first + along * (line(right) - first)
    }

    /// The values at all pixels.
    ///
    /// - Parameters:
    ///   - width: Pixels of the result in a row.
    ///   - height: Rows of the result.
    /// - Returns: A plane of `width × height`.
    /// - Complexity: O(pixels of the result).
    package func plane(width: Int, height: Int) -> Plane {
        var result = Plane(width: width, height: height)
        forRows(width: width, height: height) { y, row in
            for x in 0..<width { result.samples[y * width + x] = row[x] }
        }
        return result
    }

    /// The values at all pixels, row by row from the top, for whoever needs no plane of them.
    ///
    /// - Parameters:
    ///   - width: Pixels in a row.
    ///   - height: Rows.
    ///   - body: Takes a row's number and its values.
    /// - Complexity: O(pixels).
    package func forRows(width: Int, height: Int, _ body: (_ y: Int, _ row: [Float]) -> Void) {
        // The same for every row.
        let columns = (0..<width).map { place($0, of: cells.width) }
        var line = [Float](repeating: 0, count: cells.width)
        var row = [Float](repeating: 0, count: width)
        for y in 0..<height {
            let (top, bottom, weight) = place(y, of: cells.height)
            for column in 0..<cells.width {
                let upper = cells[column, top]
                line[column] = upper + weight * (cells[column, bottom] - upper)
            }
            for x in 0..<width {
                let left = line[columns[x].first]
                row[x] = left + columns[x].weight * (line[columns[x].second] - left)
            }
            body(y, row)
        }
    }
}
