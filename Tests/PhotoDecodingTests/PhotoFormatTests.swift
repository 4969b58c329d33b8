import Foundation
import PhotoDecoding
import Testing

@Suite("HEIC and WebP are read as their JPEG twins are")
struct PhotoFormatTests {
    @Test("The same picture in JPEG, HEIC and WebP: upright, in Display P3, with its date and details")
    func twins() throws {
        let jpeg = try PhotoFixture.photo("turned.jpg")
        #expect(jpeg.image.width == 160 && jpeg.image.height == 120)
        for name in ["turned.heic", "turned.webp"] {
            let twin = try PhotoFixture.photo(name)
            #expect(PhotoFixture.difference(jpeg.image, twin.image) < 0.01, "\(name)")
            #expect(twin.taken?.text == "2026-03-04T10:15:30", "\(name)")
            #expect(twin.details == jpeg.details, "\(name)")
            #expect(twin.warnings.isEmpty, "\(name): \(twin.warnings)")
        }
        let expected = CaptureDetails(
            subSeconds: 0.25, minutesAheadOfUTC: 60, make: "Scalpline", model: "Phantom 1",
            focalLengthMillimetres: 6.5, flashFired: true)
        #expect(jpeg.details == expected)
    }

    @Test("A grid of tiles is put together, and turned once where irot and EXIF both say so")
    func grids() throws {
        let truth = try PhotoFixture.photo("grid.png").image
        for name in ["grid.heic", "grid-turned.heic"] {
            let photo = try PhotoFixture.photo(name)
            #expect(PhotoFixture.difference(photo.image, truth) < 0.01, "\(name)")
        }
        #expect(try PhotoFixture.photo("grid-turned.heic").taken?.text == "2026-03-04T10:15:30")
    }

    @Test("Ten bits, full chroma and grey show the picture that the lossless one shows")
    func kinds() throws {
        let truth = try PhotoFixture.photo("lossless.webp").image
        #expect(PhotoFixture.difference(try PhotoFixture.photo("full-chroma.heic").image, truth) < 0.01)
        // The source of the 10-bit picture was smoothed a little.
        #expect(PhotoFixture.difference(try PhotoFixture.photo("ten-bit.heic").image, truth) < 0.02)
        let deep = try PhotoDecoder().storedPicture(from: PhotoFixture.bytes("ten-bit.heic"))
        #expect(deep.header.bitsPerSample == 16)
        #expect(deep.samples.contains { $0 % 257 != 0 })
        let grey = try PhotoFixture.photo("grey.heic").image
        #expect(grey.red == grey.green && grey.green == grey.blue)
        #expect(abs(grey.green[80, 60] - truth.green[80, 60]) < 0.1)
    }

    @Test("Transparency is laid on white and reported", arguments: ["clear.heic", "clear.webp"])
    func transparency(name: String) throws {
        let photo = try PhotoFixture.photo(name)
        #expect(photo.warnings.contains(.transparency))
        #expect((0..<160).allSatisfy { photo.image.green[$0, 0] > 0.95 })
        let truth = try PhotoFixture.photo("lossless.webp").image
        #expect(abs(photo.image.green[80, 119] - truth.green[80, 119]) < 0.08)
    }

    @Test("Animations, AV1 pictures and films are refused by what they are")
    func refusals() throws {
        let film = refusal(try PhotoFixture.bytes("film.webp"))
        #expect(film == .unsupported(format: .webp, detail: "an animation, not a still picture"))
        let avif = try PhotoFixture.bytes("picture.avif")
        #expect(refusal(avif) == .unsupported(format: .avif, detail: nil))
        // The same file under a brand that leaves the coding open.
        let end = Int(avif[3])
        var hidden = avif
        hidden.replaceSubrange(8..<end, with: Array("mif1\0\0\0\0".utf8))
        for at in stride(from: 16, to: end, by: 4) {
            hidden.insert(contentsOf: Array("mif1".utf8), at: at)
        }
        #expect(refusal(Array(hidden.prefix(avif.count)))?.code == "unsupported")
        for brand in ["qt  ", "mp42", "isom", "M4V ", "3gp5"] {
            let bytes = [0, 0, 0, 24] + Array("ftyp\(brand)\0\0\0\0mif1heic".utf8)
            #expect(PhotoFormat(bytes: bytes) == nil, "\(brand)")
        }
    }

    @Test("What is cut off is refused, with how much was there", arguments: ["turned.heic", "turned.webp"])
    func truncation(name: String) throws {
        let whole = try PhotoFixture.bytes(name)
        #expect(refusal(whole + Array("trailing".utf8)) == nil)
        var previous = 0.0
        for percent in 1..<90 {
            let error = refusal(Array(whole.prefix(whole.count * percent / 100)))
            if percent < 3 { continue }
            guard case .truncated(let fraction) = error else {
                Issue.record("\(percent) %: \(String(describing: error))")
                continue
            }
            #expect(fraction >= previous && fraction < 1)
            previous = fraction
        }
        #expect(previous > 0.5)
    }

    @Test(
        "Bits that flip give a picture or an error",
        arguments: ["grid.heic", "clear.heic", "turned.webp", "clear.webp"])
    func flippedBits(name: String) throws {
        let whole = try PhotoFixture.bytes(name)
        for bit in 0..<200 {
            var bytes = whole
            // Half of the flips in the first kilobyte, where the structure is.
            let span = bit % 2 == 0 ? whole.count * 8 : min(whole.count, 1_024) * 8
            let place = bit * 7_919 % span
            bytes[place / 8] ^= 1 << UInt8(place % 8)
            if let error = refusal(bytes) { #expect(!error.message.isEmpty) }
        }
    }

    @Test("Each format holds its limits before it decodes", arguments: ["turned.heic", "lossless.webp"])
    func limits(name: String) throws {
        let bytes = try PhotoFixture.bytes(name)
        guard
            case .tooManyPixels(_, _, limit: 10_000) = refusal(bytes, limits: DecodingLimits(pixels: 10_000))
        else {
            Issue.record("not refused for its pixels")
            return
        }
        let linear = 160 * 120 * 12
        #expect(refusal(bytes, limits: DecodingLimits(workingBytes: linear))?.code == "too-large")
    }

    @Test(
        "What the codec holds does not count any more when the photo is worked on",
        arguments: ["turned.jpg", "turned.heic", "lossless.webp", "grid.png"])
    func memoryInTurn(name: String) throws {
        let bytes = try PhotoFixture.bytes(name)
        let pixels = try PhotoDecoder().photo(from: bytes).image.red.samples.count
        let perPixel = 200
        let limits = DecodingLimits(workingBytes: pixels * perPixel, bytesPerPixel: perPixel)
        #expect(try PhotoDecoder(limits: limits).photo(from: bytes).reduction == .full)
        let less = DecodingLimits(workingBytes: pixels * perPixel - 1, bytesPerPixel: perPixel)
        #expect(try PhotoDecoder(limits: less).photo(from: bytes).reduction == .half)
    }

    @Test("At a reduced size every format shows the same, at a quarter of the memory or less")
    func reductions() throws {
        for name in ["turned.jpg", "turned.heic", "turned.webp", "grid.png"] {
            let whole = try PhotoFixture.photo(name).image
            for reduction in [PhotoReduction.half, .quarter, .eighth] {
                let photo = try PhotoFixture.photo(name, reduction: reduction)
                let side = reduction.rawValue
                #expect(photo.reduction == reduction)
                #expect(photo.image.width == (whole.width + side - 1) / side, "\(name)")
                #expect(photo.image.height == (whole.height + side - 1) / side, "\(name)")
                var worst: Float = 0
                for y in 0..<whole.height / side {
                    for x in 0..<whole.width / side {
                        var mean: Float = 0
                        for i in 0..<side * side {
                            mean += whole.green[x * side + i % side, y * side + i / side]
                        }
                        worst = max(worst, abs(mean / Float(side * side) - photo.image.green[x, y]))
                    }
                }
                // libjpeg takes the mean of coded numbers, not of light.
                #expect(worst < (name.hasSuffix("jpg") ? 0.06 : 1e-5), "\(name) at 1/\(side): \(worst)")
            }
        }
    }
}
