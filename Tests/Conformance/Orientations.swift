import CImageCodecs
import Foundation
import PhotoDecoding

/// One picture in all eight orientations of EXIF, in every format that is measured.
struct Orientations {
    /// The folder `Fixtures/Photos`.
    let photos: URL

    /// JPEG, PNG, WebP and, where heif-enc is there, HEIC.
    func tallies() -> [Tally] {
        var all = [tally("JPEG") { $0.jpeg }, tally("PNG") { $0.png }, tally("WebP") { $0.webp }]
        let folder = FileManager.default.temporaryDirectory.appending(path: "scalpline-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        if Command.run("heif-enc", "--list-encoders") {
            all.append(tally("HEIC") { $0.heic(in: folder) })
        } else {
            print("SKIPPED: no heif-enc (Debian: libheif-examples), so HEIC's orientations are not tried")
        }
        return all
    }

    private func tally(_ format: String, _ file: (Oriented) -> [UInt8]) -> Tally {
        var tally = Tally("orientations 1-8 of \(format)")
        guard let webp = try? Data(contentsOf: photos.appending(path: "lossless.webp")),
            let (header, samples) = try? PhotoDecoder().storedPicture(from: [UInt8](webp))
        else {
            tally.add("lossless.webp", .wrong("cannot be read"))
            return tally
        }
        let rgb = samples.map { UInt8($0) }
        let truth = try? PhotoDecoder().photo(from: [UInt8](webp)).image
        for number in 1...8 {
            let oriented = Oriented(
                upright: rgb, width: header.width, height: header.height, number: number, webp: [UInt8](webp))
            do throws(PhotoDecodingError) {
                var image = try PhotoDecoder().photo(from: file(oriented)).image
                if format == "WebP" {
                    // Only its EXIF was changed, so the picture is to come out as a JPEG of the same numbers does.
                    let other = Oriented(
                        stored: rgb, width: header.width, height: header.height, number: number)
                    let twin = try PhotoDecoder().photo(from: other.png).image
                    tally.add("\(number)", isEqual: image == twin, "not as PNG")
                    image = twin
                    continue
                }
                let off = truth.map { Likeness.difference($0, image) } ?? 1
                tally.add("\(number)", isEqual: off < 0.02, "\(off) off")
            } catch {
                tally.add("\(number)", .wrong(error.message))
            }
        }
        return tally
    }
}

/// A picture stored so that an orientation makes it upright.
private struct Oriented {
    let rgb: [UInt8]
    let width: Int
    let height: Int
    let number: Int
    var bareWebP: [UInt8] = []

    /// Numbers that are stored as they are.
    init(stored rgb: [UInt8], width: Int, height: Int, number: Int) {
        self.rgb = rgb
        self.width = width
        self.height = height
        self.number = number
    }

    /// Upright numbers, turned as the orientation has them.
    init(upright: [UInt8], width: Int, height: Int, number: Int, webp: [UInt8]) {
        let orientation = PhotoOrientation(number)
        let stored = orientation.uprightSize(width: width, height: height)
        let at = orientation.placement(width: stored.width, height: stored.height)
        var rgb: [UInt8] = []
        for y in 0..<stored.height {
            for x in 0..<stored.width {
                let index = 3 * (at.origin + x * at.right + y * at.down)
                rgb += upright[index..<index + 3]
            }
        }
        self.init(stored: rgb, width: stored.width, height: stored.height, number: number)
        bareWebP = webp
    }

    /// EXIF with "Exif\0\0" before its TIFF header.
    private var exif: [UInt8] {
        var out: UnsafeMutablePointer<UInt8>?
        var length = 0
        let status = unsafe slc_exif_make("2026:03:04 10:15:30", Int32(number), &out, &length)
        return unsafe Self.takenOver(status, out, length)
    }

    var jpeg: [UInt8] {
        let exif = exif
        var out: UnsafeMutablePointer<UInt8>?
        var length = 0
        // The encoder reads 3 · width · height numbers and exif.count bytes.
        let status = unsafe slc_jpeg_encode(
            rgb, Int32(width), Int32(height), 97, 0, nil, 0, exif, exif.count, &out, &length)
        return unsafe Self.takenOver(status, out, length)
    }

    var png: [UInt8] {
        var out: UnsafeMutablePointer<UInt8>?
        var length = 0
        // The encoder reads 3 · width · height numbers.
        let status = unsafe slc_png_encode(rgb, Int32(width), Int32(height), &out, &length)
        var file = unsafe Self.takenOver(status, out, length)
        let named = Array("eXIf".utf8) + exif.dropFirst(6)
        let chunk = Self.bigEndian(named.count - 4) + named + Self.bigEndian(Int(Self.checkSum(named)))
        // After the signature and IHDR.
        file.insert(contentsOf: chunk, at: 33)
        return file
    }

    /// The picture's chunk under an extended header (RFC 9649, 2.7) with EXIF behind it.
    var webp: [UInt8] {
        let canvas = [159, 0, 0, 119, 0, 0] as [UInt8]
        let head = Array("VP8X".utf8) + [10, 0, 0, 0, 8, 0, 0, 0] + canvas
        let metadata = Array(exif.dropFirst(6))
        let padding = [UInt8](repeating: 0, count: metadata.count % 2)
        let tail = Array("EXIF".utf8) + Self.bigEndian(metadata.count).reversed() + metadata + padding
        let body = Array("WEBP".utf8) + head + bareWebP.dropFirst(12) + tail
        return Array("RIFF".utf8) + Self.bigEndian(body.count).reversed() + body
    }

    /// What heif-enc makes of the JPEG.
    func heic(in folder: URL) -> [UInt8] {
        let source = folder.appending(path: "\(number).jpg")
        let target = folder.appending(path: "\(number).heic")
        guard (try? Data(jpeg).write(to: source)) != nil,
            Command.run("heif-enc", "-q", "90", "-o", target.path, source.path)
        else { return [] }
        return [UInt8]((try? Data(contentsOf: target)) ?? Data())
    }

    private static func bigEndian(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(number >> $0 & 0xFF) }
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

    private static func takenOver(
        _ status: Int32, _ memory: UnsafeMutablePointer<UInt8>?, _ length: Int
    ) -> [UInt8] {
        guard status == 0, let memory = unsafe memory else { return [] }
        // C allocated `length` bytes, ours until slc_free.
        let bytes = unsafe Array(UnsafeBufferPointer(start: memory, count: length))
        unsafe slc_free(memory)
        return bytes
    }
}
