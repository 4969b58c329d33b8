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
        let share = 1 / Float(factor * factor)
        let (columns, rows) = (width / factor, height / factor)
        return unsafe .build(width: columns, height: rows) { target in
            unsafe forRows { y, row in
                guard y / factor < rows else { return }
                // Bounded: x · factor + k < width, and row y / factor of the result.
                let out = unsafe target + y / factor * columns
                let isFirst = y % factor == 0
                if factor == 2 {
                    if !isFirst { unsafe kernels.halve(row - width, row, into: out, width: columns) }
                    return
                }
                for x in 0..<columns {
                    var sum: Float = 0
                    for k in 0..<factor { unsafe sum += row[x * factor + k] }
                    unsafe out[x] = isFirst ? sum * share : out[x] + sum * share
                }
            }
        }
    }

    /// Every other pixel of every other row, from the first on: all of a plane that is blurred by two pixels or more.
    ///
    /// - Complexity: O(pixels).
    package var everyOther: Plane {
        let columns = (width + 1) / 2
        return unsafe .build(width: columns, height: (height + 1) / 2) { target in
            unsafe forRows { y, row in
                guard y % 2 == 0 else { return }
                // Bounded: 2 · x < width, and row y / 2 of the result.
                let out = unsafe target + y / 2 * columns
                for x in 0..<columns { unsafe out[x] = row[2 * x] }
            }
        }
    }
}
