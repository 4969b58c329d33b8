import CImageCodecs
import SteadyMath

/// Small files of every kind that the tests need, made on the spot.
package enum SampleFile {
    /// Seeded 8-bit RGB: smooth where `noise` is 0, so that a JPEG keeps it well.
    package static func pixels(width: Int, height: Int, noise: Double = 0) -> [UInt8] {
        var random = SeededRandom(seed: 7)
        var bytes: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width {
                let base = [
                    40 + 180 * Double(x) / Double(width), 220 - 160 * Double(y) / Double(height),
                    90 + 60 * Double(x + y) / Double(width + height),
                ]
                bytes += base.map { UInt8(min(max($0 + noise * random.normal(), 0), 255)) }
            }
        }
        return bytes
    }

    /// A JPEG with full chroma.
    package static func jpeg(
        rgb: [UInt8], width: Int, height: Int, quality: Int = 100, icc: [UInt8] = [], exif: [UInt8] = []
    ) -> [UInt8] {
        var out: UnsafeMutablePointer<UInt8>?
        var length = 0
        // The encoder reads what the counts say and no more.
        let status = unsafe slc_jpeg_encode(
            rgb, Int32(width), Int32(height), Int32(quality), 0, icc, icc.count, exif, exif.count, &out,
            &length)
        return unsafe copied(status, out, length)
    }

    /// A PNG of 8-bit RGB, with EXIF data that begin with "Exif\0\0" where they are given.
    package static func png(rgb: [UInt8], width: Int, height: Int, exif: [UInt8] = []) -> [UInt8] {
        var out: UnsafeMutablePointer<UInt8>?
        var length = 0
        // The encoder reads 3 · width · height bytes.
        let status = unsafe slc_png_encode(rgb, Int32(width), Int32(height), &out, &length)
        var file = unsafe copied(status, out, length)
        // After the signature and IHDR.
        if !file.isEmpty, !exif.isEmpty {
            file.insert(contentsOf: chunk("eXIf", Array(exif.dropFirst(6))), at: 33)
        }
        return file
    }

    /// EXIF data with a date and an orientation.
    package static func exif(date: String?, orientation: Int) -> [UInt8] {
        var out: UnsafeMutablePointer<UInt8>?
        var length = 0
        let status = unsafe slc_exif_make(date, Int32(orientation), &out, &length)
        return unsafe copied(status, out, length)
    }

    /// A PNG that has only its header, of any size.
    package static func pngHeader(width: UInt32, height: UInt32, interlaced: Bool = false) -> [UInt8] {
        let body = bigEndian(width) + bigEndian(height) + [8, 2, 0, 0, interlaced ? 1 : 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", body) + chunk("IDAT", [])
    }

    /// A PNG chunk with its length and check sum.
    package static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + body
        return bigEndian(UInt32(body.count)) + named + bigEndian(checkSum(named))
    }

    /// A number's four bytes, the largest first.
    package static func bigEndian(_ number: UInt32) -> [UInt8] {
        [UInt8(number >> 24), UInt8(number >> 16 & 0xFF), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)]
    }

    /// CRC-32 as PNG has it (ISO/IEC 15948, annex D).
    private static func checkSum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }

    private static func copied(_ status: Int32, _ memory: UnsafeMutablePointer<UInt8>?, _ length: Int)
        -> [UInt8]
    {
        guard status == 0, let memory = unsafe memory else { return [] }
        // C allocated `length` bytes, ours until slc_free.
        let bytes = unsafe Array(UnsafeBufferPointer(start: memory, count: length))
        unsafe slc_free(memory)
        return bytes
    }
}
