import PhotoDecoding

/// A picture's own numbers in the forms that references have.
package enum StoredNumbers {
    package typealias Picture = (header: PictureHeader, samples: [UInt16])

    /// 16-bit little-endian RGBA.
    package static func rgba16(_ picture: Picture) -> [UInt8] {
        let (header, samples) = picture
        let scale: UInt16 = header.bitsPerSample == 8 ? 257 : 1
        var bytes = [UInt8](repeating: 0, count: header.width * header.height * 8)
        for pixel in 0..<header.width * header.height {
            let at = pixel * header.channels
            for channel in 0..<4 {
                let stored = channel < 3 ? (header.colours == 1 ? 0 : channel) : header.channels - 1
                let value = channel == 3 && !header.hasAlpha ? 65_535 : samples[at + stored] * scale
                bytes[8 * pixel + 2 * channel] = UInt8(value & 0xFF)
                bytes[8 * pixel + 2 * channel + 1] = UInt8(value >> 8)
            }
        }
        return bytes
    }

    /// 8-bit RGB: grey spread out, inks without a profile.
    package static func rgb8(_ picture: Picture) -> [UInt8] {
        let (header, samples) = picture
        let shift: UInt16 = header.bitsPerSample == 16 ? 8 : 0
        var numbers = [UInt8](repeating: 0, count: 3 * header.width * header.height)
        for pixel in 0..<header.width * header.height {
            let at = pixel * header.channels
            for channel in 0..<3 {
                if header.colours == 4 {
                    let light = (255 - Int(samples[at + channel])) * (255 - Int(samples[at + 3]))
                    numbers[3 * pixel + channel] = UInt8((light + 127) / 255)
                } else {
                    let sample = samples[at + (header.colours == 1 ? 0 : channel)] >> shift
                    numbers[3 * pixel + channel] = UInt8(sample)
                }
            }
        }
        return numbers
    }

    /// The largest difference of two pictures in levels of 8 bits, 999 where their sizes differ.
    package static func largestDifference(_ a: Picture, _ b: Picture) -> Int {
        guard a.header.width == b.header.width, a.header.height == b.header.height else { return 999 }
        return zip(rgb8(a), rgb8(b)).map { abs(Int($0) - Int($1)) }.max() ?? 999
    }

    /// The numbers of a binary PPM of 8 bits without comments.
    package static func ppm(_ bytes: [UInt8]) -> [UInt8] {
        var spaces = 0
        for (index, byte) in bytes.enumerated() where [0x0A, 0x20].contains(byte) {
            spaces += 1
            // P6, width, height, largest number.
            if spaces == 4 { return Array(bytes[(index + 1)...]) }
        }
        return []
    }
}
