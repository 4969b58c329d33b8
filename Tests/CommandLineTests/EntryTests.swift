import Foundation
import Testing

@Suite("session, symptom and note, as a person runs them")
struct EntryTests {
    @Test("entries go into client.yaml beside what stands there, and a second time change nothing")
    func entries() throws {
        let scratch = try Scratch()
        let before = "name: Zelda Secret   # as she likes it\r\nsessions:\r\n  - 2026-03-02 # first\r\n"
        try scratch.write("all/Anna/client.yaml", before)
        try scratch.write("all/Anna/a.jpg", "")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o640], ofItemAtPath: scratch.path("all/Anna/client.yaml"))
        let clients = ["--clients", scratch.path("all")]
        let runs: [([String], String)] = [
            (
                ["session", "Anna", "2026-03-02", "--needle", "3RL"],
                "Anna: the session of 2026-03-02 changed"
            ),
            (["session", "Anna", "2026-03-16T09:30", "--practitioner", "K: m"], "added"),
            (["symptom", "Anna", "2026-03-04", "--itching", "2.5", "--note", "slept \"badly\""], "added"),
            (["symptom", "Anna", "2026-03-04", "--tenderness", "1"], "changed"),
            (["note", "Anna", "calm: skin", "--date", "2026-03-05", "--photo", "a.jpg"], "added"),
        ]
        for (arguments, words) in runs {
            let outcome = try Tool.run(arguments + clients)
            #expect(outcome.status == 0 && outcome.output.contains(words), "\(outcome)")
            #expect(!(outcome.output + outcome.errors).contains("Secret"))
        }
        let text = try scratch.text("all/Anna/client.yaml")
        #expect(
            text == "name: Zelda Secret   # as she likes it\r\nsessions:\r\n"
                + "  - {date: 2026-03-02, needle: 3RL} # first\r\n"
                + "  - {date: 2026-03-16T09:30, practitioner: \"K: m\"}\r\n"
                + "symptoms:\r\n  - {date: 2026-03-04, itching: 2.5, note: \"slept \\\"badly\\\"\", tenderness: 1}\r\n"
                + "notes:\r\n  - {date: 2026-03-05, text: \"calm: skin\", photo: a.jpg}\r\n")
        let attributes = try FileManager.default.attributesOfItem(
            atPath: scratch.path("all/Anna/client.yaml"))
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        for (arguments, _) in runs {
            let outcome = try Tool.run(arguments + clients)
            #expect(outcome.status == 0 && outcome.output.contains("already"), "\(outcome)")
        }
        #expect(try scratch.text("all/Anna/client.yaml") == text)
        #expect(try scratch.files("all") == ["Anna/a.jpg", "Anna/client.yaml"])
    }

    @Test("the folder of clients may stand in the settings; what is named goes before, and a path needs none")
    func configured() throws {
        let scratch = try Scratch()
        for name in ["all/Anna", "other/Anna"] { try scratch.write("\(name)/client.yaml", "name: A\n") }
        let settings = ["SCALPLINE_CLIENTS": scratch.path("all")]
        let runs = [
            (["Anna"], "all/Anna", "2026-03-02"),
            (["Anna", "--clients", scratch.path("other")], "other/Anna", "2026-03-03"),
            ([scratch.path("other/Anna")], "other/Anna", "2026-03-04"),
        ]
        for (named, place, date) in runs {
            let arguments = ["session", named[0], date] + named.dropFirst()
            let outcome = try Tool.run(arguments, environment: settings)
            #expect(outcome.status == 0, "\(outcome)")
            #expect(try scratch.text("\(place)/client.yaml").contains(date))
        }
    }

    @Test("a client may be named by a path, and a new file is made for one that has none")
    func path() throws {
        let scratch = try Scratch()
        try scratch.write("all/Anna/a.txt", "")
        let outcome = try Tool.run("session", scratch.path("all/Anna/"), "2026-03-02")
        #expect(outcome.status == 0)
        #expect(try scratch.text("all/Anna/client.yaml") == "sessions:\n  - 2026-03-02\n")
    }

    @Test("what cannot be done changes nothing, ends with 1 and says how to mend it")
    func refused() throws {
        let scratch = try Scratch()
        try scratch.write("all/Anna/client.yaml", "sesions: [2026-03-02]\n")
        try scratch.write("all/Bea/client.yaml", "symptoms: [&d {date: 2026-03-04, itching: 2}, *d]\n")
        let runs: [([String], String)] = [
            (["session", "Ana", "2026-03-02"], "Did you mean Anna?"),
            (["session", "Anna", "2026-03-02"], "line 1: unknown key \"sesions\""),
            (["symptom", "Bea", "2026-03-04", "--itching", "5"], "- {date: 2026-03-04, itching: 5}"),
            (["note", "Bea", "x", "--photo", "none.jpg"], "has no photo none.jpg"),
            (["session", "../all/Anna", "2026-03-02"], "no such client"),
        ]
        for (arguments, words) in runs {
            let outcome = try Tool.run(arguments + ["--clients", scratch.path("all")])
            #expect(outcome.status == 1 && outcome.output.isEmpty, "\(arguments)")
            #expect(outcome.errors.contains(words), "\(outcome.errors)")
        }
        #expect(try scratch.text("all/Anna/client.yaml") == "sesions: [2026-03-02]\n")
        #expect(try scratch.text("all/Bea/client.yaml").hasSuffix("*d]\n"))
        #expect(try scratch.files("all").count == 2)
    }

    @Test(
        "wrong usage ends with 64",
        arguments: [
            ["session", "Anna"], ["session", "Anna", "2026-02-30"], ["symptom", "Anna", "2026-03-04"],
            ["symptom", "Anna", "2026-03-04", "--itching", "11"], ["note", "Anna", " "], ["add", "Anna"],
            ["inbox", "x", "--copy", "--move"], ["anonymise", "x"],
        ])
    func usage(arguments: [String]) throws {
        #expect(try Tool.run(arguments).status == 64)
    }
}
