import Foundation
import Testing

@Suite("Usage, help and exit status")
struct UsageTests {
    @Test("--version names program and version")
    func version() throws {
        let outcome = try Tool.run("--version")
        #expect(outcome.status == 0)
        #expect(outcome.output == "scalpline 0.8.0\n")
    }

    @Test(
        "wrong usage ends with 64",
        arguments: [
            ["bogus"], ["analyze"], ["analyze", "x"], ["measure"], ["measure", "--jobs", "0", "x.jpg"],
            ["measure", "--scale", "-1", "x.jpg"], ["measure", "--scale", "ten", "x.jpg"],
            ["measure", "--scale", "0", "x.jpg"], ["measure", "--scale", "1e18", "x.jpg"],
            ["measure", "--scale", "nan", "x.jpg"],
            ["measure", "--memory", "ten", "x.jpg"], ["analyze", "x", "-o", "y", "--memory", ""],
            ["align"], ["align", "x"], ["align", "x", "-o", "y", "--format", "gif"],
            ["align", "x", "-o", "y", "--jobs", "0"], ["measure", "--bogus", "x.jpg"],
            ["curve", "show", "x"], ["curve", "bogus"],
            ["curve", "fit", "x"], ["curve", "fit", "-o", "y"],
            ["curve", "fit", "x", "-o", "y", "--jobs", "0"],
            ["curve", "check"], ["curve", "check", "x", "-o", "y"],
            ["compare"], ["compare", "x"], ["compare", "x", "--by", "colour"],
            ["compare", "x", "--by", "needle", "--measure", "tone"], ["schema"], ["schema", "x"],
        ])
    func usage(arguments: [String]) throws {
        let outcome = try run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(!outcome.errors.isEmpty)
    }

    @Test(
        "memory must be some and not more than a machine has",
        arguments: [
            ["measure", "x.jpg"], ["analyze", "x", "-o", "y"], ["align", "x", "-o", "y"], ["demo"],
            ["curve", "fit", "x", "-o", "y"], ["curve", "check", "x"],
        ])
    func memory(command: [String]) throws {
        for value in ["0", "-1", "100001"] {
            let outcome = try run(command + ["--memory=\(value)"])
            #expect(outcome.status == 64)
            #expect(outcome.errors.contains("--memory must be 1 to 100000"))
        }
    }

    @Test("an input that is not there, an output that cannot be, and a curve that is wrong end with 1")
    func failedRun() throws {
        let scratch = try Scratch()
        try scratch.write("in/Anna/x.txt", "")
        try scratch.write("file", "")
        try scratch.write("curve.yaml", "schema: scalpline.curve/1\npriors: {rednessOfset: {}}\n")
        let input = scratch.path("in")
        let runs = [
            (["analyze", scratch.path("none"), "--output", scratch.path("out")], "none"),
            (["analyze", input, "--output", scratch.path("file/out")], "file/out"),
            (["analyze", input, "--output", input], "--output"),
            (
                ["analyze", input, "--output", scratch.path("out"), "--curve", scratch.path("curve.yaml")],
                "line 2: unknown key \"rednessOfset\""
            ),
        ]
        for (arguments, words) in runs {
            let outcome = try run(arguments)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains(words))
        }
        #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
    }

    @Test("clients without photos, stray photos and a bad client.yaml are told")
    func told() throws {
        let scratch = try Scratch()
        let photo = try #require(SmallPhotos.good.get().first)
        try scratch.write("in/Anna/notes.txt", "")
        try scratch.write("in/Bea/1.jpg", photo)
        try scratch.write("in/Bea/client.yaml", "name: B\nsesions: []\n")
        try scratch.write("in/Cleo/1.jpg", photo)
        try scratch.write("in/Cleo/2.jpg", photo)
        try scratch.write("in/Cleo/client.yaml", "photos: {2.jpg: {exclude: true}, 3.jpg: {view: top}}\n")
        try scratch.write("in/stray.jpg", photo)
        let outcome = try Tool.run("analyze", scratch.path("in"), "-o", scratch.path("in/out"))
        #expect(outcome.status == 3)
        #expect(outcome.lines.contains { $0.hasPrefix("Anna") && $0.hasSuffix("no photos") })
        #expect(outcome.output.contains("client.yaml, line 2: unknown key \"sesions\""))
        #expect(outcome.output.contains("[no-client]"))
        #expect(outcome.output.contains("Cleo/2.jpg (excluded)"))
        #expect(outcome.errors.contains("3.jpg"))
        let again = try Tool.run("analyze", scratch.path("in"), "-o", scratch.path("in/out"), "--quiet")
        #expect(again.output == outcome.output)
        let rows = String(decoding: try scratch.read("in/out/measurements.csv"), as: UTF8.self)
        #expect(rows.contains("no-client"))
        #expect(!rows.contains("2.jpg"))
        let series = try #require(
            JSONSerialization.jsonObject(with: scratch.read("in/out/Bea/series.json")) as? [String: Any])
        #expect((series["error"] as? [String: Any])?["code"] as? String == "bad-client-file")
    }

    @Test(
        "the help is as it was",
        arguments: [
            "", "analyze", "measure", "align", "demo", "phantom photos", "phantom client", "curve",
            "curve show", "curve fit", "curve check", "compare", "schema", "doctor", "report", "forget",
            "add", "inbox", "session", "symptom", "note", "anonymise",
        ])
    func help(command: String) throws {
        let outcome = try run(command.split(separator: " ").map(String.init) + ["--help"], columns: "100")
        let name = command.isEmpty ? "scalpline" : command.replacing(" ", with: "-")
        let snapshot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Snapshots/help-\(name).txt")
        let text = outcome.output
        if ProcessInfo.processInfo.environment["SCALPLINE_RECORD"] != nil {
            try FileManager.default.createDirectory(
                at: snapshot.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: snapshot)
            Issue.record("recorded \(snapshot.lastPathComponent): run again without SCALPLINE_RECORD")
        }
        let known = String(decoding: try Data(contentsOf: snapshot), as: UTF8.self)
        #expect(text == known)
        #expect(text.contains("Example: scalpline"))
    }

    private func run(_ arguments: [String], columns: String? = nil) throws -> Tool.Outcome {
        try Tool.run(arguments, columns: columns)
    }
}
