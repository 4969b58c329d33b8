import Foundation
import Testing

@Suite("A studio's file beside the clients")
struct StudioTests {
    @Test("It is used and no photo of a client, report keeps what it says, and another file stands in for it")
    func kept() throws {
        let scratch = try Scratch()
        try scratch.write("in/anna/client.yaml", "name: Anna\n")
        try scratch.write("in/studio.yaml", "name: Nordlicht\nlanguage: de\n")
        let (input, output) = (scratch.path("in"), scratch.path("out"))
        func page() throws -> String {
            String(decoding: try scratch.read("out/anna/report.html"), as: UTF8.self)
        }
        let first = try Tool.run("analyze", input, "-o", output, "--quiet")
        #expect(first.status == 0 && !first.output.contains("studio.yaml"), "\(first.output)")
        let german = try page()
        #expect(german.contains("lang=\"de\"") && german.contains("<bdi>Nordlicht</bdi>"))
        // The console and the records stay English.
        #expect(first.output.hasPrefix("client"))
        #expect(try Tool.run("report", output, "--quiet").status == 0)
        #expect(try page() == german)
        try scratch.write("other.yaml", "name: Südlicht\n")
        let other = try Tool.run("report", output, "--quiet", "--studio", scratch.path("other.yaml"))
        #expect(other.status == 0)
        #expect(try page().contains("<bdi>Südlicht</bdi>"))
        // A run goes by the input's file again, though nothing else has changed.
        #expect(try Tool.run("analyze", input, "-o", output, "--quiet").status == 0)
        #expect(try page() == german)
    }

    @Test("What is wrong in it ends the run with its line, before anything is measured")
    func wrong() throws {
        let scratch = try Scratch()
        try scratch.write("in/anna/client.yaml", "name: Anna\n")
        try scratch.write("in/studio.yaml", "name: A\nlangauge: de\n")
        let run = try Tool.run("analyze", scratch.path("in"), "-o", scratch.path("out"))
        #expect(run.status == 1 && run.errors.contains("studio.yaml, line 2: unknown key \"langauge\""))
        let missing = try Tool.run(
            "analyze", scratch.path("in"), "-o", scratch.path("out"), "--studio", scratch.path("no.yaml"))
        #expect(missing.status == 1 && missing.errors.contains("no.yaml: there is no such file"))
    }
}
