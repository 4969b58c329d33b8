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
                unsafe blur.take(row) { y, row in
                    // Bounded: row y of the result.
                    unsafe (target + y * width).initialize(from: row, count: width)
                }
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
        var first = GaussianRows(sigma: fine, width: width, height: height)
        var second = GaussianRows(
            sigma: (wide * wide - fine * fine).squareRoot(), width: width, height: height)
        return unsafe .build(width: width, height: height) { target in
            unsafe forRows { _, row in
                unsafe first.take(row) { y, fine in
                    // The fine row waits in the result for the wide one. Bounded: rows of the result.
                    unsafe (target + y * width).initialize(from: fine, count: width)
                    unsafe second.take(fine) { y, wide in
                        let place = unsafe target + y * width
                        unsafe kernels.subtract(UnsafePointer(place), wide, into: place, width: width)
                    }
                }
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
