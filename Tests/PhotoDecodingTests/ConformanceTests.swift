import Foundation
import PhotoDecoding
import StoredNumbers
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
            let picture = try PhotoDecoder().storedPicture(from: PublicData.bytes(file))
            #expect(StoredNumbers.rgba16(picture) == reference, "\(file.lastPathComponent)")
        }
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
            let difference = StoredNumbers.largestDifference(decoded, reference)
            #expect(difference <= 3, "\(name) is \(difference) levels off")
            compared += 1
        }
        #expect(compared >= 30)
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
