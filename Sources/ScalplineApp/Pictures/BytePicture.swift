import Raster
import SteadyMath

/// A picture for eyes: gamma-coded sRGB, 3 bytes a pixel, row by row.
package struct BytePicture: Sendable, Equatable {
    /// Pixels in a row.
    package let width: Int
    /// Rows.
    package let height: Int
    /// The bytes, `3 · width · height` of them.
    package var bytes: [UInt8]

    /// Makes a picture of its bytes.
    ///
    /// - Parameters:
    ///   - width: Pixels in a row, at least 1.
    ///   - height: Rows, at least 1.
    ///   - bytes: `3 · width · height` of them.
    package init(width: Int, height: Int, bytes: [UInt8]) {
        precondition(width >= 1 && height >= 1 && bytes.count == 3 * width * height)
        self.width = width
        self.height = height
        self.bytes = bytes
    }

    /// Codes a picture in linear light.
    ///
    /// - Parameter image: Linear sRGB; what lies outside 0…1 is set to the nearer end.
    package init(coding image: RGBImage) {
        width = image.width
        height = image.height
        var bytes = [UInt8](repeating: 0, count: 3 * image.width * image.height)
        for (channel, plane) in [image.red, image.green, image.blue].enumerated() {
            for (index, sample) in plane.samples.enumerated() {
                bytes[3 * index + channel] = Self.code(sample)
            }
        }
        self.bytes = bytes
    }

    /// The picture in linear light.
    package var light: RGBImage {
        let table = Self.lights
        var planes = Array(repeating: Plane(width: width, height: height), count: 3)
        for channel in 0..<3 {
            for index in 0..<width * height {
                planes[channel].samples[index] = table[Int(bytes[3 * index + channel])]
            }
        }
        return RGBImage(red: planes[0], green: planes[1], blue: planes[2])
    }

    /// The byte of a linear sample.
    ///
    /// - Parameter sample: What lies outside 0…1 is set to the nearer end; not-a-number becomes black.
    /// - Returns: Gamma-coded sRGB.
    @inline(__always)
    static func code(_ sample: Float) -> UInt8 {
        // Not-a-number fails the comparison.
        let bounded = sample > 0 ? min(sample, 1) : 0
        return codes[Int(bounded * Float(lastCode) + 0.5)]
    }

    /// The linear light of a byte.
    static func light(of byte: UInt8) -> Float { lights[Int(byte)] }

    /// The light of each byte, 0…1: the inverse of sRGB's transfer curve.
    private static let lights: [Float] = (0...255).map { byte in
        let coded = Double(byte) / 255
        return Float(coded <= 0.040_45 ? coded / 12.92 : Steady.pow((coded + 0.055) / 1.055, 2.4))
    }

    private static let lastCode = 8_191

    /// sRGB's transfer curve (IEC 61966-2-1) in steps that are finer than its bytes.
    private static let codes: [UInt8] = (0...lastCode).map { step in
        let linear = Double(step) / Double(lastCode)
        let coded =
            linear <= 0.003_130_8 ? 12.92 * linear : 1.055 * Steady.pow(linear, 1 / 2.4) - 0.055
        return UInt8((coded * 255).rounded())
    }
}
