import Raster

extension Plane {
    /// Where the wider blur is wider by this many pixels, it is made at half the size: a spot that the difference answers to
    /// most strongly is 4 % off at most, wherever it lies.
    private static var leastRestOfHalf: Double { 1.5 }
    /// What going to half the size and back blurs by, square pixels: the mean of two spreads by ¼, the line between two
    /// by ¾.
    private static var varianceOfHalving: Double { 1 }

    /// Hands on the rows of the plane blurred by one Gaussian less the same blurred by a wider one, from the top.
    ///
    /// The rows are gone soon after, so that they never leave the second cache. A wide blur is made at half the size: each
    /// of its pixels is the mean of two by two, and what lies between them is linear.
    ///
    /// - Parameters:
    ///   - fine: Standard deviation of the narrower, in pixels.
    ///   - wide: Standard deviation of the wider, above `fine`.
    ///   - body: Takes the number of a row that is done, and where that row and the two before it stand, by their numbers.
    /// - Complexity: O(pixels · wide).
    package func forRowsOfDifference(
        fine: Double, wide: Double, _ body: (_ y: Int, _ rows: (_ y: Int) -> UnsafePointer<Float>) -> Void
    ) {
        let rest = (wide * wide - fine * fine).squareRoot()
        let isHalf = rest >= Self.leastRestOfHalf
        let (width, height) = (width, height)
        let (columns, rows) = isHalf ? ((width + 1) / 2, (height + 1) / 2) : (width, height)
        var first = GaussianRows(sigma: fine, width: width, height: height)
        var second = GaussianRows(
            sigma: isHalf ? (rest * rest - Self.varianceOfHalving).squareRoot() / 2 : rest,
            width: columns, height: rows)
        // The fine rows wait for the wide ones: at half the size for two rows a step, and both blurs hand on two at once.
        let (stride, length) = (width + 16, 2 * second.radius + 12)
        unsafe withUnsafeTemporaryAllocation(of: Float.self, capacity: length * stride + 5 * columns + 2) {
            memory in
            guard let ring = memory.baseAddress else { return }
            // Behind the ring three rows of the wide blur, one that is to be blurred, one between two of them with a sample
            // beside each end.
            let blurred = unsafe ring + length * stride
            let (halved, between) = unsafe (blurred + 3 * columns, blurred + 4 * columns + 1)
            func place(_ y: Int) -> UnsafeMutablePointer<Float> { unsafe ring + y % length * stride }
            func wide(_ y: Int) -> UnsafeMutablePointer<Float> { unsafe blurred + y % 3 * columns }
            func finish(_ y: Int) { unsafe body(y) { y in unsafe UnsafePointer(place(y)) } }
            func finish(_ y: Int, between near: Int, and far: Int) {
                // Bounded: rows that stand in the memory.
                unsafe kernels.between(wide(near), wide(far), share: 0.25, into: between, width: columns)
                unsafe (between[-1], between[columns]) = unsafe (between[0], between[columns - 1])
                unsafe kernels.subtractDoubled(between, from: place(y), width: width)
                finish(y)
            }
            unsafe forRows { _, row in
                unsafe first.take(row, to: place) { y, fine in
                    if !isHalf {
                        unsafe second.take(fine, to: wide) { y, wide in
                            unsafe kernels.subtract(place(y), wide, into: place(y), width: width)
                            finish(y)
                        }
                        return
                    }
                    guard y % 2 == 1 || y == height - 1 else { return }
                    let above = unsafe place(y / 2 * 2)
                    // Bounded: two rows of `width` samples, the lower again where there is no second.
                    unsafe kernels.halve(above, fine, into: halved, width: width / 2)
                    if width % 2 == 1 {
                        unsafe halved[columns - 1] = (above[width - 1] + fine[width - 1]) / 2
                    }
                    unsafe second.take(halved, to: wide) { y, _ in
                        if y > 0 { finish(2 * y - 1, between: y - 1, and: y) }
                        finish(2 * y, between: y, and: max(y - 1, 0))
                        if y == rows - 1, height % 2 == 0 { finish(2 * y + 1, between: y, and: y) }
                    }
                }
            }
        }
    }
}
