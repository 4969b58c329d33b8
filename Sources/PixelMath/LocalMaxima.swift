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
        unsafe samples.withUnsafeBufferPointer { v in
            for y in 1..<(height - 1) {
                for x in 1..<(width - 1) {
                    let i = y * width + x
                    // Bounded: the outermost rows and columns are left out.
                    let value = unsafe v[i]
                    guard value > threshold else { continue }
                    let isHighest =
                        unsafe value >= v[i + 1] && value >= v[i + width - 1]
                        && value >= v[i + width] && value >= v[i + width + 1]
                        && value > v[i - 1] && value > v[i - width - 1]
                        && value > v[i - width] && value > v[i - width + 1]
                    guard isHighest else { continue }
                    if found.count == limit { return }
                    found.append(LocalMaximum(x: x, y: y, value: value))
                }
            }
        }
        return found
    }
}
