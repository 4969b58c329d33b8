import PhotoDecoding
import Testing

@Suite("A photo without what is not its picture")
struct PhotoCleanerTests {
    private let cleaner = PhotoCleaner(limits: DecodingLimits())

    @Test(
        "a JPEG comes out the same bytes whatever it was dressed in, its turn and colours kept and its date gone"
    )
    func dresses() throws {
        let plain = JPEGDressTests.plain
        let clean = try #require(try cleaner.cleaned(plain))
        let (before, after) = (
            try PhotoDecoder().photo(from: plain), try PhotoDecoder().photo(from: clean.bytes)
        )
        #expect(after.image == before.image)
        #expect(before.taken != nil && after.taken == nil)
        #expect(clean.profile == SampleProfileBytes.of(plain))
        #expect(try cleaner.cleaned(clean.bytes) == clean)
        for (name, bytes) in JPEGDressTests.dresses(of: plain) {
            #expect(try cleaner.cleaned(bytes) == clean, "\(name)")
        }
    }

    @Test(
        "PNG and WebP keep picture, turn and colours and lose their texts",
        arguments: ["grid.png", "clear.webp", "lossless.webp", "turned.webp", "turned.jpg"])
    func fixtures(name: String) throws {
        let bytes = try PhotoFixture.bytes(name)
        let clean = try #require(try cleaner.cleaned(bytes))
        let (before, after) = (
            try PhotoDecoder().photo(from: bytes), try PhotoDecoder().photo(from: clean.bytes)
        )
        #expect(after.image == before.image)
        #expect(after.taken == nil && after.details == CaptureDetails())
        #expect(after.warnings == before.warnings)
        #expect(try cleaner.cleaned(clean.bytes) == clean)
        let text = String(decoding: clean.bytes, as: UTF8.self)
        #expect(!text.contains("DateTime") && !text.contains("tEXt") && !text.contains("XMP "))
    }

    @Test("what cannot be taken out of its file unchanged is told, and what cannot be read is refused")
    func others() throws {
        #expect(try cleaner.cleaned(try PhotoFixture.bytes("grid.heic")) == nil)
        #expect(throws: PhotoDecodingError.self) {
            try cleaner.cleaned(try PhotoFixture.bytes("picture.avif"))
        }
        #expect(throws: PhotoDecodingError.notAnImage) { try cleaner.cleaned(Array("no picture".utf8)) }
        #expect(throws: PhotoDecodingError.self) {
            try cleaner.cleaned(Array(JPEGDressTests.plain.prefix(JPEGDressTests.plain.count / 2)))
        }
    }
}

/// The colour profile that a JPEG holds.
private enum SampleProfileBytes {
    static func of(_ bytes: [UInt8]) -> [UInt8] {
        guard let stored = try? PhotoDecoder().storedPicture(from: bytes),
            case .profile(let profile) = stored.header.colour
        else { return [] }
        return profile
    }
}
