import Raster

extension Mask {
    /// The mask with every pixel that lies within a square of `2 · radius + 1` around a member.
    ///
    /// - Parameter radius: In pixels, 0 or more.
    /// - Returns: The grown mask.
    /// - Complexity: O(pixels · radius).
    package func grown(by radius: Int) -> Mask {
        let (width, height) = (width, height)
        var along = self
        var result = self
        unsafe members.withUnsafeBufferPointer { source in
            unsafe along.members.withUnsafeMutableBufferPointer { along in
                unsafe result.members.withUnsafeMutableBufferPointer { target in
                    guard let source = source.baseAddress, let along = along.baseAddress,
                        let target = target.baseAddress
                    else { return }
                    for y in 0..<height {
                        let (from, to) = unsafe (source + y * width, along + y * width)
                        // Bounded: each step stays within row y.
                        for step in 1...max(radius, 1) where step <= radius && step < width {
                            unsafe kernels.unite(to, with: from + step, width: width - step)
                            unsafe kernels.unite(to + step, with: from, width: width - step)
                        }
                    }
                    for y in 0..<height {
                        // Bounded: whole rows of the mask.
                        let to = unsafe target + y * width
                        unsafe to.update(from: along + y * width, count: width)
                        for row in max(0, y - radius)...min(height - 1, y + radius) where row != y {
                            unsafe kernels.unite(to, with: along + row * width, width: width)
                        }
                    }
                }
            }
        }
        return result
    }
}
