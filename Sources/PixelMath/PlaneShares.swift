import Raster

extension Plane {
    /// The shares of another plane that this one's samples are, in steps of 1/255.
    ///
    /// - Parameters:
    ///   - whole: The other plane.
    ///   - least: Least value that a share is taken of.
    ///   - rows: Rows to look at.
    /// - Returns: The shares, row by row.
    package func shares(of whole: Plane, least: Float, rows: Range<Int>) -> [UInt8] {
        let (first, count) = (rows.lowerBound * width, rows.count * width)
        precondition(whole.samples.count == samples.count && rows.upperBound <= height, "rows of both")
        return unsafe samples.withUnsafeBufferPointer { samples in
            unsafe whole.samples.withUnsafeBufferPointer { whole in
                unsafe [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
                    guard let part = samples.baseAddress, let whole = whole.baseAddress,
                        let target = bytes.baseAddress
                    else { return }
                    // Bounded: `count` samples from the rows' first on.
                    unsafe kernels.shares(
                        of: part + first, in: whole + first, least: least, into: target, width: count)
                    filled = count
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
