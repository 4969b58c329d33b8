import Raster

/// The two passes of a separable Gaussian over planar Floats.
///
/// Each output is the sum of `tap · sample` from the first tap to the last, product and sum rounded apart, so that
/// sixteen pixels side by side give the same bits as the scalar reference does for one.
enum GaussianBlurKernel {
    private typealias Lanes = SIMD16<Float>

    /// Blurs every row; both buffers hold exactly `width · height` samples.
    static func alongRows(
        _ source: UnsafeBufferPointer<Float>, into target: UnsafeMutableBufferPointer<Float>,
        width: Int, height: Int, kernel: GaussianKernel
    ) {
        precondition(source.count == width * height && target.count == width * height)
        let radius = kernel.radius
        // One row with its edges repeated, so that the inner loop needs no test.
        var padded = [Float](repeating: 0, count: width + 2 * radius)
        for y in 0..<height {
            let start = y * width
            unsafe padded.withUnsafeMutableBufferPointer { row in
                for x in 0..<radius {
                    // Bounded: x < radius and radius + width + x < width + 2 · radius.
                    unsafe row[x] = unsafe source[start]
                    unsafe row[radius + width + x] = unsafe source[start + width - 1]
                }
                for x in 0..<width { unsafe row[radius + x] = unsafe source[start + x] }
            }
            unsafe padded.withUnsafeBufferPointer { row in
                // Bounded: tap + x ≤ 2 · radius + width − 1.
                unsafe sum(
                    kernel.taps, width: width, into: target, at: start, from: row, firstOf: { $0 })
            }
        }
    }

    /// Blurs some rows of a plane of `width · height` along their columns.
    ///
    /// - Parameters:
    ///   - source: The rows `held` of the plane and maybe more behind them.
    ///   - held: Rows that stand in `source`: all that `rows` reach by the kernel's radius within the plane.
    ///   - target: The plane of the result.
    ///   - rows: Rows to set.
    ///   - width: Pixels in a row.
    ///   - height: Rows of the plane.
    ///   - kernel: The taps.
    static func alongColumns(
        _ source: UnsafeBufferPointer<Float>, holding held: Range<Int>,
        into target: UnsafeMutableBufferPointer<Float>, rows: Range<Int>, width: Int, height: Int,
        kernel: GaussianKernel
    ) {
        let radius = kernel.radius
        precondition(source.count >= held.count * width && target.count == width * height)
        precondition(held.lowerBound <= max(0, rows.lowerBound - radius))
        precondition(held.upperBound >= min(height, rows.upperBound + radius))
        for y in rows {
            // Bounded: the row is held within 0 ..< height, and so among those that are held.
            unsafe sum(
                kernel.taps, width: width, into: target, at: y * width, from: source,
                firstOf: { (min(max(y + $0 - radius, 0), height - 1) - held.lowerBound) * width })
        }
    }

    /// Sets `width` outputs to the sum over the taps of `tap · source[firstOf(tap) + x]`.
    ///
    /// The caller holds `firstOf(tap) + width` within the source and `start + width` within the target.
    @inline(__always)
    private static func sum(
        _ taps: [Float], width: Int, into target: UnsafeMutableBufferPointer<Float>, at start: Int,
        from source: UnsafeBufferPointer<Float>, firstOf: (Int) -> Int
    ) {
        guard let input = unsafe UnsafeRawPointer(source.baseAddress),
            let output = UnsafeMutableRawPointer(target.baseAddress)
        else { return }
        let size = MemoryLayout<Float>.stride
        let lanes = Lanes.scalarCount
        var x = 0
        while x + lanes <= width {
            var total = Lanes.zero
            for tap in taps.indices {
                // Bounded: x + 16 ≤ width.
                let values = unsafe input.loadUnaligned(
                    fromByteOffset: (firstOf(tap) + x) * size, as: Lanes.self)
                total += values * taps[tap]
            }
            unsafe output.storeBytes(of: total, toByteOffset: (start + x) * size, as: Lanes.self)
            x += lanes
        }
        while x < width {
            var total: Float = 0
            for tap in taps.indices { unsafe total += taps[tap] * source[firstOf(tap) + x] }
            unsafe target[start + x] = total
            x += 1
        }
    }
}
