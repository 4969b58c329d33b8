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
        let table = Self.codes
        for (channel, plane) in [image.red, image.green, image.blue].enumerated() {
            for (index, sample) in plane.samples.enumerated() {
                // Not-a-number fails the comparison and becomes black.
                let bounded = sample > 0 ? min(sample, 1) : 0
                bytes[3 * index + channel] = table[Int(bounded * Float(Self.lastCode) + 0.5)]
            }
        }
        self.bytes = bytes
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
