/// A Gaussian blur that takes a plane's rows one after the other and hands on the blurred ones as soon as they are known.
///
/// Rows stand in a ring no longer than the kernel, so that a chain of blurs stays in a cache however large the plane is.
/// Beyond the plane's edge it goes on as its outermost pixels.
package struct GaussianRows {
    private let kernel: GaussianKernel
    private let width: Int
    private let height: Int
    private var taken = 0
    /// One row with its ends repeated.
    private var padded: [Float]
    /// Rows blurred along themselves; row y stands at y modulo the kernel's length.
    private var ring: [Float]
    private var blurred: [Float]

    /// Makes a blur.
    ///
    /// - Parameters:
    ///   - sigma: Standard deviation in pixels; 0 or less leaves the rows as they are.
    ///   - width: Pixels in a row, at least 1.
    ///   - height: Rows of the plane, at least 1.
    package init(sigma: Double, width: Int, height: Int) {
        kernel = GaussianKernel(sigma: sigma)
        self.width = width
        self.height = height
        padded = Array(repeating: 0, count: width + 2 * kernel.radius)
        ring = Array(repeating: 0, count: width * (2 * kernel.radius + 1))
        blurred = Array(repeating: 0, count: width)
    }

    /// Takes the next row.
    ///
    /// - Parameters:
    ///   - row: `width` samples.
    ///   - done: Takes the number of each row that is blurred now, and its `width` samples, which stay for this call.
    /// - Complexity: O(width · sigma).
    package mutating func take(
        _ row: UnsafePointer<Float>, _ done: (_ y: Int, _ row: UnsafePointer<Float>) -> Void
    ) {
        precondition(taken < height, "no more rows than the plane has")
        let (radius, width, length) = (kernel.radius, width, 2 * kernel.radius + 1)
        let slot = taken % length * width
        unsafe padded.withUnsafeMutableBufferPointer { padded in
            guard let start = padded.baseAddress else { return }
            // Bounded: radius + width + radius samples.
            unsafe start.update(repeating: row[0], count: radius)
            unsafe (start + radius).update(from: row, count: width)
            unsafe (start + radius + width).update(repeating: row[width - 1], count: radius)
            unsafe ring.withUnsafeMutableBufferPointer { ring in
                unsafe kernel.sides.withUnsafeBufferPointer { taps in
                    guard let target = ring.baseAddress else { return }
                    unsafe kernels.blurAlongRow(
                        start + radius, into: target + slot, width: width, middle: kernel.middle,
                        taps: taps.baseAddress ?? UnsafePointer(start), count: radius)
                }
            }
        }
        taken += 1
        if taken == height {
            for y in max(0, height - 1 - radius)..<height { unsafe finish(y, done) }
        } else if taken > radius {
            unsafe finish(taken - 1 - radius, done)
        }
    }

    private mutating func finish(_ y: Int, _ done: (_ y: Int, _ row: UnsafePointer<Float>) -> Void) {
        let (radius, length, last) = (kernel.radius, 2 * kernel.radius + 1, taken - 1)
        unsafe ring.withUnsafeBufferPointer { ring in
            guard let start = ring.baseAddress else { return }
            // Bounded: rows from `y − radius` on, as far as they were taken, all stand in the ring.
            let rows: [UnsafePointer<Float>] = unsafe (y - radius...y + radius).map {
                unsafe start + min(max($0, 0), last) % length * width
            }
            unsafe rows.withUnsafeBufferPointer { rows in
                unsafe kernel.sides.withUnsafeBufferPointer { taps in
                    unsafe blurred.withUnsafeMutableBufferPointer { target in
                        guard let rows = rows.baseAddress, let target = target.baseAddress else { return }
                        unsafe kernels.blurAcrossRows(
                            rows, into: target, width: width, middle: kernel.middle,
                            taps: taps.baseAddress ?? start, count: radius)
                        unsafe done(y, UnsafePointer(target))
                    }
                }
            }
        }
    }
}
