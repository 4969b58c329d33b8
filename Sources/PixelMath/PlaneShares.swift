import Raster

extension Plane {
    /// Puts the shares of another plane that this one's samples are, in steps of 1/255.
    ///
    /// - Parameters:
    ///   - whole: The other plane.
    ///   - least: Least value that a share is taken of.
    ///   - rows: Rows to look at.
    ///   - bytes: Takes the shares.
    ///   - start: Where the first of them goes.
    package func shares(
        of whole: Plane, least: Float, rows: Range<Int>, into bytes: inout [UInt8], at start: Int
    ) {
        let (first, count) = (rows.lowerBound * width, rows.count * width)
        precondition(whole.samples.count == samples.count && start + count <= bytes.count, "rows of both")
        unsafe samples.withUnsafeBufferPointer { samples in
            unsafe whole.samples.withUnsafeBufferPointer { whole in
                unsafe bytes.withUnsafeMutableBufferPointer { bytes in
                    guard let part = samples.baseAddress, let whole = whole.baseAddress,
                        let target = bytes.baseAddress
                    else { return }
                    // Bounded: `count` samples from the rows' first on.
                    unsafe kernels.shares(
                        of: part + first, in: whole + first, least: least, into: target + start, width: count)
                }
            }
        }
    }

    /// Brings all that lies beyond a range to its ends.
    package mutating func hold(in range: ClosedRange<Float>) {
        let (least, greatest) = (range.lowerBound, range.upperBound)
        unsafe samples.withUnsafeMutableBufferPointer { samples in
            // Bounded: indices of the samples.
            for pixel in samples.indices { unsafe samples[pixel] = min(max(samples[pixel], least), greatest) }
        }
    }
}
