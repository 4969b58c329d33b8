import PhotoDecoding
import SampleFiles
import StoredNumbers
import Testing

@Suite("A JPEG is the same picture whatever it is dressed in")
struct JPEGDressTests {
    private static let width = 97
    private static let height = 61
    private static let rgb = SampleFile.pixels(width: width, height: height, noise: 8)

    /// Upright by a quarter turn, with a date and in Display P3, so that metadata read wrong would show.
    static let plain = SampleFile.jpeg(
        rgb: rgb, width: width, height: height, icc: SampleProfile.displayP3,
        exif: SampleFile.exif(date: "2026:03:05 10:30:07", orientation: 6))

    /// Another picture, of another size, turn, date and colour.
    private static let other = SampleFile.jpeg(
        rgb: SampleFile.pixels(width: 40, height: 48), width: 40, height: 48, icc: SampleProfile.adobeRGB,
        exif: SampleFile.exif(date: "1999:01:01 00:00:00", orientation: 3))

    /// What phones put around the picture and behind it.
    static func dresses(of plain: [UInt8]) -> [(name: String, bytes: [UInt8])] {
        let gainMap = "xmlns:hdrgm=\"http://ns.adobe.com/hdr-gain-map/1.0/\" hdrgm:Version=\"1.0\""
        let motion =
            "xmlns:GCamera=\"http://ns.google.com/photos/1.0/camera/\" GCamera:MotionPhoto=\"1\" "
            + "GCamera:MotionPhotoVersion=\"1\" GCamera:MicroVideoOffset=\"\(JPEGSegments.film.count)\""
        let thumbnail = SampleFile.jpeg(rgb: [UInt8](repeating: 90, count: 768), width: 16, height: 16)
        let names = JPEGSegments.segment(
            JPEGSegments.app2, Array("urn:iso:std:iso:ts:21496:-1\0".utf8) + [0, 0, 0, 0])
        func with(_ segments: [[UInt8]], then tail: [UInt8]) -> [UInt8] {
            JPEGSegments.file(plain, with: segments) + tail
        }
        func indexed(_ segments: [[UInt8]], _ second: [UInt8]) -> [UInt8] {
            let before = segments.reduce(2) { $0 + $1.count }
            let size = JPEGSegments.index(first: 0, second: 0, place: 0).count
            let index = JPEGSegments.index(
                first: plain.count + before - 2 + size, second: second.count, place: before)
            return with(segments + [index], then: second)
        }
        let film = JPEGSegments.film
        return [
            ("a second picture behind", plain + other),
            ("MPF", indexed([], other)),
            (
                "MPF whose index lies",
                with([JPEGSegments.index(first: -1, second: -1, place: 0)], then: other)
            ),
            ("Ultra HDR", indexed([JPEGSegments.xmp(gainMap)], other)),
            ("Ultra HDR as in ISO 21496-1", indexed([names, JPEGSegments.xmp(gainMap)], other)),
            ("Ultra HDR with a film", indexed([JPEGSegments.xmp(gainMap + motion)], other) + film),
            ("Motion Photo", with([JPEGSegments.xmp(motion)], then: film)),
            ("a film behind, unannounced", plain + film),
            ("a picture within a segment", with([JPEGSegments.segment(0xE2, thumbnail)], then: [])),
            (
                "a comment and unknown segments",
                with(
                    [
                        [0xFF, 0xFF, 0xFF, 0xFE, 0, 6, 0xFF, 0xD8, 0xFF, 0xDA],
                        JPEGSegments.segment(0xEF, film),
                    ],
                    then: [])
            ),
            ("text behind", plain + Array("trailing".utf8)),
            ("zeros behind", plain + [UInt8](repeating: 0, count: 4_096)),
            ("markers behind", plain + [0xFF, 0xD0, 0xFF, 0xDA, 0xFF, 0xC4, 0, 0, 0xFF, 0xD9]),
        ]
    }

    @Test("MPF, Ultra HDR, Motion Photos and whatever else stands behind the picture")
    func companions() throws {
        let truth = try PhotoDecoder().photo(from: Self.plain)
        #expect(truth.warnings.isEmpty && truth.image.width == Self.height)
        for (name, bytes) in Self.dresses(of: Self.plain) {
            let photo = try PhotoDecoder().photo(from: bytes)
            #expect(photo.image == truth.image, "\(name)")
            #expect(photo.taken == truth.taken, "\(name)")
            #expect(photo.warnings.isEmpty, "\(name): \(photo.warnings)")
        }
    }

    @Test(
        "The same where the picture itself is progressive or arithmetic",
        .enabled(if: JPEGTools.areThere), arguments: ["-progressive", "-arithmetic"])
    func companionsOfOtherCodings(option: String) throws {
        let truth = try PhotoDecoder().photo(from: Self.plain)
        for (name, bytes) in Self.dresses(of: try JPEGTools.restored(Self.plain, [option])) {
            let photo = try PhotoDecoder().photo(from: bytes)
            #expect(photo.image == truth.image && photo.taken == truth.taken, "\(name)")
            #expect(photo.warnings.isEmpty, "\(name): \(photo.warnings)")
        }
    }

    @Test("A colour profile is joined from parts in any order, among segments of others")
    func profileParts() throws {
        let bare = SampleFile.jpeg(rgb: Self.rgb, width: Self.width, height: Self.height)
        let whole = SampleFile.jpeg(
            rgb: Self.rgb, width: Self.width, height: Self.height, icc: SampleProfile.displayP3)
        let truth = try PhotoDecoder().photo(from: whole)
        let parts = JPEGSegments.profile(SampleProfile.displayP3, parts: 5)
        let index = JPEGSegments.index(first: bare.count, second: 9, place: 2)
        let same = JPEGSegments.profilePart(SampleProfile.displayP3, number: 1, of: 1)
        let sound: [(String, [[UInt8]])] = [
            ("in order", parts), ("backwards", parts.reversed()),
            ("shuffled", [3, 0, 4, 2, 1].map { parts[$0] }),
            (
                "among others",
                [parts[2], index, parts[0], JPEGSegments.xmp(""), parts[1], parts[4], parts[3]]
            ),
            ("a part twice, alike", parts + [parts[1]]), ("all of it twice, alike", [same, same]),
            (
                "with a part of no bytes",
                JPEGSegments.profile(SampleProfile.displayP3, parts: 5).enumerated()
                    .map { Self.renumbered($0.element, count: 6) }
                    + [JPEGSegments.profilePart([], number: 6, of: 6)]
            ),
        ]
        for (name, segments) in sound {
            let photo = try PhotoDecoder().photo(from: JPEGSegments.file(bare, with: segments))
            #expect(photo.image == truth.image, "\(name)")
            #expect(photo.warnings.isEmpty, "\(name): \(photo.warnings)")
        }
    }

    @Test("A colour profile whose parts do not fit means sRGB and a warning")
    func damagedProfileParts() throws {
        let bare = SampleFile.jpeg(rgb: Self.rgb, width: Self.width, height: Self.height)
        let truth = try PhotoDecoder().photo(from: bare)
        let parts = JPEGSegments.profile(SampleProfile.displayP3, parts: 5)
        let adobe = JPEGSegments.profile(SampleProfile.adobeRGB, parts: 5)
        let broken: [(String, [[UInt8]])] = [
            ("the first is missing", Array(parts.dropFirst())),
            ("the last is missing", Array(parts.dropLast())),
            ("one in the middle is missing", [parts[0], parts[1], parts[3], parts[4]]),
            ("one is there twice, unlike", parts + [adobe[4]]),
            ("two profiles", parts + adobe),
            ("a part of number 0", parts + [JPEGSegments.profilePart([1], number: 0, of: 5)]),
            ("more than there should be", parts + [JPEGSegments.profilePart([1], number: 6, of: 5)]),
            ("counts that differ", Array(parts.dropLast()) + [Self.renumbered(parts[4], count: 6)]),
            ("nothing in it", [JPEGSegments.profilePart([], number: 1, of: 1)]),
        ]
        for (name, segments) in broken {
            let photo = try PhotoDecoder().photo(from: JPEGSegments.file(bare, with: segments))
            #expect(photo.image == truth.image, "\(name)")
            #expect(photo.warnings == [.badColourProfile], "\(name): \(photo.warnings)")
        }
    }

    /// A part of a profile that says another count.
    private static func renumbered(_ part: [UInt8], count: UInt8) -> [UInt8] {
        var part = part
        part[17] = count
        return part
    }

    @Test(
        "All subsamplings at odd sizes, stored in every way, are libjpeg's own picture bit for bit",
        .enabled(if: JPEGTools.areThere),
        arguments: ["1x1", "2x1", "1x2", "2x2", "4x1", "4x2", "2x2,2x1,1x2", "1x1,2x2,2x2", "grey"])
    func subsamplings(sampling: String) throws {
        for (width, height) in [(1, 1), (7, 5), (17, 33), (31, 16), (65, 47)] {
            let rgb = SampleFile.pixels(width: width, height: height, noise: 8)
            let options = sampling == "grey" ? ["-grayscale"] : ["-sample", sampling]
            let plain = try JPEGTools.encoded(
                rgb, width: width, height: height, ["-quality", "90"] + options)
            let truth = try PhotoDecoder().storedPicture(from: plain)
            let theirs = StoredNumbers.ppm(try JPEGTools.decoded(plain))
            #expect(StoredNumbers.rgb8(truth) == theirs, "\(width) × \(height)")
            for way in [
                ["-restart", "1B"], ["-restart", "1"], ["-progressive"], ["-arithmetic"],
                ["-progressive", "-arithmetic"], ["-progressive", "-restart", "3B"], ["-optimize"],
            ] {
                let dressed = try PhotoDecoder().storedPicture(from: JPEGTools.restored(plain, way))
                #expect(dressed.samples == truth.samples, "\(width) × \(height), \(way)")
            }
        }
    }
}
