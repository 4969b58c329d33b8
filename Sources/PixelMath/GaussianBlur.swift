import Raster

extension Plane {
    /// The plane convolved with a Gaussian; beyond its edge the plane goes on as its outermost pixels.
    ///
    /// - Parameter sigma: Standard deviation in pixels; 0 or less gives the plane back.
    /// - Returns: A plane of the same size.
    /// - Complexity: O(pixels · sigma).
    package func blurred(sigma: Double) -> Plane {
        guard sigma > 0 else { return self }
        var blur = GaussianRows(sigma: sigma, width: width, height: height)
        return unsafe .build(width: width, height: height) { target in
            unsafe forRows { _, row in
                // Bounded: row y of the result.
                unsafe blur.take(row, to: { y in unsafe target + y * width })
            }
        }
    }

    /// Convolves the plane with a Gaussian, as ``blurred(sigma:)`` does, in its own memory.
    ///
    /// - Parameter sigma: Standard deviation in pixels; 0 or less leaves the plane as it is.
    /// - Complexity: O(pixels · sigma).
    package mutating func blur(sigma: Double) {
        guard sigma > 0 else { return }
        let (width, height) = (width, height)
        var blur = GaussianRows(sigma: sigma, width: width, height: height)
        unsafe samples.withUnsafeMutableBufferPointer { samples in
            guard let start = samples.baseAddress else { return }
            for y in 0..<height {
                // Bounded: rows of the plane; those that are put were taken before.
                unsafe blur.take(start + y * width, to: { y in unsafe start + y * width })
            }
        }
    }

    /// The differences between the plane blurred by each Gaussian and by the next wider one.
    ///
    /// - Parameters:
    ///   - sigmas: Standard deviations in pixels, two or more, rising.
    ///   - present: The standard deviation that the plane is blurred by already, no more than the first.
    /// - Returns: One plane fewer than there are Gaussians, and the plane blurred by the widest of them.
    /// - Complexity: O(pixels · widest sigma).
    package func differencesOfGaussians(
        sigmas: [Double], present: Double = 0
    ) -> (bands: [Plane], blurred: Plane) {
        precondition(sigmas.count >= 2, "a difference is of two")
        var bands = [Plane]()
        var previous = self
        previous.blur(sigma: (sigmas[0] * sigmas[0] - present * present).squareRoot())
        for (fine, wide) in zip(sigmas, sigmas.dropFirst()) {
            let next = previous.blurred(sigma: (wide * wide - fine * fine).squareRoot())
            previous.subtract(next)
            bands.append(previous)
            previous = next
        }
        return (bands, previous)
    }

    /// What a blur makes of a single pixel.
    ///
    /// - Parameters:
    ///   - kernel: The blur.
    ///   - x: The pixel's column.
    ///   - y: Its row.
    /// - Returns: The blurred value.
    /// - Complexity: O(radius²).
    package func blurred(by kernel: GaussianKernel, x: Int, y: Int) -> Float {
        let taps = kernel.sides.reversed() + [kernel.middle] + kernel.sides
        return unsafe samples.withUnsafeBufferPointer { samples in
            var sum: Float = 0
            for (dy, down) in taps.enumerated() {
                let row = min(max(y + dy - kernel.radius, 0), height - 1) * width
                var along: Float = 0
                for (dx, tap) in taps.enumerated() {
                    // Bounded: a row and a column of the plane.
                    unsafe along += tap * samples[row + min(max(x + dx - kernel.radius, 0), width - 1)]
                }
                sum += down * along
            }
            return sum
        }
    }

    /// Takes another plane of the same size away.
    private mutating func subtract(_ other: Plane) {
        precondition(samples.count == other.samples.count, "planes of one size")
        let count = samples.count
        unsafe samples.withUnsafeMutableBufferPointer { samples in
            unsafe other.samples.withUnsafeBufferPointer { other in
                guard let target = samples.baseAddress, let other = other.baseAddress else { return }
                // Bounded: both hold `count` samples.
                unsafe kernels.subtract(UnsafePointer(target), other, into: target, width: count)
            }
        }
    }

    /// Calls a body with each row from the top.
    package func forRows(_ body: (_ y: Int, _ row: UnsafePointer<Float>) -> Void) {
        unsafe samples.withUnsafeBufferPointer { samples in
            guard let start = samples.baseAddress else { return }
            // Bounded: `height` rows of `width` samples.
            for y in 0..<height { unsafe body(y, start + y * width) }
        }
    }

    /// A plane whose samples a body sets, all of them.
    ///
    /// - Parameters:
    ///   - width: Pixels in a row, at least 1.
    ///   - height: Rows, at least 1.
    ///   - body: Takes the first of the samples, none of which is set yet.
    /// - Returns: The plane.
    package static func build(
        width: Int, height: Int, _ body: (UnsafeMutablePointer<Float>) -> Void
    ) -> Plane {
        let samples = unsafe [Float](unsafeUninitializedCapacity: width * height) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            unsafe body(start)
            count = width * height
        }
        return Plane(width: width, height: height, samples: samples)
    }
}
