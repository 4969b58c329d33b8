import Raster

/// A pixel that is higher than its eight neighbours.
package struct LocalMaximum: Sendable, Equatable {
    /// Column.
    package let x: Int
    /// Row.
    package let y: Int
    /// The plane's value there.
    package let value: Float
}

extension Plane {
    /// The pixels above a threshold that are higher than their eight neighbours, in reading order.
    ///
    /// Of equal neighbours the first in reading order counts. The outermost pixels are left out.
    ///
    /// - Parameters:
    ///   - threshold: What a maximum must exceed.
    ///   - limit: The most that are returned; the scan stops there.
    /// - Returns: The maxima in reading order.
    /// - Complexity: O(pixels).
    package func localMaxima(above threshold: Float, limit: Int) -> [LocalMaximum] {
        var found = [LocalMaximum]()
        guard width >= 3, height >= 3 else { return found }
        var columns = [Int32](repeating: 0, count: width)
        unsafe samples.withUnsafeBufferPointer { samples in
            guard let start = samples.baseAddress else { return }
            for y in 1..<(height - 1) where found.count < limit {
                // Bounded: the rows above and below are the plane's.
                let row = unsafe start + y * width
                unsafe found.append(
                    y, row, above: row - width, below: row + width, over: threshold, columns: &columns)
            }
        }
        return Array(found.prefix(limit))
    }

    /// The maxima of the plane blurred by one Gaussian less the same blurred by a wider one.
    ///
    /// - Parameters:
    ///   - fine: Standard deviation of the narrower, in pixels.
    ///   - wide: Standard deviation of the wider, above `fine`.
    ///   - body: Takes each row of the difference and tells what a maximum of the row before must exceed.
    /// - Returns: The maxima in reading order, as ``localMaxima(above:limit:)`` has them.
    /// - Complexity: O(pixels · wide).
    package func maximaOfDifference(
        fine: Double, wide: Double, _ body: (_ y: Int, _ row: UnsafePointer<Float>) -> Float
    ) -> [LocalMaximum] {
        var found = [LocalMaximum]()
        var columns = [Int32](repeating: 0, count: width)
        unsafe forRowsOfDifference(fine: fine, wide: wide) { y, rows in
            let threshold = unsafe body(y, rows(y))
            guard y >= 2, width >= 3 else { return }
            // Bounded: three rows of `width` samples.
            unsafe found.append(
                y - 1, rows(y - 1), above: rows(y - 2), below: rows(y), over: threshold, columns: &columns)
        }
        return found
    }
}

extension [LocalMaximum] {
    /// Adds the maxima of a row between two others; all hold as many samples as there are columns, three or more.
    fileprivate mutating func append(
        _ y: Int, _ row: UnsafePointer<Float>, above: UnsafePointer<Float>, below: UnsafePointer<Float>,
        over threshold: Float, columns: inout [Int32]
    ) {
        unsafe columns.withUnsafeMutableBufferPointer { columns in
            guard let start = columns.baseAddress else { return }
            // Bounded: no row has more maxima than pixels.
            let count = unsafe kernels.maxima(
                of: row, above: above, below: below, width: columns.count, threshold: threshold, found: start)
            for index in 0..<count {
                let x = unsafe Int(start[index])
                unsafe append(LocalMaximum(x: x, y: y, value: row[x]))
            }
        }
    }
}
