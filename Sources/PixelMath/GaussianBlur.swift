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

    /// The plane blurred by one Gaussian less the same blurred by a wider one.
    ///
    /// - Parameters:
    ///   - fine: Standard deviation of the narrower, in pixels.
    ///   - wide: Standard deviation of the wider, above `fine`.
    /// - Returns: A plane of the same size.
    /// - Complexity: O(pixels · wide).
    package func differenceOfGaussians(fine: Double, wide: Double) -> Plane {
        let rest = (wide * wide - fine * fine).squareRoot()
        return rest < Self.leastRestOfHalf
            ? difference(fine: fine, rest: rest) : differenceByHalf(fine: fine, rest: rest)
    }

    /// Where the wider blur is wider by this many pixels, it is made at half the size: a spot that the band answers to most
    /// strongly is 4 % off at most, wherever it lies.
    private static var leastRestOfHalf: Double { 1.5 }
    /// What going to half the size and back blurs by, square pixels: the mean of two spreads by ¼, the line between two
    /// by ¾.
    private static var varianceOfHalving: Double { 1 }

    /// The plane blurred by one Gaussian less the same blurred further.
    private func difference(fine: Double, rest: Double) -> Plane {
        var first = GaussianRows(sigma: fine, width: width, height: height)
        var second = GaussianRows(sigma: rest, width: width, height: height)
        return unsafe .build(width: width, height: height) { target in
            // The fine rows wait in the result for the wide ones.
            unsafe withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * width) { wide in
                guard let wide = wide.baseAddress else { return }
                unsafe forRows { _, row in
                    // Bounded: rows of the result.
                    unsafe first.take(row, to: { y in unsafe target + y * width }) { _, fine in
                        unsafe second.take(fine, to: { y in unsafe wide + y % 2 * width }) { y, wide in
                            let place = unsafe target + y * width
                            unsafe kernels.subtract(place, wide, into: place, width: width)
                        }
                    }
                }
            }
        }
    }

    /// The same, the further blur at half the size: each of its pixels is the mean of two by two, and what lies between
    /// them is linear.
    private func differenceByHalf(fine: Double, rest: Double) -> Plane {
        let (width, height, columns, rows) = (width, height, (width + 1) / 2, (height + 1) / 2)
        var first = GaussianRows(sigma: fine, width: width, height: height)
        var second = GaussianRows(
            sigma: (rest * rest - Self.varianceOfHalving).squareRoot() / 2, width: columns, height: rows)
        return unsafe .build(width: width, height: height) { target in
            // Three rows of the further blur, one that is to be blurred, one between two of them with a sample beside
            // each end. The fine rows wait in the result.
            unsafe withUnsafeTemporaryAllocation(of: Float.self, capacity: 5 * columns + 2) { memory in
                guard let blurred = memory.baseAddress else { return }
                let (halved, between) = unsafe (blurred + 3 * columns, blurred + 4 * columns + 1)
                func subtract(_ near: Int, _ far: Int, from y: Int) {
                    // Bounded: rows that stand in the memory, and row y of the result.
                    unsafe kernels.between(
                        blurred + near % 3 * columns, blurred + far % 3 * columns, share: 0.25, into: between,
                        width: columns)
                    unsafe (between[-1], between[columns]) = unsafe (between[0], between[columns - 1])
                    unsafe kernels.subtractDoubled(between, from: target + y * width, width: width)
                }
                unsafe forRows { _, row in
                    unsafe first.take(row, to: { y in unsafe target + y * width }) { y, fine in
                        guard y % 2 == 1 || y == height - 1 else { return }
                        let above = unsafe target + y / 2 * 2 * width
                        unsafe kernels.halve(above, fine, into: halved, width: width / 2)
                        if width % 2 == 1 {
                            unsafe halved[columns - 1] = (above[width - 1] + fine[width - 1]) / 2
                        }
                        unsafe second.take(halved, to: { y in unsafe blurred + y % 3 * columns }) { y, _ in
                            if y > 0 { subtract(y - 1, y, from: 2 * y - 1) }
                            subtract(y, max(y - 1, 0), from: 2 * y)
                            if y == rows - 1, height % 2 == 0 { subtract(y, y, from: 2 * y + 1) }
                        }
                    }
                }
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
