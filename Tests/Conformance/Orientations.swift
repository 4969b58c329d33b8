import Foundation
import PhotoDecoding
import SampleFiles

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
        let stored = SampleFile.turned(upright, width: width, height: height, orientation: number)
        self.init(stored: stored.numbers, width: stored.width, height: stored.height, number: number)
        bareWebP = webp
    }

    /// EXIF with "Exif\0\0" before its TIFF header.
    private var exif: [UInt8] { SampleFile.exif(date: "2026:03:04 10:15:30", orientation: number) }

    var jpeg: [UInt8] { SampleFile.jpeg(rgb: rgb, width: width, height: height, quality: 97, exif: exif) }

    var png: [UInt8] { SampleFile.png(rgb: rgb, width: width, height: height, exif: exif) }

    /// The picture's chunk under an extended header (RFC 9649, 2.7) with EXIF behind it.
    var webp: [UInt8] {
        let canvas = [159, 0, 0, 119, 0, 0] as [UInt8]
        let head = Array("VP8X".utf8) + [10, 0, 0, 0, 8, 0, 0, 0] + canvas
        let metadata = Array(exif.dropFirst(6))
        let padding = [UInt8](repeating: 0, count: metadata.count % 2)
        let tail =
            Array("EXIF".utf8) + SampleFile.bigEndian(UInt32(metadata.count)).reversed() + metadata + padding
        let body = Array("WEBP".utf8) + head + bareWebP.dropFirst(12) + tail
        return Array("RIFF".utf8) + SampleFile.bigEndian(UInt32(body.count)).reversed() + body
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
}
