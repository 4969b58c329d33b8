import Raster

/// Shares of linear red, green and blue in luminance (sRGB, IEC 61966-2-1, D65).
package enum LuminanceShare {
    package static let red: Float = 0.2126
    package static let green: Float = 0.7152
    package static let blue: Float = 0.0722
    /// Linear green of a light whose luminance, red and blue are known.
    package static func green(ofLuminance luminance: Double, red: Double, blue: Double) -> Double {
        (luminance - Double(Self.red) * red - Double(Self.blue) * blue) / Double(Self.green)
    }

    /// Of red, green and blue.
    package static let all = SIMD3(red, green, blue)
}

extension RGBImage {
    /// Luminance `Y = 0.2126 R + 0.7152 G + 0.0722 B` of every pixel.
    ///
    /// - Complexity: O(pixels).
    package var luminance: Plane {
        unsafe .build(width: width, height: height) { target in
            unsafe red.samples.withUnsafeBufferPointer { red in
                unsafe green.samples.withUnsafeBufferPointer { green in
                    unsafe blue.samples.withUnsafeBufferPointer { blue in
                        guard let red = red.baseAddress, let green = green.baseAddress,
                            let blue = blue.baseAddress
                        else { return }
                        // Bounded: all four hold as many samples.
                        unsafe kernels.mix(
                            red: red, green: green, blue: blue, shares: LuminanceShare.all, into: target,
                            width: width * height)
                    }
                }
            }
        }
    }

    /// The picture at a smaller size: see ``Raster/Plane/reduced(by:)``.
    package func reduced(by factor: Int) -> RGBImage {
        RGBImage(
            red: red.reduced(by: factor), green: green.reduced(by: factor), blue: blue.reduced(by: factor))
    }
}
