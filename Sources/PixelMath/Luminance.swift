import Raster

/// Shares of linear red, green and blue in luminance (sRGB, IEC 61966-2-1, D65).
package enum LuminanceShare {
    package static let red: Float = 0.2126
    package static let green: Float = 0.7152
    package static let blue: Float = 0.0722
}

extension RGBImage {
    /// Luminance `Y = 0.2126 R + 0.7152 G + 0.0722 B` of every pixel.
    ///
    /// - Complexity: O(pixels).
    package var luminance: Plane {
        var result = Plane(width: width, height: height)
        let count = width * height
        unsafe red.samples.withUnsafeBufferPointer { r in
            unsafe green.samples.withUnsafeBufferPointer { g in
                unsafe blue.samples.withUnsafeBufferPointer { b in
                    unsafe result.samples.withUnsafeMutableBufferPointer { y in
                        // Bounded: the four buffers hold `count` samples each.
                        for i in 0..<count {
                            unsafe y[i] =
                                LuminanceShare.red * r[i] + LuminanceShare.green * g[i]
                                + LuminanceShare.blue * b[i]
                        }
                    }
                }
            }
        }
        return result
    }

    /// The picture at a smaller size: see ``Raster/Plane/reduced(by:)``.
    package func reduced(by factor: Int) -> RGBImage {
        RGBImage(
            red: red.reduced(by: factor), green: green.reduced(by: factor), blue: blue.reduced(by: factor))
    }
}
