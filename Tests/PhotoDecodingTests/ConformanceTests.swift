import Foundation
import PhotoDecoding
import Testing

@Suite("Pictures of public test sets read as their references say", .enabled(if: PublicData.isThere))
struct ConformanceTests {
    @Test("PngSuite is equal to its references at 16 bit, before colour management")
    func pngSuite() throws {
        let folder = try PublicData.unpacked("decoders/pngsuite_rgba16.tar.xz")
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = PublicData.files("decoders/pngsuite_swiftpng", ending: ".png")
        #expect(files.count > 150)
        for file in files where !file.lastPathComponent.hasPrefix("tbbn0g04") {
            let reference = try PublicData.bytes(
                folder.appending(path: "pngsuite_swiftpng_rgba/\(file.lastPathComponent).rgba"))
            let (header, samples) = try PhotoDecoder().storedPicture(from: PublicData.bytes(file))
            #expect(Self.rgba16(header, samples) == reference, "\(file.lastPathComponent)")
        }
    }

    /// Spreads stored numbers to 16-bit little-endian RGBA.
    private static func rgba16(_ header: PictureHeader, _ samples: [UInt16]) -> [UInt8] {
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

    @Test("Broken PNGs are refused")
    func brokenPNG() throws {
        for file in PublicData.files("decoders/png_invalid_swiftpng", ending: ".png") {
            let bytes = try PublicData.bytes(file)
            if file.lastPathComponent == "xcsn0g01.png" { continue }
            #expect(throws: PhotoDecodingError.self, "\(file.lastPathComponent)") {
                try PhotoDecoder().photo(from: bytes)
            }
        }
    }

    @Test("JPEGs of every dress are within 3 levels of their references, lossless ones refused by name")
    func jpegReferences() throws {
        var compared = 0
        for file in PublicData.files("decoders/jpeg-decoder_reftest", ending: ".jpg") {
            let name = file.lastPathComponent
            let bytes = try PublicData.bytes(file)
            let decoded: (header: PictureHeader, samples: [UInt16])
            do throws(PhotoDecodingError) {
                decoded = try PhotoDecoder().storedPicture(from: bytes)
            } catch {
                #expect(error.code == "unsupported" && file.path.contains("lossless"), "\(name): \(error)")
                continue
            }
            // For these two, libjpeg's reading holds.
            if name.hasSuffix("sampling2x2.jpg") { continue }
            let referenceFile = file.deletingPathExtension().appendingPathExtension("png")
            let reference = try PhotoDecoder().storedPicture(from: PublicData.bytes(referenceFile))
            #expect(decoded.header.width == reference.header.width, "\(name)")
            #expect(decoded.header.height == reference.header.height, "\(name)")
            let difference =
                zip(Self.rgb(decoded), Self.rgb(reference)).map { abs(Int($0) - Int($1)) }.max() ?? 999
            #expect(difference <= 3, "\(name) is \(difference) levels off")
            compared += 1
        }
        #expect(compared >= 30)
    }

    /// Plain 8-bit RGB of stored numbers: grey spread out, inks without a profile.
    private static func rgb(_ picture: (header: PictureHeader, samples: [UInt16])) -> [UInt16] {
        let (header, samples) = picture
        let shift: UInt16 = header.bitsPerSample == 16 ? 8 : 0
        var numbers = [UInt16](repeating: 0, count: 3 * header.width * header.height)
        for pixel in 0..<header.width * header.height {
            let at = pixel * header.channels
            for channel in 0..<3 {
                if header.colours == 4 {
                    let light = (255 - Int(samples[at + channel])) * (255 - Int(samples[at + 3]))
                    numbers[3 * pixel + channel] = UInt16((light + 127) / 255)
                } else {
                    numbers[3 * pixel + channel] = samples[at + (header.colours == 1 ? 0 : channel)] >> shift
                }
            }
        }
        return numbers
    }

    @Test(
        "Files made to harm give a picture or an error",
        arguments: ["decoders/jpeg-decoder_crash", "decoders/jpeg-decoder_fuzz"])
    func hostile(folder: String) throws {
        var codes: [String: Int] = [:]
        for file in PublicData.files(folder, ending: ".jpg") {
            do throws(PhotoDecodingError) {
                let photo = try PhotoDecoder().photo(from: (try? PublicData.bytes(file)) ?? [])
                #expect(photo.image.red.samples.allSatisfy { $0.isFinite })
                codes["picture", default: 0] += 1
            } catch {
                #expect(!error.message.isEmpty)
                codes[error.code, default: 0] += 1
            }
        }
        print(folder, codes.sorted { $0.key < $1.key })
        #expect(codes.values.reduce(0, +) > 20)
    }

    @Test("libjpeg-turbo's own pictures: arithmetic coding is read, 12 bit refused by name")
    func turboImages() throws {
        for file in PublicData.files("decoders/libjpeg-turbo_testimages", ending: ".jpg") {
            let bytes = try PublicData.bytes(file)
            if file.lastPathComponent.contains("12") {
                #expect(throws: PhotoDecodingError.self) { try PhotoDecoder().photo(from: bytes) }
            } else {
                let photo = try PhotoDecoder().photo(from: bytes)
                #expect(photo.image.width > 0, "\(file.lastPathComponent)")
            }
        }
    }

    @Test("A progressive JPEG with more scans than allowed is refused by name")
    func scanLimit() throws {
        let file = PublicData.root.appending(
            path: "decoders/jpeg-decoder_reftest/mozilla/jpg-progressive.jpg")
        let bytes = try PublicData.bytes(file)
        #expect(throws: PhotoDecodingError.tooManyScans(limit: 3)) {
            try PhotoDecoder(limits: DecodingLimits(scans: 3)).photo(from: bytes)
        }
    }
}
