import Foundation
import PhotoDecoding
import Raster
import SampleFiles
import Testing

@Suite("A photo is read upright and whole, or refused by name")
struct PhotoDecoderTests {
    @Test("No bytes and bytes that are no picture are told apart")
    func notPictures() {
        #expect(refusal([]) == .empty)
        #expect(refusal(Array("Dear Kim, these are my notes.".utf8)) == .notAnImage)
        #expect(refusal([0xFF]) == .notAnImage)
        #expect(refusal(Array("BMW and its drivers, a story".utf8)) == .notAnImage)
    }

    @Test("Formats that are not read are refused by their names")
    func unsupportedFormats() {
        let heads: [(PhotoFormat, [UInt8])] = [
            (.avif, [0, 0, 0, 24] + Array("ftypmif1\0\0\0\0mif1avif".utf8)),
            (.gif, Array("GIF89a\u{1}\0\u{1}\0".utf8)),
            (.tiff, [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0]),
            (.dng, [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0xC6, 0x12, 0, 1, 0, 0, 0, 4, 1, 4, 0, 0]),
            (.bmp, Array("BM".utf8) + [70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 2, 0]),
        ]
        for (format, bytes) in heads {
            let error = refusal(bytes)
            #expect(error == .unsupported(format: format, detail: nil))
            #expect(error?.code == "unsupported")
            #expect(error?.message.contains("export the photo as JPEG") == true)
        }
        #expect(PhotoFormat(bytes: [0, 0, 0, 20] + Array("ftypqt  \0\0\0\0qt  ".utf8)) == nil)
    }

    @Test("Extensions of pictures are known in any case, with and without a dot")
    func extensions() {
        for name in ["jpg", ".JPG", "Jpeg", "PNG", "heic", ".webp", "TIF", "dng", "avif", "gif", "bmp"] {
            #expect(PhotoFormat.isPicture(fileExtension: name), "\(name)")
        }
        for name in ["", ".", "mov", "txt", "yaml", "jpg2"] {
            #expect(!PhotoFormat.isPicture(fileExtension: name), "\(name)")
        }
    }

    @Test("A PNG that claims 60,000 × 60,000 pixels is refused with both numbers")
    func absurdSize() {
        let error = refusal(SampleFile.pngHeader(width: 60_000, height: 60_000))
        #expect(error == .tooManyPixels(width: 60_000, height: 60_000, limit: 200_000_000))
        #expect(error?.code == "too-large")
    }

    @Test("Each limit is held before the picture is read")
    func limits() {
        let jpeg = SampleFile.jpeg(rgb: SampleFile.pixels(width: 40, height: 30), width: 40, height: 30)
        #expect(
            refusal(jpeg, limits: DecodingLimits(pixels: 1_199))
                == .tooManyPixels(width: 40, height: 30, limit: 1_199))
        #expect(
            refusal(jpeg, limits: DecodingLimits(fileBytes: 100))
                == .fileTooLarge(bytes: jpeg.count, limit: 100))
        #expect(refusal(jpeg, limits: DecodingLimits(workingBytes: 5_000))?.code == "too-large")
        #expect(refusal(jpeg, limits: DecodingLimits(pixels: 1_200)) == nil)
    }

    @Test("A large picture that cannot be streamed is refused by name before it is read")
    func interlacedMemory() throws {
        // Interlaced, all rows are held whatever comes out.
        let interlaced = SampleFile.pngHeader(width: 20_000, height: 10_000, interlaced: true)
        let error = refusal(interlaced)
        guard case .tooMuchMemory(let bytes, limit: 500_000_000) = error else {
            Issue.record("not refused for its memory: \(String(describing: error))")
            return
        }
        #expect(bytes > 600_000_000 && bytes < 700_000_000)
        // In rows the same picture would be read, if only its rows were there.
        let plain = SampleFile.pngHeader(width: 20_000, height: 10_000)
        #expect(try #require(refusal(plain)).code != "too-large")
    }

    @Test("A photo that would take too much memory is read at the size that fits, and says so")
    func automaticReduction() throws {
        let jpeg = SampleFile.jpeg(
            rgb: SampleFile.pixels(width: 401, height: 300), width: 401, height: 300,
            exif: SampleFile.exif(date: nil, orientation: 6))
        let all = 401 * 300 * 36
        let band = 650_000
        let sizes = [(all + band, PhotoReduction.full), (all / 4 + band, .half), (all / 16 + band, .quarter)]
        for (bytes, reduction) in sizes {
            let limits = DecodingLimits(workingBytes: bytes, bytesPerPixel: 36)
            let photo = try PhotoDecoder(limits: limits).photo(from: jpeg)
            #expect(photo.reduction == reduction)
            #expect(photo.width == 300 && photo.height == 401)
            #expect(photo.image.width == reduction.side(300) && photo.image.height == reduction.side(401))
            #expect(photo.warnings.contains(.reducedSize) == (reduction != .full))
        }
        let limits = DecodingLimits(workingBytes: all / 4 + band, bytesPerPixel: 36)
        #expect(throws: PhotoDecodingError.self) {
            try PhotoDecoder(limits: limits).photo(from: jpeg, reduction: .full)
        }
    }

    @Test("A wish for a smaller photo is granted, and memory that asks for no less is no reason to say so")
    func wishedReduction() throws {
        let jpeg = SampleFile.jpeg(
            rgb: SampleFile.pixels(width: 401, height: 300), width: 401, height: 300)
        let limits = DecodingLimits(workingBytes: 401 * 300 * 36 / 4 + 650_000, bytesPerPixel: 36)
        for (wish, given) in [(1, 2), (2, 2), (3, 3), (6, 6)] {
            let photo = try PhotoDecoder(limits: limits).photo(from: jpeg) { size in
                #expect(size.width == 401 && size.height == 300)
                return wish
            }
            #expect(photo.reduction.rawValue == given && photo.leastReduction == .half)
            #expect(photo.image.width == (401 + given - 1) / given)
            #expect(photo.warnings.contains(.reducedSize) == (wish < given), "wish \(wish)")
        }
    }

    @Test(
        "An arithmetic JPEG that claims more than it has is truncated, not made up",
        .enabled(if: PublicData.isThere))
    func arithmeticStarvation() throws {
        let file = PublicData.root.appending(path: "decoders/libjpeg-turbo_testimages/testimgari.jpg")
        var bytes = try PublicData.bytes(file)
        let frame = try #require(bytes.firstRange(of: [0xFF, 0xC9, 0x00]))
        let sides = [8_000, 8_000].flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        bytes.replaceSubrange(frame.lowerBound + 5..<frame.lowerBound + 9, with: sides)
        guard case .truncated(let fraction) = refusal(bytes) else {
            Issue.record("not refused as truncated")
            return
        }
        #expect(fraction < 0.1)
    }

    @Test("A JPEG or PNG cut off at every twentieth says how much was there", arguments: ["jpeg", "png"])
    func truncation(kind: String) throws {
        let rgb = SampleFile.pixels(width: 160, height: 120, noise: 12)
        let whole =
            kind == "jpeg"
            ? SampleFile.jpeg(rgb: rgb, width: 160, height: 120)
            : SampleFile.png(rgb: rgb, width: 160, height: 120)
        var previous = 0.0
        for percent in stride(from: 5, to: 100, by: 5) {
            let error = refusal(Array(whole.prefix(whole.count * percent / 100)))
            guard case .truncated(let fraction) = error else {
                Issue.record("\(percent) %: \(String(describing: error))")
                continue
            }
            #expect(fraction >= previous && abs(fraction - Double(percent) / 100) < 0.2, "\(percent) %")
            #expect(error?.code == "truncated")
            previous = fraction
        }
        #expect(previous > 0.75)
        #expect(refusal(whole) == nil)
        #expect(refusal(whole + Array("trailing".utf8)) == nil)
    }

    @Test("A JPEG that ends with an end marker before its last row is refused too")
    func endMarkerTooEarly() {
        let rgb = SampleFile.pixels(width: 160, height: 120, noise: 12)
        let whole = SampleFile.jpeg(rgb: rgb, width: 160, height: 120)
        let error = refusal(Array(whole.prefix(whole.count / 2)) + [0xFF, 0xD9])
        #expect(error?.code == "truncated")
    }

    @Test("Bits that flip give a picture or an error", arguments: ["jpeg", "png"])
    func flippedBits(kind: String) {
        let rgb = SampleFile.pixels(width: 24, height: 16, noise: 12)
        let exif = SampleFile.exif(date: "2026:03:05 10:30:00", orientation: 6)
        let whole =
            kind == "jpeg"
            ? SampleFile.jpeg(rgb: rgb, width: 24, height: 16, icc: SampleProfile.displayP3, exif: exif)
            : SampleFile.png(rgb: rgb, width: 24, height: 16)
        for bit in 0..<500 {
            var bytes = whole
            let place = bit * 7_919 % (whole.count * 8)
            bytes[place / 8] ^= 1 << UInt8(place % 8)
            if let error = refusal(bytes) { #expect(!error.message.isEmpty) }
        }
    }

    @Test("PNG comes back exactly, JPEG nearly, from our own encoders")
    func encoderRoundTrip() throws {
        let rgb = SampleFile.pixels(width: 33, height: 21)
        let png = try PhotoDecoder().storedPicture(from: SampleFile.png(rgb: rgb, width: 33, height: 21))
        #expect(png.samples == rgb.map { UInt16($0) })
        let file = try #require(PictureEncoder.jpeg(rgb: rgb, width: 33, height: 21, quality: 95))
        #expect(file == PictureEncoder.jpeg(rgb: rgb, width: 33, height: 21, quality: 95))
        let jpeg = try PhotoDecoder().storedPicture(from: file)
        #expect(jpeg.header.width == 33 && jpeg.header.height == 21)
        for (before, after) in zip(rgb, jpeg.samples) { #expect(abs(Int(before) - Int(after)) <= 12) }
        #expect(PictureEncoder.jpeg(rgb: rgb, width: 32, height: 21) == nil)
        #expect(PictureEncoder.jpeg(rgb: [], width: 0, height: 0) == nil)
    }

    @Test("All eight orientations bring the same corner to the top left")
    func orientations() throws {
        // Upright: 24 × 16 with a bright top-left quarter and a red top-right one.
        let (width, height) = (24, 16)
        var upright: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width {
                upright += y < 8 ? (x < 12 ? [250, 250, 250] : [200, 20, 20]) : [20, 20, 20]
            }
        }
        for number in 1...8 {
            let stored = SampleFile.turned(upright, width: width, height: height, orientation: number)
            let photo = try PhotoDecoder().photo(
                from: SampleFile.jpeg(
                    rgb: stored.numbers, width: stored.width, height: stored.height,
                    exif: SampleFile.exif(date: nil, orientation: number)))
            #expect(photo.image.width == width && photo.image.height == height)
            #expect(photo.image.green[3, 3] > 0.8, "\(number)")
            #expect(photo.image.red[20, 3] > 0.4 && photo.image.green[20, 3] < 0.1, "\(number)")
            #expect(photo.image.red[3, 12] < 0.1, "\(number)")
        }
    }

    @Test("Photos of all orientations look alike once upright", .enabled(if: PublicData.isThere))
    func publicOrientations() throws {
        func photo(_ number: Int) throws -> Photo {
            let file = PublicData.root.appending(
                path: "metadata/orientation_recurser/Landscape_\(number).jpg")
            return try PhotoDecoder().photo(from: PublicData.bytes(file))
        }
        let first = try photo(1).image
        for number in [0] + Array(2...8) {
            let other = try photo(number).image
            guard other.width == first.width, other.height == first.height else {
                Issue.record("\(number): \(other.width) × \(other.height)")
                continue
            }
            var sum = 0.0
            var count = 0.0
            for index in stride(from: 0, to: first.green.samples.count, by: 97) {
                sum += Double(abs(other.green.samples[index] - first.green.samples[index]))
                count += 1
            }
            #expect(sum / count < 0.03, "\(number): \(sum / count)")
        }
    }

    @Test("The camera's date is read, an unset one passed over, a damaged one warned of")
    func dates() throws {
        func photo(_ exif: [UInt8]) throws -> Photo {
            try PhotoDecoder().photo(
                from: SampleFile.jpeg(
                    rgb: SampleFile.pixels(width: 8, height: 8), width: 8, height: 8, exif: exif))
        }
        let dated = try photo(SampleFile.exif(date: "2026:03:05 10:30:07", orientation: 1))
        #expect(dated.taken?.text == "2026-03-05T10:30:07")
        #expect(dated.warnings == [.noColourProfile])
        let unset = try photo(SampleFile.exif(date: "0000:00:00 00:00:00", orientation: 1))
        #expect(unset.taken == nil && unset.warnings == [.noColourProfile])
        let absurd = try photo(SampleFile.exif(date: "2026:13:45 10:30:07", orientation: 1))
        #expect(absurd.taken == nil && absurd.warnings == [.noColourProfile, .badMetadata])
        let garbage = try photo(Array("Exif\0\0".utf8) + [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
        #expect(garbage.taken == nil && garbage.warnings == [.noColourProfile, .badMetadata])
        let whole = SampleFile.exif(date: "2026:03:05 10:30:07", orientation: 3)
        for length in 6..<whole.count {
            #expect(throws: Never.self) { try photo(Array(whole.prefix(length))) }
        }
    }

    @Test("EXIF data in a PNG count as well")
    func pngMetadata() throws {
        let exif = Array(SampleFile.exif(date: "2026:03:05 10:30:07", orientation: 6).dropFirst(6))
        var file = SampleFile.png(rgb: SampleFile.pixels(width: 9, height: 5), width: 9, height: 5)
        file.insert(contentsOf: SampleFile.chunk("eXIf", exif), at: 33)
        let photo = try PhotoDecoder().photo(from: file)
        #expect(photo.image.width == 5 && photo.image.height == 9)
        #expect(photo.taken?.text == "2026-03-05T10:30:07")
        // A byte of the date is changed, its check sum is not.
        let year = try #require(file.firstRange(of: Array("2026:03:05 10:30:07".utf8)))
        file[year.lowerBound + 3] = UInt8(ascii: "5")
        let changed = try PhotoDecoder().photo(from: file)
        #expect(changed.taken == nil && changed.warnings.contains(.badMetadata))
        #expect(changed.image.width == 9)
    }

    @Test("PNG says of its colours what its chunks say")
    func pngColour() throws {
        let rgb: [UInt8] = [200, 100, 50, 200, 100, 50]
        func photo(_ name: String, _ body: [UInt8]) throws -> Photo {
            var file = SampleFile.png(rgb: rgb, width: 2, height: 1)
            file.insert(contentsOf: SampleFile.chunk(name, body), at: 33)
            return try PhotoDecoder().photo(from: file)
        }
        let plain = try PhotoDecoder().photo(from: SampleFile.png(rgb: rgb, width: 2, height: 1))
        let standard = try photo("sRGB", [0])
        #expect(standard.warnings.isEmpty && standard.image == plain.image)
        let linear = try photo("gAMA", SampleFile.bigEndian(100_000))
        #expect(linear.warnings.isEmpty && abs(linear.image.red.samples[0] - 200.0 / 255) < 1e-6)
        let wide = try photo("cICP", [12, 13, 0, 1])
        #expect(wide.warnings.isEmpty && wide.image.red.samples[0] > plain.image.red.samples[0] + 0.02)
        var changed = SampleFile.png(rgb: rgb, width: 2, height: 1)
        var chunk = SampleFile.chunk("cICP", [12, 13, 0, 1])
        chunk[8] = 9
        changed.insert(contentsOf: chunk, at: 33)
        #expect(try PhotoDecoder().photo(from: changed).image == plain.image)
        let limited = try photo("cICP", [1, 13, 0, 0])
        #expect(limited.warnings == [.badColourProfile])
        let broken = try photo("iCCP", Array("x\0\0nonsense".utf8))
        #expect(broken.warnings == [.badColourProfile] && broken.image == plain.image)
        #expect(throws: PhotoDecodingError.unsupported(format: .png, detail: "high dynamic range")) {
            try photo("cICP", [9, 16, 0, 1])
        }
    }

    @Test("Transparent pixels are laid on white and reported", .enabled(if: PublicData.isThere))
    func transparency() throws {
        let file = PublicData.root.appending(path: "decoders/pngsuite_swiftpng/tbbn2c16.png")
        let photo = try PhotoDecoder().photo(from: PublicData.bytes(file))
        #expect(photo.warnings.contains(.transparency))
        // The picture's corner is transparent.
        #expect(photo.image.red[0, 0] == 1 && photo.image.green[0, 0] == 1 && photo.image.blue[0, 0] == 1)
        let opaque = PublicData.root.appending(path: "decoders/pngsuite_swiftpng/basn2c08.png")
        #expect(try !PhotoDecoder().photo(from: PublicData.bytes(opaque)).warnings.contains(.transparency))
    }
}
