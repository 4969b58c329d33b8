import PhotoDecoding
import SampleFiles
import Testing

@Suite("What the camera says is read where it can be, and left out where it cannot")
struct CaptureDetailsTests {
    /// A little-endian TIFF with one directory of EXIF fields; each value of up to four bytes stands in its entry.
    private static func exif(
        _ entries: [(tag: UInt16, type: UInt16, count: UInt32, value: [UInt8])], pointer: UInt32 = 26
    ) -> [UInt8] {
        func two(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }
        func four(_ number: UInt32) -> [UInt8] { Array(SampleFile.bigEndian(number).reversed()) }
        var tiff: [UInt8] = [0x49, 0x49, 42, 0] + four(8)
        tiff += two(1) + two(0x8769) + two(4) + four(1) + four(pointer) + four(0)
        var data: [UInt8] = []
        let start = 26 + 2 + 12 * entries.count + 4
        tiff += two(UInt16(entries.count))
        for entry in entries {
            tiff += two(entry.tag) + two(entry.type) + four(entry.count)
            if entry.value.count <= 4 {
                tiff += entry.value + [UInt8](repeating: 0, count: 4 - entry.value.count)
            } else {
                tiff += four(UInt32(start + data.count))
                data += entry.value
            }
        }
        return Array("Exif\0\0".utf8) + tiff + four(0) + data
    }

    private static func photo(_ exif: [UInt8]) throws -> Photo {
        let rgb = SampleFile.pixels(width: 8, height: 8)
        return try PhotoDecoder().photo(from: SampleFile.jpeg(rgb: rgb, width: 8, height: 8, exif: exif))
    }

    private static let date = Array("2026:03:05 10:30:07\0".utf8)

    @Test("Fractions of a second, time zones, focal length and flash")
    func details() throws {
        let photo = try Self.photo(
            Self.exif([
                (0x9003, 2, 20, Self.date), (0x9291, 2, 4, Array("075\0".utf8)),
                (0x9011, 2, 7, Array("-09:30\0".utf8)), (0x9209, 3, 1, [0x10, 0]),
                (0x920A, 5, 1, [43, 0, 0, 0, 10, 0, 0, 0]),
            ]))
        #expect(photo.taken?.text == "2026-03-05T10:30:07")
        #expect(photo.details.subSeconds == 0.075)
        #expect(photo.details.minutesAheadOfUTC == -570)
        #expect(photo.details.flashFired == false)
        #expect(photo.details.focalLengthMillimetres == 4.3)
        #expect(photo.warnings == [.noColourProfile])
    }

    @Test("Fields that say nothing sensible are left out, and the date stays")
    func nonsense() throws {
        let photo = try Self.photo(
            Self.exif([
                (0x9003, 2, 20, Self.date), (0x9291, 2, 4, Array("abc\0".utf8)),
                (0x9011, 2, 7, Array("+99:99\0".utf8)), (0x920A, 5, 1, [43, 0, 0, 0, 0, 0, 0, 0]),
            ]))
        #expect(photo.taken?.text == "2026-03-05T10:30:07")
        #expect(photo.details == CaptureDetails())
    }

    @Test("Directories that point at themselves, beyond the end, or count too much harm nobody")
    func malformed() throws {
        let field: (tag: UInt16, type: UInt16, count: UInt32, value: [UInt8]) = (0x9003, 2, 20, Self.date)
        for pointer: UInt32 in [0, 8, 10, 0x7FFF_FFFF, 0xFFFF_FFFF] {
            let photo = try Self.photo(Self.exif([field], pointer: pointer))
            #expect(photo.image.width == 8)
        }
        for count: UInt32 in [0, 1, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFF] {
            for type: UInt16 in [0, 1, 2, 3, 5, 7, 12, 13, 0xFFFF] {
                let photo = try Self.photo(Self.exif([(0x9003, type, count, Self.date), field]))
                #expect(photo.image.width == 8, "type \(type), count \(count)")
            }
        }
    }

    @Test("Any byte of the metadata may be wrong: the photo is read all the same, with the same pixels")
    func flips() throws {
        let whole = Self.exif([(0x9003, 2, 20, Self.date), (0x920A, 5, 1, [43, 0, 0, 0, 10, 0, 0, 0])])
        let plain = try Self.photo(whole)
        for at in 6..<whole.count {
            for mask: UInt8 in [0x01, 0x80, 0xFF] {
                var exif = whole
                exif[at] ^= mask
                let photo = try Self.photo(exif)
                #expect(photo.image == plain.image, "byte \(at)")
            }
        }
    }
}
