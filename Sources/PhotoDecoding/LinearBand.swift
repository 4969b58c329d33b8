/// A few rows of a picture in linear sRGB, as they are stored, not yet turned upright.
struct LinearBand {
    /// Linear red of every pixel, row by row; green and blue likewise.
    var red: [Float]
    /// Linear green.
    var green: [Float]
    /// Linear blue.
    var blue: [Float]

    /// Makes a black band of so many pixels.
    init(pixels: Int) {
        red = Array(repeating: 0, count: pixels)
        green = red
        blue = red
    }

    /// Sets a pixel's red, green and blue.
    mutating func set(_ pixel: Int, _ light: SIMD3<Float>) {
        red[pixel] = light.x
        green[pixel] = light.y
        blue[pixel] = light.z
    }

    /// Calls a body with the first samples of red, green and blue.
    @inline(__always)
    mutating func withPlanes(
        _ body: (
            UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>
        ) -> Void
    ) {
        unsafe red.withUnsafeMutableBufferPointer { red in
            unsafe green.withUnsafeMutableBufferPointer { green in
                unsafe blue.withUnsafeMutableBufferPointer { blue in
                    guard let red = red.baseAddress, let green = green.baseAddress,
                        let blue = blue.baseAddress
                    else { return }
                    unsafe body(red, green, blue)
                }
            }
        }
    }

    /// Replaces the first `rows` rows of `width` pixels by the means of squares, at the front of the band.
    ///
    /// - Complexity: O(width · rows).
    mutating func reduce(width: Int, rows: Int, by reduction: PhotoReduction) {
        guard reduction != .full else { return }
        Self.reduce(&red, width, rows, reduction)
        Self.reduce(&green, width, rows, reduction)
        Self.reduce(&blue, width, rows, reduction)
    }

    private static func reduce(_ plane: inout [Float], _ width: Int, _ rows: Int, _ reduction: PhotoReduction)
    {
        let side = reduction.rawValue
        var target = 0
        // A mean is written where all that is read later stands behind it.
        for top in stride(from: 0, to: rows, by: side) {
            for left in stride(from: 0, to: width, by: side) {
                let (bottom, right) = (min(top + side, rows), min(left + side, width))
                var sum: Float = 0
                for y in top..<bottom {
                    for x in left..<right { sum += plane[y * width + x] }
                }
                plane[target] = sum / Float((bottom - top) * (right - left))
                target += 1
            }
        }
    }
}
