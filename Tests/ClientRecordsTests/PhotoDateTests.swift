import ClientRecords
import PhotoDecoding
import Testing

@Suite("When a photo was taken")
struct PhotoDateTests {
    @Test(
        "a date in a file's name is found, with its time where it has one",
        arguments: [
            ("2026-03-04.jpg", "2026-03-04T12:00:00"), ("2026-03-04 crown (2).jpg", "2026-03-04T12:00:00"),
            ("20260304_101500.jpg", "2026-03-04T10:15:00"),
            ("IMG-20260304-WA0001.jpg", "2026-03-04T12:00:00"),
            ("PXL_20260304_101500123.jpg", "2026-03-04T10:15:00"),
            ("Screenshot_20260304-101500.png", "2026-03-04T10:15:00"),
            ("WhatsApp Image 2026-03-04 at 10.15.00.jpeg", "2026-03-04T10:15:00"),
            ("IMG_20260304_101500_01.jpg", "2026-03-04T10:15:00"),
            ("Anna 2026-03-04T10-15-00.png", "2026-03-04T10:15:00"),
            ("2026_03_04.jpg", "2026-03-04T12:00:00"),
            ("20260304_256000.jpg", "2026-03-04T12:00:00"),
            ("visit 2 of 2026-03-04.jpg", "2026-03-04T12:00:00"),
        ])
    func named(name: String, clock: String) {
        let file = WallClock(secondsSince1970: 0)
        let date = PhotoDate(written: nil, camera: nil, name: BytePath("x/\(name)"), fileTime: file)
        #expect(date.clock.text == clock)
        #expect(date.source == .filename)
        #expect(date.isTrusted)
    }

    @Test(
        "numbers that are no date are none",
        arguments: [
            "20260230.jpg", "2026-13-01.jpg", "IMG_4711.jpg", "120260304.jpg", "202603041.jpg",
            "18990101.jpg",
            "2026-0304.jpg", "x.jpg", "",
        ])
    func noDate(name: String) {
        let file = WallClock(secondsSince1970: 86_400)
        let date = PhotoDate(written: nil, camera: nil, name: BytePath(name), fileTime: file)
        #expect(date.clock == file)
        #expect(date.source == .filetime)
        #expect(!date.isTrusted)
    }

    @Test("the client file goes before the camera, the camera before the name")
    func order() throws {
        let camera = WallClock(secondsSince1970: 1_000_000)
        let file = WallClock(secondsSince1970: 0)
        let name = BytePath("2026-03-04.jpg")
        let written = try #require(WrittenDate("2026-01-01"))
        let first = PhotoDate(written: written, camera: camera, name: name, fileTime: file)
        #expect(first.source == .client && first.clock == written.clock && first.isWholeDay)
        let second = PhotoDate(written: nil, camera: camera, name: name, fileTime: file)
        #expect(second.source == .exif && second.clock == camera && !second.isWholeDay)
    }

    @Test("a folder's name dates no photo")
    func folderName() {
        let date = PhotoDate(
            written: nil, camera: nil, name: BytePath("2026-03-04/x.jpg"),
            fileTime: WallClock(secondsSince1970: 0))
        #expect(date.source == .filetime)
    }
}
