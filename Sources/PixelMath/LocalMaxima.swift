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
            unsafe columns.withUnsafeMutableBufferPointer { columns in
                guard let start = samples.baseAddress, let columns = columns.baseAddress else { return }
                for y in 1..<(height - 1) {
                    // Bounded: the rows above and below are the plane's, and no row has more maxima than pixels.
                    let row = unsafe start + y * width
                    let count = unsafe kernels.maxima(
                        of: row, above: row - width, below: row + width, width: width, threshold: threshold,
                        found: columns)
                    for index in 0..<count {
                        if found.count == limit { return }
                        let x = unsafe Int(columns[index])
                        unsafe found.append(LocalMaximum(x: x, y: y, value: row[x]))
                    }
                }
            }
        }
        return found
    }
}
