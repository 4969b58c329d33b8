import Raster

/// The two passes of a separable Gaussian over planar Floats.
///
/// Each output is the sum of `tap · sample` from the first tap to the last, so that the plain loops, which the
/// compiler vectorises over neighbouring pixels, give the same bits as the scalar reference.
enum GaussianBlurKernel {
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
                for x in 0..<width { unsafe target[start + x] = 0 }
                for tap in 0..<kernel.taps.count {
                    let weight = kernel.taps[tap]
                    // Bounded: tap + x ≤ 2 · radius + width − 1.
                    for x in 0..<width {
                        unsafe target[start + x] += weight * row[tap + x]
                    }
                }
            }
        }
    }

    /// Blurs every column; both buffers hold exactly `width · height` samples.
    static func alongColumns(
        _ source: UnsafeBufferPointer<Float>, into target: UnsafeMutableBufferPointer<Float>,
        width: Int, height: Int, kernel: GaussianKernel
    ) {
        precondition(source.count == width * height && target.count == width * height)
        let radius = kernel.radius
        for y in 0..<height {
            let start = y * width
            for x in 0..<width { unsafe target[start + x] = 0 }
            for tap in 0..<kernel.taps.count {
                let weight = kernel.taps[tap]
                // Bounded: the row is held within 0 ..< height.
                let from = min(max(y + tap - radius, 0), height - 1) * width
                for x in 0..<width {
                    unsafe target[start + x] += weight * source[from + x]
                }
            }
        }
    }
}
