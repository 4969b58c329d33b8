import PhotoDecoding
import Testing

@Suite("Of the pictures in an HEIC, the primary one is read")
struct CompanionItemTests {
    @Test("Thumbnails and the other pictures of a burst are passed over", arguments: ["thumbnail", "burst"])
    func passedOver(name: String) throws {
        let alone = try PhotoFixture.photo("turned.heic")
        let photo = try PhotoFixture.photo("\(name).heic")
        #expect(photo.image == alone.image)
        #expect(photo.taken == alone.taken && photo.details == alone.details)
        #expect(photo.warnings.isEmpty)
    }

    @Test("Which picture is the primary one, the file says, not the order")
    func namedPrimary() throws {
        var bytes = try PhotoFixture.bytes("burst.heic")
        // Box, version and flags, then the item's number in two bytes: the second picture's is 5.
        let name = Array("pitm".utf8)
        let at = try #require((0..<bytes.count - 10).first { bytes[$0..<$0 + 4].elementsEqual(name) })
        #expect(bytes[at + 9] == 1)
        bytes[at + 9] = 5
        let photo = try PhotoDecoder().photo(from: bytes)
        #expect(photo.image.width == 96 && photo.image.height == 64)
        #expect(photo.taken == nil)
        // Without a profile, as is this file, it shows the lower right corner of the crop upside down.
        let first = try PhotoFixture.photo("lossless.webp").image
        var sum: Float = 0
        for y in 0..<64 {
            for x in 0..<96 { sum += abs(photo.image.green[x, y] - first.green[159 - x, 119 - y]) }
        }
        #expect(sum / (96 * 64) < 0.01)
    }

    @Test("A larger picture beside a grid neither turns it nor has it refused")
    func besideGrid() throws {
        let photo = try PhotoFixture.photo("grid-accompanied.heic")
        let truth = try PhotoFixture.photo("grid.png").image
        #expect(photo.image.width == 120 && photo.image.height == 100)
        #expect(PhotoFixture.difference(photo.image, truth) < 0.01)
        #expect(photo.taken?.text == "2026-03-04T10:15:30")
    }

    /// The sequence parameter sets of a file, which begin with a NAL header of type 33.
    private func parameterSets(_ bytes: [UInt8]) -> [Range<Int>] {
        (0..<bytes.count - 4).filter { bytes[$0 + 2] == 0x42 && bytes[$0 + 3] == 0x01 && bytes[$0] == 0 }
            .map { $0 + 2..<$0 + 2 + Int(bytes[$0 + 1]) }
    }

    @Test("A damaged HEVC header is refused where the picture needs it, and passed over in a thumbnail")
    func damagedHeaders() throws {
        let whole = try PhotoFixture.bytes("thumbnail.heic")
        let truth = try PhotoDecoder().photo(from: whole).image
        let sets = parameterSets(whole)
        try #require(sets.count == 2)
        var contradicting = 0
        for (index, set) in sets.enumerated() {
            for bit in set.lowerBound * 8..<set.upperBound * 8 {
                var bytes = whole
                bytes[bit / 8] ^= 0x80 >> UInt8(bit % 8)
                do throws(PhotoDecodingError) {
                    let image = try PhotoDecoder().photo(from: bytes).image
                    #expect(index == 0 || image == truth, "bit \(bit)")
                } catch {
                    #expect(index == 0, "bit \(bit): \(error)")
                    if case .corrupt("the header of its coding contradicts itself") = error {
                        contradicting += 1
                    }
                }
            }
        }
        #expect(contradicting > 5)
    }
}
