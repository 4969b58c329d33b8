/// A Gaussian blur that takes a plane's rows one after the other and hands on the blurred ones as soon as they are known.
///
/// Rows stand in a ring no longer than the kernel, so that a chain of blurs stays in a cache however large the plane is.
/// Beyond the plane's edge it goes on as its outermost pixels.
package struct GaussianRows {
    private let kernel: GaussianKernel
    private let width: Int
    private let height: Int
    /// Rows that must follow one before it is blurred.
    package var radius: Int { kernel.radius }
    private var taken = 0
    private var finished = 0
    /// The ends of a row, or all of a narrow one, with what lies beyond.
    private var ends: [Float]
    /// Rows blurred along themselves, one more than the kernel is long; row y stands at y modulo their number.
    private var ring: [Float]
    /// From one row of the ring to the next: rows that lie a multiple of 4,096 bytes apart would drive each other out of
    /// the first cache.
    private let stride: Int

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
        ends = Array(repeating: 0, count: 6 * kernel.radius + 1)
        stride = width + 16
        ring = Array(repeating: 0, count: stride * (2 * kernel.radius + 2))
    }

    /// Takes the next row.
    ///
    /// - Parameters:
    ///   - row: `width` samples.
    ///   - place: Gives where the row of a number is to be put once it is blurred: room for `width` samples. Two rows are
    ///     blurred at once, so that the next one's place is asked for before a row is done.
    ///   - done: Takes the number of each row that has been put.
    /// - Complexity: O(width · sigma).
    package mutating func take(
        _ row: UnsafePointer<Float>, to place: (_ y: Int) -> UnsafeMutablePointer<Float>,
        done: (_ y: Int, _ row: UnsafeMutablePointer<Float>) -> Void = { _, _ in }
    ) {
        precondition(taken < height, "no more rows than the plane has")
        let (radius, width) = (kernel.radius, width)
        let slot = taken % (2 * radius + 2) * stride
        unsafe ring.withUnsafeMutableBufferPointer { ring in
            unsafe ends.withUnsafeMutableBufferPointer { ends in
                unsafe kernel.sides.withUnsafeBufferPointer { taps in
                    guard let target = ring.baseAddress, let ends = ends.baseAddress else { return }
                    let taps = unsafe taps.baseAddress ?? UnsafePointer(ends)
                    // Blurs columns `from ..< to`, no more than `2 · radius + 1` of them, with what lies beyond the row.
                    func blurEnd(_ from: Int, _ to: Int) {
                        for x in from - radius..<to + radius {
                            // Bounded: to − from + 2 · radius ≤ 4 · radius + 1 samples.
                            unsafe ends[x - from + radius] = row[min(max(x, 0), width - 1)]
                        }
                        unsafe kernels.blurAlongRow(
                            ends + radius, into: target + slot + from, width: to - from,
                            middle: kernel.middle, taps: taps, count: radius)
                    }
                    if width <= 2 * radius {
                        blurEnd(0, width)
                    } else {
                        blurEnd(0, radius)
                        blurEnd(width - radius, width)
                        // Bounded: `radius` samples stand on both sides.
                        unsafe kernels.blurAlongRow(
                            row + radius, into: target + slot + radius, width: width - 2 * radius,
                            middle: kernel.middle, taps: taps, count: radius)
                    }
                }
            }
        }
        taken += 1
        let known = taken == height ? height : taken - radius
        while finished + 1 < known { unsafe finish(place, done) }
        if finished < height, known == height { unsafe finish(place, done) }
    }

    /// Hands on the next two rows, or the last one.
    private mutating func finish(
        _ place: (_ y: Int) -> UnsafeMutablePointer<Float>,
        _ done: (_ y: Int, _ row: UnsafeMutablePointer<Float>) -> Void
    ) {
        let (y, radius, length, last) = (finished, kernel.radius, 2 * kernel.radius + 2, taken - 1)
        let target = unsafe place(y)
        let next = unsafe y + 1 < height ? place(y + 1) : nil
        unsafe ring.withUnsafeMutableBufferPointer { ring in
            guard let start = ring.baseAddress else { return }
            // Bounded: rows from `y − radius` on, as far as they were taken, all stand in the ring; the place of the next
            // row to come is free, which takes what lies beyond the last.
            unsafe withUnsafeTemporaryAllocation(of: UnsafePointer<Float>.self, capacity: length) { rows in
                for step in 0..<length {
                    let row = min(max(y - radius + step, 0), last) % length
                    unsafe rows.initializeElement(at: step, to: UnsafePointer(start + row * stride))
                }
                unsafe kernel.sides.withUnsafeBufferPointer { taps in
                    guard let first = rows.baseAddress else { return }
                    unsafe kernels.blurAcrossRows(
                        first, into: target, and: next ?? start + taken % length * stride, width: width,
                        middle: kernel.middle, taps: taps.baseAddress ?? UnsafePointer(start), count: radius)
                }
            }
        }
        finished += 1
        unsafe done(y, target)
        if let next = unsafe next {
            finished += 1
            unsafe done(y + 1, next)
        }
    }
}
