import Raster

extension Plane {
    /// Rows that are blurred along their columns at a time.
    private static var blurredRowsAtOnce: Int { 128 }

    /// The plane convolved with a Gaussian; beyond its edge the plane goes on as its outermost pixels.
    ///
    /// - Parameter sigma: Standard deviation in pixels; 0 or less gives the plane back.
    /// - Returns: A plane of the same size.
    /// - Complexity: O(pixels · sigma).
    package func blurred(sigma: Double) -> Plane {
        guard sigma > 0 else { return self }
        let kernel = GaussianKernel(sigma: sigma)
        var result = Plane(width: width, height: height)
        // Rows blurred along themselves that are still needed by columns; the rest is let go, so that a large
        // plane needs no second one and the rows stay in a cache.
        let rowsAtOnce = min(height, Self.blurredRowsAtOnce)
        var band = [Float](repeating: 0, count: (rowsAtOnce + 2 * kernel.radius) * width)
        var rows = 0..<0
        for top in stride(from: 0, to: height, by: rowsAtOnce) {
            let bottom = min(top + rowsAtOnce, height)
            let needed = max(0, top - kernel.radius)..<min(height, bottom + kernel.radius)
            unsafe band.withUnsafeMutableBufferPointer { band in
                let kept = max(0, rows.upperBound - needed.lowerBound)
                if kept > 0, let base = band.baseAddress {
                    // Bounded: the kept rows are the last of those that stand in the band.
                    unsafe base.update(
                        from: base + (needed.lowerBound - rows.lowerBound) * width, count: kept * width)
                }
                unsafe samples.withUnsafeBufferPointer { source in
                    let fresh = (needed.lowerBound + kept) * width..<needed.upperBound * width
                    unsafe GaussianBlurKernel.alongRows(
                        .init(rebasing: source[fresh]),
                        into: .init(rebasing: band[(kept * width)..<(needed.count * width)]), width: width,
                        height: needed.count - kept, kernel: kernel)
                }
            }
            rows = needed
            unsafe band.withUnsafeBufferPointer { band in
                unsafe result.samples.withUnsafeMutableBufferPointer { target in
                    unsafe GaussianBlurKernel.alongColumns(
                        band, holding: rows, into: target, rows: top..<bottom, width: width, height: height,
                        kernel: kernel)
                }
            }
        }
        return result
    }
}
