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

    /// The value at a pixel, the same bits as in ``forRows(width:height:_:)``.
    package func value(x: Int, y: Int) -> Float {
        let (top, bottom, down) = place(y, of: cells.height)
        let (left, right, along) = place(x, of: cells.width)
        func line(_ row: Int) -> Float {
            let first = cells[left, row]
            return first + along * (cells[right, row] - first)
        }
        let upper = line(top)
        return upper + down * (line(bottom) - upper)
    }

    /// The values at all pixels, row by row from the top.
    ///
    /// - Parameters:
    ///   - width: Pixels in a row.
    ///   - height: Rows.
    ///   - body: Takes a row's number and its values, which stay for this call.
    /// - Complexity: O(pixels).
    package func forRows(
        width: Int, height: Int, _ body: (_ y: Int, _ row: UnsafePointer<Float>) -> Void
    ) {
        // Two rows of cells, each spread over the columns, and what lies between them.
        let columns = (0..<width).map { place($0, of: cells.width) }
        func spread(_ row: Int) -> [Float] {
            columns.map { column in
                let first = cells[column.first, row]
                return first + column.weight * (cells[column.second, row] - first)
            }
        }
        var held = (first: 0, second: 0)
        var upper = spread(0)
        var lower = upper
        var row = [Float](repeating: 0, count: width)
        for y in 0..<height {
            let (top, bottom, weight) = place(y, of: cells.height)
            if held != (top, bottom) {
                upper = held.second == top ? lower : spread(top)
                lower = bottom == top ? upper : spread(bottom)
                held = (top, bottom)
            }
            unsafe upper.withUnsafeBufferPointer { upper in
                unsafe lower.withUnsafeBufferPointer { lower in
                    unsafe row.withUnsafeMutableBufferPointer { row in
                        guard let upper = upper.baseAddress, let lower = lower.baseAddress,
                            let row = row.baseAddress
                        else { return }
                        // Bounded: all three hold `width` samples.
                        unsafe kernels.between(upper, lower, share: weight, into: row, width: width)
                        unsafe body(y, UnsafePointer(row))
                    }
                }
            }
        }
    }

    /// The values at all pixels.
    ///
    /// - Parameters:
    ///   - width: Pixels of the result in a row.
    ///   - height: Rows of the result.
    /// - Returns: A plane of `width × height`.
    /// - Complexity: O(pixels of the result).
    package func plane(width: Int, height: Int) -> Plane {
        unsafe .build(width: width, height: height) { target in
            unsafe forRows(width: width, height: height) { y, row in
                // Bounded: row y of the result.
                unsafe (target + y * width).initialize(from: row, count: width)
            }
        }
    }
}
