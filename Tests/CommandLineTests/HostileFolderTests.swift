import Foundation
import Testing

@Suite("A folder with one good photo among broken files")
struct HostileFolderTests {
    /// A PNG that claims 60,000 × 60,000 pixels and holds a handful of bytes.
    static let absurdPNG: Data = {
        func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
            let content = Array(name.utf8) + body
            var crc: UInt32 = 0xFFFF_FFFF
            for byte in content {
                crc ^= UInt32(byte)
                for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
            }
            return number(UInt32(body.count)) + content + number(~crc)
        }
        func number(_ value: UInt32) -> [UInt8] {
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
        }
        let header = number(60_000) + number(60_000) + [8, 2, 0, 0, 0]
        let bytes: [UInt8] =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
            + chunk("IDAT", [0x78, 0x9C, 0x63, 0, 0, 0, 1, 0, 1]) + chunk("IEND", [])
        return Data(bytes)
    }()

    static func folder() throws -> Scratch {
        let photo = try #require(SmallPhotos.good.get().first)
        let scratch = try Scratch()
        try scratch.write("in/Anna/2026-03-05 good.jpg", photo)
        try scratch.write("in/Anna/broken.jpg", photo.prefix(photo.count / 2))
        try scratch.write("in/Anna/empty.jpg", Data())
        try scratch.write("in/Anna/x.jpg", "this is no photo\n")
        try scratch.write("in/Anna/huge.png", absurdPNG)
        try scratch.write(
            "in/Anna/client.yaml", "name: Anna Secret\nsessions:\n  - 2026-03-02\npixelsPerMillimetre: 20\n")
        return scratch
    }

    @Test("measure gives one record each, in the order given, and ends with 3")
    func measure() throws {
        let scratch = try Self.folder()
        let names = ["x.jpg", "2026-03-05 good.jpg", "huge.png", "empty.jpg", "broken.jpg", "none.jpg"]
        let paths = names.map { scratch.path("in/Anna/\($0)") }
        let outcome = try Tool.run("measure", "-", "--quiet", input: paths.joined(separator: "\n") + "\n")
        #expect(outcome.status == 3)
        #expect(outcome.errors.isEmpty)
        let records = try outcome.lines.map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(records.map { $0["file"] as? String } == paths)
        let codes = records.map { ($0["error"] as? [String: Any])?["code"] as? String }
        #expect(codes == ["not-an-image", nil, "too-large", "empty", "truncated", "not-found"])
        let good = records[1]
        #expect(good["schema"] as? String == "scalpline.photo/1")
        #expect(good["method"] as? String == "scalpline 0.8.0")
        #expect((good["sha256"] as? String)?.count == 64)
        #expect(good["width"] as? Int == 480)
        #expect(good["scaleSource"] as? String == "client")
        #expect(good["dots"] == nil)
    }

    @Test("--scale goes before client.yaml, --dots lists what was counted")
    func options() throws {
        let scratch = try Self.folder()
        let path = scratch.path("in/Anna/2026-03-05 good.jpg")
        let outcome = try Tool.run("measure", "--scale", "17.5", "--dots", "--jobs", "1", path)
        #expect(outcome.status == 0)
        let record = try #require(
            JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(record["scaleSource"] as? String == "option")
        #expect(record["pixelsPerMillimetre"] as? Double == 17.5)
        let dots = try #require(record["dots"] as? [[Double]])
        #expect(dots.count == (record["density"] as? [String: Any])?["count"] as? Int)
        #expect(dots.allSatisfy { $0.count == 5 })
    }

    @Test("A photo larger than the memory given to it is measured at a reduced size, and says so")
    func reducedSize() throws {
        let scratch = try Self.folder()
        let path = scratch.path("in/Anna/2026-03-05 good.jpg")
        func record(_ options: String...) throws -> [String: Any] {
            let outcome = try Tool.run(["measure", "--quiet", path] + options)
            #expect(outcome.status == 0)
            return try #require(
                JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        }
        let (whole, reduced) = (try record(), try record("--photo-memory", "3"))
        #expect((whole["warnings"] as? [String])?.contains("reduced-size") == false)
        #expect((reduced["warnings"] as? [String])?.contains("reduced-size") == true)
        #expect(reduced["width"] as? Int == 480 && reduced["height"] as? Int == 360)
        func area(_ record: [String: Any]) throws -> Double {
            let density = try #require(record["density"] as? [String: Any])
            return try #require(density["areaSquareCentimetres"] as? Double)
        }
        #expect(abs(try area(reduced) / area(whole) - 1) < 0.15)
    }

    @Test("analyze ends with 3, names what failed, and the good photo's report is complete")
    func analyze() throws {
        let scratch = try Self.folder()
        let outcome = try Tool.run("analyze", scratch.path("in"), "--output", scratch.path("out"))
        #expect(outcome.status == 3)
        for name in ["broken.jpg", "empty.jpg", "x.jpg", "huge.png"] {
            #expect(outcome.output.contains("not measured: Anna/\(name):"))
        }
        #expect(outcome.output.contains("skipped: Anna/client.yaml"))
        #expect(!(outcome.output + outcome.errors).contains("Secret"))
        let report = String(decoding: try scratch.read("out/Anna/report.html"), as: UTF8.self)
        #expect(report.contains("Anna Secret"))
        #expect(report.contains("2026-03-05 good"))
        let series = try #require(
            JSONSerialization.jsonObject(with: scratch.read("out/Anna/series.json")) as? [String: Any])
        let photos = try #require(series["photos"] as? [[String: Any]])
        #expect(photos.count == 5)
        #expect(photos.filter { $0["error"] == nil }.count == 1)
        #expect(photos[0]["day"] != nil)
        #expect(try scratch.read("out/Anna/overlays/2026-03-05 good.jpg").starts(with: [0xFF, 0xD8]))
        let rows = String(decoding: try scratch.read("out/measurements.csv"), as: UTF8.self)
        #expect(rows.hasPrefix("client,photo,taken,"))
        #expect(try scratch.read("out/index.html").count > 1_000)
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out"))
        #expect(
            Set(names) == [
                "Anna", "index.html", "measurements.csv", "measurements.csv-metadata.json", "problems.txt",
                "scalpline.sqlite",
            ])
        let problems = String(decoding: try scratch.read("out/problems.txt"), as: UTF8.self)
        #expect(problems.split(separator: "\n").count == 4)
        #expect(problems.contains("not measured: Anna/empty.jpg: "))
    }
}
