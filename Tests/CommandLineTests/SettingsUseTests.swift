import Foundation
import Testing

@Suite("Settings as commands use them")
struct SettingsUseTests {
    @Test("With clients and output configured, analyze alone does the job; options go first")
    func analyzeAlone() throws {
        let scratch = try Scratch()
        try scratch.write("in/Anna/notes.txt", "")
        try scratch.write("scalpline.yaml", "clients: in\noutput: out\njobs: 1\n")
        let config = ["--config", scratch.path("scalpline.yaml")]
        let outcome = try Tool.run(["analyze"] + config)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(FileManager.default.fileExists(atPath: scratch.path("out/index.html")))
        let other = try Tool.run(["analyze", "-o", scratch.path("other")] + config)
        #expect(other.status == 0)
        #expect(FileManager.default.fileExists(atPath: scratch.path("other/index.html")))
        let named = try Tool.run(
            ["analyze"], environment: ["SCALPLINE_CONFIG": scratch.path("scalpline.yaml")])
        #expect(named.status == 0)
    }

    @Test("Without them it says what is missing and how to set it")
    func missing() throws {
        let outcome = try Tool.run("analyze")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("'<input>'") && outcome.errors.contains("\"clients\""))
        let output = try Tool.run("analyze", "x")
        #expect(output.errors.contains("'--output <out>'") && output.errors.contains("\"output\""))
    }

    @Test("--show-config tells every setting and its source, and does nothing")
    func show() throws {
        let scratch = try Scratch()
        try scratch.write("scalpline.yaml", "clients: in\nmemory: 700\n")
        let outcome = try Tool.run(
            ["analyze", "--jobs", "3", "--show-config", "--config", scratch.path("scalpline.yaml")],
            environment: ["SCALPLINE_QUIET": "true"])
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        for line in [
            #/clients +\S+/in +scalpline.yaml, line 1/#, #/memory +700 +scalpline.yaml, line 2/#,
            #/jobs +3 +command line/#, #/quiet +true +SCALPLINE_QUIET/#, #/output +- +built in/#,
        ] {
            #expect(outcome.output.contains(line), "\(outcome.output)")
        }
    }

    @Test(
        "Every command that measures obeys --show-config",
        arguments: [
            ["measure"], ["measure", "x.jpg"], ["align", "x", "-o", "y"], ["demo"], ["curve", "check"],
            ["curve", "fit", "-o", "y"], ["curve", "show"], ["doctor"],
            ["report"], ["forget", "x"], ["add", "x", "y.jpg"], ["inbox", "x"],
            ["anonymise", "x", "-o", "y"],
        ])
    func showAnywhere(command: [String]) throws {
        let outcome = try Tool.run(command + ["--show-config"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("configuration file: "))
        #expect(outcome.lines.count > 10)
    }

    @Test("A wrong file or variable is wrong usage")
    func wrong() throws {
        let scratch = try Scratch()
        try scratch.write("scalpline.yaml", "clients: in\noutptu: out\n")
        let file = try Tool.run("measure", "x.jpg", "--config", scratch.path("scalpline.yaml"))
        #expect(file.status == 64)
        #expect(file.errors.contains("scalpline.yaml, line 2: unknown key \"outptu\""))
        let variable = try Tool.run(["measure", "x.jpg"], environment: ["SCALPLINE_JOBS": "all"])
        #expect(variable.status == 64 && variable.errors.contains("SCALPLINE_JOBS=all is wrong"))
    }
}
