import Raster

extension Plane {
    /// The plane at a smaller size: each pixel the mean of a square of `factor × factor` pixels.
    ///
    /// Columns and rows that do not fill a square are left out. Means are taken in linear light, so loads and
    /// colours are kept.
    ///
    /// - Parameter factor: Side of the square, 1 or more, no larger than the plane.
    /// - Returns: A plane of `width / factor` by `height / factor` pixels.
    /// - Complexity: O(pixels).
    package func reduced(by factor: Int) -> Plane {
        precondition(factor >= 1 && factor <= width && factor <= height)
        if factor == 1 { return self }
        var result = Plane(width: width / factor, height: height / factor)
        let share = 1 / Float(factor * factor)
        unsafe samples.withUnsafeBufferPointer { source in
            unsafe result.samples.withUnsafeMutableBufferPointer { target in
                let columns = width / factor
                for y in 0..<(height / factor) {
                    for inner in 0..<factor {
                        let row = (y * factor + inner) * width
                        for x in 0..<columns {
                            var sum: Float = 0
                            // Bounded: x · factor + k < width.
                            for k in 0..<factor { unsafe sum += source[row + x * factor + k] }
                            unsafe target[y * columns + x] += sum * share
                        }
                    }
                }
            }
        }
        return result
    }
}
