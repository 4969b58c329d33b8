import SampleFiles

/// ICC profiles of three curves and a matrix, written by hand.
enum SampleProfile {
    /// A v4 display profile (ICC.1:2022) whose channels share one curve.
    ///
    /// - Parameters:
    ///   - colorants: XYZ (D50) of red, of green, of blue.
    ///   - curve: A tag of type `para` or `curv`, without padding.
    /// - Returns: The profile's bytes.
    static func matrix(colorants: [Double], curve: [UInt8]) -> [UInt8] {
        var tags: [(name: String, body: [UInt8])] = [("wtpt", xyz([0.9642, 1, 0.8249]))]
        for (index, name) in ["rXYZ", "gXYZ", "bXYZ"].enumerated() {
            tags.append((name, xyz(Array(colorants[3 * index..<3 * index + 3]))))
        }
        for name in ["rTRC", "gTRC", "bTRC"] { tags.append((name, curve)) }
        var table = SampleFile.bigEndian(UInt32(tags.count))
        var bodies: [UInt8] = []
        let start = 128 + 4 + 12 * tags.count
        for tag in tags {
            table += Array(tag.name.utf8) + SampleFile.bigEndian(UInt32(start + bodies.count))
            table += SampleFile.bigEndian(UInt32(tag.body.count))
            bodies += tag.body + [UInt8](repeating: 0, count: (4 - tag.body.count % 4) % 4)
        }
        var header = SampleFile.bigEndian(UInt32(start + bodies.count)) + [0, 0, 0, 0, 4, 0x30, 0, 0]
        header += Array("mntrRGB XYZ ".utf8) + [UInt8](repeating: 0, count: 12) + Array("acsp".utf8)
        header += [UInt8](repeating: 0, count: 28) + [0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D]
        header += [UInt8](repeating: 0, count: 128 - header.count)
        return header + table + bodies
    }

    /// Display P3 with sRGB's curve, as phones write it.
    static let displayP3 = matrix(
        colorants: [0.51512, 0.2412, -0.00105, 0.29198, 0.69225, 0.04189, 0.1571, 0.06657, 0.78407],
        curve: parametric(3, [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]))

    /// Adobe RGB (1998): a power of 2.19921875.
    static let adobeRGB = matrix(
        colorants: [0.60974, 0.31111, 0.01947, 0.20528, 0.62567, 0.06087, 0.14919, 0.06322, 0.74457],
        curve: Array("curv".utf8) + [0, 0, 0, 0, 0, 0, 0, 1, 2, 0x33])

    /// sRGB's primaries with a curve given by a table of 64 values.
    static let tabled = matrix(
        colorants: [0.43607, 0.22249, 0.01392, 0.38515, 0.71687, 0.09708, 0.14307, 0.06061, 0.71410],
        curve: Array("curv".utf8) + [0, 0, 0, 0, 0, 0, 0, 64]
            + (0..<64).flatMap { (index: Int) -> [UInt8] in
                let value = index * index * 65_535 / (63 * 63)
                return [UInt8(value >> 8), UInt8(value & 0xFF)]
            })

    /// A `para` curve of the given kind and numbers.
    static func parametric(_ kind: UInt8, _ numbers: [Double]) -> [UInt8] {
        Array("para".utf8) + [0, 0, 0, 0, 0, kind, 0, 0] + numbers.flatMap(fixed)
    }

    private static func xyz(_ numbers: [Double]) -> [UInt8] {
        Array("XYZ ".utf8) + [0, 0, 0, 0] + numbers.flatMap(fixed)
    }

    private static func fixed(_ number: Double) -> [UInt8] {
        SampleFile.bigEndian(UInt32(bitPattern: Int32((number * 65_536).rounded())))
    }
}
