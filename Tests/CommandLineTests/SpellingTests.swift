import Foundation
import Testing

@Suite("Mistyped commands and colours")
struct SpellingTests {
    @Test(
        "A mistyped command is told the one that was meant",
        arguments: [
            (["anlyze", "x"], "analyze"), (["analyse"], "analyze"), (["Measure"], "measure"),
            (["docotr"], "doctor"), (["curve", "shwo"], "show"), (["phantom", "fotos"], "photos"),
        ])
    func commands(arguments: [String], meant: String) throws {
        let outcome = try Tool.run(arguments)
        #expect(outcome.status == 64 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("Did you mean '\(meant)'?"), "\(outcome.errors)")
    }

    @Test("A name that is like none is told all")
    func unlike() throws {
        let outcome = try Tool.run("bogus")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("analyze, ") && !outcome.errors.contains("Did you mean"))
    }

    @Test("A mistyped option is told the one that was meant")
    func options() throws {
        let outcome = try Tool.run("measure", "--jbos", "2", "x.jpg")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("Did you mean '--jobs'?"))
    }

    @Test("Results are plain where they are piped, and coloured on demand")
    func colours() throws {
        let scratch = try Scratch()
        try scratch.write("in/Anna/x.jpg", "no photo")
        let run = { (more: [String], variables: [String: String]) in
            try Tool.run(
                ["analyze", scratch.path("in"), "-o", scratch.path("out")] + more, environment: variables)
        }
        let plain = try run([], [:])
        #expect(plain.status == 3 && !plain.output.contains("\u{1B}") && !plain.errors.contains("\u{1B}"))
        let painted = try run(["--color", "always"], ["NO_COLOR": "1"])
        #expect(painted.output.contains("\u{1B}[1;31mnot measured:\u{1B}[0m Anna/x.jpg"))
        #expect(painted.output.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain.output)
        let never = try run([], ["SCALPLINE_COLOR": "never"])
        #expect(never.output == plain.output)
    }
}
