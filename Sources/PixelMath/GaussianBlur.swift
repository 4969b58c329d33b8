import Raster

extension Plane {
    /// The plane convolved with a Gaussian; beyond its edge the plane goes on as its outermost pixels.
    ///
    /// - Parameter sigma: Standard deviation in pixels; 0 or less gives the plane back.
    /// - Returns: A plane of the same size.
    /// - Complexity: O(pixels · sigma).
    package func blurred(sigma: Double) -> Plane {
        guard sigma > 0 else { return self }
        let kernel = GaussianKernel(sigma: sigma)
        var rowsBlurred = Plane(width: width, height: height)
        var result = Plane(width: width, height: height)
        unsafe samples.withUnsafeBufferPointer { source in
            unsafe rowsBlurred.samples.withUnsafeMutableBufferPointer { target in
                unsafe GaussianBlurKernel.alongRows(
                    source, into: target, width: width, height: height, kernel: kernel)
            }
        }
        unsafe rowsBlurred.samples.withUnsafeBufferPointer { source in
            unsafe result.samples.withUnsafeMutableBufferPointer { target in
                unsafe GaussianBlurKernel.alongColumns(
                    source, into: target, width: width, height: height, kernel: kernel)
            }
        }
        return result
    }
}
