import Foundation
import Raster
import SampleFiles

/// A photo stored on its side in Display P3, to be turned upright by EXIF's orientation 6.
struct StoredTwin {
    /// Pixels in a row as stored.
    let width: Int
    /// Rows as stored.
    let height: Int
    /// Red, green and blue of each pixel, coded for Display P3.
    let values: [Double]
    /// The profile.
    let profile: [UInt8]
    /// EXIF data that begin with "Exif\0\0".
    let exif: [UInt8]

    /// From linear sRGB to linear Display P3: both primaries' matrices (IEC 61966-2-1, SMPTE EG 432-1), D65.
    private static let matrix = [
        [0.822462, 0.177538, 0], [0.033194, 0.966806, 0], [0.017083, 0.072397, 0.910520],
    ]

    /// Stores a photo.
    ///
    /// - Parameters:
    ///   - upright: The photo in linear sRGB.
    ///   - profile: A profile of Display P3.
    ///   - date: As EXIF writes it.
    init(upright: RGBImage, profile: [UInt8], date: String) {
        self.profile = profile
        exif = SampleFile.exif(date: date, orientation: 6)
        var values: [Double] = []
        values.reserveCapacity(3 * upright.width * upright.height)
        for y in 0..<upright.height {
            for x in 0..<upright.width {
                let light = [upright.red, upright.green, upright.blue].map { Double($0[x, y]) }
                for line in Self.matrix {
                    let part = zip(line, light).reduce(0) { $0 + $1.0 * $1.1 }
                    values.append(Self.coded(min(max(part, 0), 1)))
                }
            }
        }
        (self.values, width, height) = SampleFile.turned(
            values, width: upright.width, height: upright.height, orientation: 6)
    }

    /// The curve of sRGB, which Display P3 shares.
    private static func coded(_ light: Double) -> Double {
        light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
    }

    /// A JPEG of quality 100 with full chroma.
    var jpeg: [UInt8] {
        let rgb = values.map { UInt8(($0 * 255).rounded()) }
        return SampleFile.jpeg(rgb: rgb, width: width, height: height, icc: profile, exif: exif)
    }

    /// A PNG of 16 bits a sample.
    var png16: [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(height * (6 * width + 1))
        for (index, value) in values.enumerated() {
            if index % (3 * width) == 0 { rows.append(0) }
            let sample = UInt16((value * 65_535).rounded())
            rows += [UInt8(sample >> 8), UInt8(sample & 0xFF)]
        }
        let head =
            SampleFile.bigEndian(UInt32(width)) + SampleFile.bigEndian(UInt32(height)) + [16, 2, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + SampleFile.chunk("IHDR", head)
            + SampleFile.chunk("iCCP", Array("P3\0\0".utf8) + Self.stored(profile))
            + SampleFile.chunk("eXIf", Array(exif.dropFirst(6))) + SampleFile.chunk("IDAT", Self.stored(rows))
            + SampleFile.chunk("IEND", [])
    }

    /// Bytes as zlib data that are not compressed (RFC 1950, RFC 1951).
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = [0x78, 0x01]
        var (a, b) = (1, 0)
        for start in stride(from: 0, to: bytes.count, by: 65_535) {
            let part = bytes[start..<min(start + 65_535, bytes.count)]
            let (low, high) = (UInt8(part.count & 0xFF), UInt8(part.count >> 8))
            out += [start + 65_535 >= bytes.count ? 1 : 0, low, high, ~low, ~high]
            out += part
            for byte in part {
                a = (a + Int(byte)) % 65_521
                b = (b + a) % 65_521
            }
        }
        return out + SampleFile.bigEndian(UInt32(b << 16 | a))
    }
}
