import Raster

extension Plane {
    /// Hands on the rows of the plane blurred by one Gaussian less the same blurred by a wider one, from the top.
    ///
    /// The rows are gone soon after, so that they never leave the second cache.
    ///
    /// - Parameters:
    ///   - fine: Standard deviation of the narrower, in pixels.
    ///   - wide: Standard deviation of the wider, above `fine`.
    ///   - body: Takes the number of a row that is done, and where that row and the two before it stand, by their numbers.
    /// - Complexity: O(pixels · wide).
    package func forRowsOfDifference(
        fine: Double, wide: Double, _ body: (_ y: Int, _ rows: (_ y: Int) -> UnsafePointer<Float>) -> Void
    ) {
        let (width, height) = (width, height)
        var first = GaussianRows(sigma: fine, width: width, height: height)
        var second = GaussianRows(
            sigma: (wide * wide - fine * fine).squareRoot(), width: width, height: height)
        // The fine rows wait for the wide ones, and both blurs hand on two at once.
        let (stride, length) = (width + 16, second.radius + 8)
        unsafe withUnsafeTemporaryAllocation(of: Float.self, capacity: length * stride + 3 * width) {
            memory in
            guard let ring = memory.baseAddress else { return }
            let blurred = unsafe ring + length * stride
            func place(_ y: Int) -> UnsafeMutablePointer<Float> { unsafe ring + y % length * stride }
            unsafe forRows { _, row in
                unsafe first.take(row, to: place) { _, fine in
                    // Bounded: rows that stand in the memory.
                    unsafe second.take(fine, to: { unsafe blurred + $0 % 3 * width }) { y, wide in
                        unsafe kernels.subtract(place(y), wide, into: place(y), width: width)
                        unsafe body(y) { y in unsafe UnsafePointer(place(y)) }
                    }
                }
            }
        }
    }
}
