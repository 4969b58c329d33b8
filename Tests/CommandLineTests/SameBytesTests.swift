import Foundation
import Testing

@Suite("The same bytes on every run")
struct SameBytesTests {
    static func folder() throws -> Scratch {
        let photos = try SmallPhotos.good.get()
        let scratch = try Scratch()
        for (index, photo) in photos.enumerated() {
            try scratch.write("in/Anna/2026-03-0\(index + 3).jpg", photo)
            try scratch.write("in/Bea/2026-03-1\(index).jpg", photo)
        }
        try scratch.write("in/Anna/client.yaml", "sessions: [2026-03-02]\npixelsPerMillimetre: 20\n")
        return scratch
    }

    @Test("analyze, twice into one place, with one to three jobs and with memory for one photo or for many")
    func analyze() throws {
        let scratch = try Self.folder()
        let names = [
            "measurements.csv", "index.html", "Anna/series.json", "Anna/report.html", "Bea/series.json",
            "Anna/curve.csv",
        ]
        var seen: [[Data]] = []
        // A photo of 480 × 360 pixels takes 7 MB.
        let runs = [
            ("out", "1", "1000"), ("out", "1", "8"), ("two", "2", "100"), ("tight", "2", "8"),
            ("three", "3", "16"),
        ]
        for (output, jobs, memory) in runs {
            let outcome = try Tool.run(
                "analyze", scratch.path("in"), "--output", scratch.path(output), "--jobs", jobs, "--memory",
                memory,
                "--quiet")
            #expect(outcome.status == 0)
            seen.append(try names.map { try scratch.read("\(output)/\($0)") })
            #expect(!FileManager.default.fileExists(atPath: scratch.path("\(output)/.scalpline-partial")))
        }
        for other in seen.dropFirst() { #expect(other == seen[0]) }
    }

    @Test("a new photo, and then the same photos again: the same bytes; curve.csv goes with the sessions")
    func newPhoto() throws {
        let scratch = try Self.folder()
        let late = try scratch.read("in/Anna/2026-03-04.jpg")
        try FileManager.default.removeItem(atPath: scratch.path("in/Anna/2026-03-04.jpg"))
        func run() throws -> Data {
            let outcome = try Tool.run(
                "analyze", scratch.path("in"), "--output", scratch.path("out"), "--quiet")
            #expect(outcome.status == 0)
            return try scratch.read("out/Anna/series.json")
        }
        _ = try run()
        try scratch.write("in/Anna/2026-03-04.jpg", late)
        let two = try run()
        #expect(try run() == two)
        let series = try #require(JSONSerialization.jsonObject(with: two) as? [String: Any])
        #expect(series["revised"] is [Any])
        #expect(series["curve"] as? String == "curve.csv")
        #expect(!FileManager.default.fileExists(atPath: scratch.path("out/Bea/curve.csv")))
        // What cannot be read is no earlier run.
        try scratch.write("out/Anna/series.json", Data([0xFF, 0x00, 0x0A]))
        #expect(try run().count > 1_000)
        try FileManager.default.removeItem(atPath: scratch.path("in/Anna/client.yaml"))
        _ = try run()
        #expect(!FileManager.default.fileExists(atPath: scratch.path("out/Anna/curve.csv")))
    }

    @Test("measure, with one to three jobs and with memory for one photo or for many")
    func measure() throws {
        let scratch = try Self.folder()
        let paths = ["in/Bea/2026-03-10.jpg", "in/Anna/2026-03-04.jpg", "in/Anna/2026-03-03.jpg"]
            .map(scratch.path)
        let one = try Tool.run("measure", "--dots", "--jobs", "1", paths[0], paths[1], paths[2])
        #expect(one.status == 0)
        #expect(one.lines.count == 3)
        for (jobs, memory) in [("3", "1000"), ("3", "8"), ("2", "14"), ("1", "8")] {
            let other = try Tool.run(["measure", "--dots", "--jobs", jobs, "--memory", memory] + paths)
            #expect(one.output == other.output)
        }
    }

    @Test("measure of one photo, which then has all threads")
    func onePhoto() throws {
        let scratch = try Self.folder()
        let path = scratch.path("in/Bea/2026-03-10.jpg")
        let one = try Tool.run("measure", "--dots", "--jobs", "1", path)
        #expect(one.status == 0)
        for jobs in ["2", "3", "7"] {
            #expect(try Tool.run("measure", "--dots", "--jobs", jobs, path).output == one.output)
        }
    }

    @Test("a photo that needs more than the memory is read at a reduced size, whatever else is in work")
    func reduced() throws {
        let scratch = try Self.folder()
        let paths = ["in/Bea/2026-03-10.jpg", "in/Anna/2026-03-04.jpg", "in/Anna/2026-03-03.jpg"]
            .map(scratch.path)
        let alone = try Tool.run("measure", "--memory", "4", paths[0])
        #expect(alone.output.contains("reduced-size"))
        let byPhoto = try Tool.run("measure", "--photo-memory", "4", paths[0])
        #expect(byPhoto.output == alone.output)
        let one = try Tool.run(["measure", "--jobs", "1", "--memory", "4"] + paths)
        let three = try Tool.run(["measure", "--jobs", "3", "--memory", "4"] + paths)
        #expect(one.output == three.output)
        #expect(one.lines.first == alone.lines.first)
    }
}
