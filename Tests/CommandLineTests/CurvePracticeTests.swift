import Foundation
import Testing

@Suite("A practice's own curve: learned, checked, used")
struct CurvePracticeTests {
    /// Two small clients that came for two months, one without sessions.
    private static let practice: Result<Scratch, any Error> = Result {
        let scratch = try Scratch()
        for seed in ["5", "6"] {
            _ = try Tool.run(
                "phantom", "client", "--seed", seed, "--width", "480", "--height", "360", "--days",
                "0,5,20,60", "--output", scratch.path("in/c\(seed)"))
        }
        try scratch.write("in/nobody/2026-03-02.jpg", try #require(SmallPhotos.good.get().first))
        return scratch
    }

    private static func object(_ text: String) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(value as? [String: Any])
    }

    @Test("fit writes a curve that analyze and show take; only a fit's own file is replaced")
    func fit() throws {
        let practice = try Self.practice.get()
        let scratch = try Scratch()
        let own = scratch.path("curves/own.yaml")
        let outcome = try Tool.run("curve", "fit", practice.path("in"), "--output", own, "--quiet")
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(outcome.lines.first?.hasPrefix("3 clients, 2 with a series that can be compared") == true)
        #expect(outcome.output.contains("1 without sessions in client.yaml"))
        #expect(outcome.output.contains("Only 2 series") && outcome.output.contains("cannot be told yet"))
        #expect(outcome.output.contains("Written: \(own)"))
        let bytes = try scratch.read("curves/own.yaml")
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix("# Made by scalpline curve fit") && text.contains("from 2 finished series"))
        // No client's id, no path.
        #expect(!text.contains(scratch.url.path) && !text.contains(practice.url.path))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("curves")) == ["own.yaml"])
        #expect(try Tool.run("curve", "show", "--curve", own).status == 0)

        let again = try Tool.run(
            "curve", "fit", practice.path("in"), "-o", own, "--quiet", "--json", "--jobs", "1")
        #expect(again.status == 0 && again.lines.count == 1)
        #expect(try scratch.read("curves/own.yaml") == bytes)
        let object = try Self.object(again.output)
        #expect(object["schema"] as? String == "scalpline.curve-fit/1")
        #expect(object["learned"] as? Int == 2 && object["foretells"] as? String == "unknown")
        #expect((object["parameters"] as? [Any])?.count == 21 && object["heldBack"] is NSNull)

        let used = try Tool.run(
            "analyze", practice.path("in"), "-o", scratch.path("out"), "--curve", own, "--quiet")
        #expect(used.status == 0)
        let series = try Self.object(String(decoding: scratch.read("out/c5/series.json"), as: UTF8.self))
        let curve = try #require(series["expectedCurve"] as? [String: Any])
        #expect(curve["source"] as? String == "file" && (curve["sha256"] as? String)?.count == 64)
    }

    @Test("check tells each measure and stage, and says when values are too few")
    func check() throws {
        let practice = try Self.practice.get()
        let outcome = try Tool.run("curve", "check", practice.path("in"), "--quiet")
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        let rows = outcome.lines.filter { $0.hasPrefix("redness") }
        #expect(rows.count >= 3 && rows.allSatisfy { $0.hasSuffix("90 %  too few to say") })
        #expect(outcome.output.contains("too few values to say anything"))
        let json = try Tool.run("curve", "check", practice.path("in"), "--quiet", "--json")
        let object = try Self.object(json.output)
        #expect(json.lines.count == 1 && object["schema"] as? String == "scalpline.curve-check/1")
        #expect(
            (object["rows"] as? [[String: Any]])?.allSatisfy { $0["verdict"] as? String == "too-few" } == true
        )
        #expect(object["series"] as? Int == 2 && object["curve"] is NSNull)
    }

    @Test("photos that cannot be measured end with 3 and are told")
    func incomplete() throws {
        let scratch = try Scratch()
        try scratch.write("in/Anna/1.jpg", "no photo")
        try scratch.write("in/Bea/client.yaml", "sesions: []\n")
        let outcome = try Tool.run("curve", "check", scratch.path("in"), "--quiet")
        #expect(outcome.status == 3)
        #expect(outcome.output.contains("not measured: Anna/1.jpg"))
        #expect(outcome.output.contains("1 whose client.yaml needs mending"))
        let json = try Tool.run("curve", "check", scratch.path("in"), "--quiet", "--json")
        #expect(json.status == 3)
        let missing = try Self.object(json.output)["notMeasured"] as? [[String: Any]]
        #expect(missing?.map { $0["path"] as? String } == ["Bea", "Anna/1.jpg"].sorted())
    }

    @Test("what cannot be read, written or learned from ends with 1 and leaves every file as it was")
    func failed() throws {
        let scratch = try Scratch()
        try scratch.write("in/Anna/notes.txt", "")
        try scratch.write("mine.yaml", "mine")
        try scratch.write("bad.yaml", "schema: scalpline.curve/1\npriors: {rednessOfset: {}}\n")
        let input = scratch.path("in")
        let own = scratch.path("own.yaml")
        let runs: [([String], String)] = [
            (["fit", scratch.path("none"), "-o", own], "No such file"),
            (["check", scratch.path("none")], "No such file"),
            (["fit", input, "-o", scratch.path("mine.yaml")], "was not made by scalpline curve fit"),
            (["fit", input, "-o", scratch.path("in")], "Name another file with --output"),
            (["fit", input, "-o", scratch.path("mine.yaml/own.yaml")], "cannot be written"),
            (["fit", input, "-o", own, "--curve", scratch.path("bad.yaml")], "line 2"),
            (["check", input, "--curve", scratch.path("bad.yaml")], "line 2"),
        ]
        for (arguments, words) in runs {
            let outcome = try Tool.run(["curve"] + arguments)
            #expect(outcome.status == 1 && outcome.output.isEmpty)
            #expect(outcome.errors.contains(words), "\(outcome.errors)")
        }
        let nothing = try Tool.run("curve", "fit", input, "-o", own)
        #expect(nothing.status == 1 && nothing.output.contains("nothing to learn from"))
        #expect(String(decoding: try scratch.read("mine.yaml"), as: UTF8.self) == "mine")
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted()
        #expect(left == ["bad.yaml", "in", "mine.yaml"])
    }
}
