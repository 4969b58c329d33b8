import ClientRecords
import Foundation
import ScalplineApp
import Testing

@Suite("Settings: options before the environment, before the file, before what is built in")
struct SettingsTests {
    /// A folder with a `scalpline.yaml`.
    private final class Folder {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        var file: BytePath { BytePath(url.appendingPathComponent("scalpline.yaml").path) }

        init(_ text: String) throws {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url.appendingPathComponent("scalpline.yaml"))
        }
        deinit { try? FileManager.default.removeItem(at: url) }
    }

    private func settings(
        _ folder: Folder?, _ variables: [String: String] = [:]
    ) throws(SettingsError) -> Settings {
        // The working folder's own file, if there is one, must not be found: a file is named each time.
        try Settings(file: folder?.file) { variables[$0].map { Array($0.utf8) } }
    }

    @Test("Each goes before the next, and says where it comes from")
    func precedence() throws {
        let folder = try Folder("jobs: 2\nmemory: 500\nquiet: yes\nlanguage: de\n")
        var found = try settings(folder, ["SCALPLINE_JOBS": "3", "SCALPLINE_MEMORY": ""])
        #expect(found.whole(.jobs) == 3 && found.source(of: .jobs) == .environment)
        #expect(found.whole(.memory) == 500 && found.source(of: .memory) == .file(line: 2))
        #expect(found.flag(.quiet) && found.word(.language) == "de")
        #expect(found.whole(.photoMemory) == nil && found.source(of: .photoMemory) == nil)
        found.take(.jobs, .whole(4))
        found.take(.memory, nil as SettingValue?)
        #expect(found.whole(.jobs) == 4 && found.source(of: .jobs) == .commandLine)
        #expect(found.whole(.memory) == 500)
        let text = found.text(defaults: [.photoMemory: "600"])
        #expect(text.contains("configuration file: \(folder.file.text)"))
        for line in [
            #/jobs +4 +command line/#, #/memory +500 +scalpline.yaml, line 2/#,
            #/photoMemory +600 +built in/#,
            #/clients +- +built in/#,
        ] {
            #expect(text.contains(line))
        }
    }

    @Test("Paths in a file count from its folder, those of the environment from the working folder")
    func paths() throws {
        let folder = try Folder("clients: Clients\noutput: /tmp/out\ncurve: ~/our.yaml\nstudio: \"~x\"\n")
        let found = try settings(folder, ["HOME": "/home/kim", "SCALPLINE_RECORDS": "my/records.db"])
        #expect(found.path(.clients)?.text == folder.url.path + "/Clients")
        #expect(found.path(.output)?.text == "/tmp/out")
        #expect(found.path(.curve)?.text == "/home/kim/our.yaml")
        #expect(found.path(.studio)?.text == folder.url.path + "/~x")
        #expect(found.path(.records)?.text == "my/records.db")
    }

    @Test("A path in the environment may hold any bytes")
    func bytes() throws {
        let folder = try Folder("")
        let found = try Settings(file: folder.file) { $0 == "SCALPLINE_OUTPUT" ? [0x61, 0xFF] : nil }
        #expect(found.path(.output)?.bytes == [0x61, 0xFF])
    }

    @Test(
        "What is wrong in the file is an error that names the line",
        arguments: [
            ("jobs: 2\nmemroy: 4\n", "line 2: unknown key \"memroy\""),
            ("jobs: 0\n", "line 1: \"jobs\" is \"0\"; expected a whole number from 1 to 1024"),
            ("jobs: [2]\n", "line 1: \"jobs\" is a list; expected"),
            ("\nquiet: perhaps\n", "line 2: \"quiet\" is \"perhaps\"; expected true or false"),
            ("color: red\n", "expected one of auto, always, never"),
            ("language: d e\n", "expected a word"), ("jobs: 1\njobs: 2\n", "stands more than once"),
            ("- jobs\n", "expected a map"),
        ])
    func badFile(text: String, words: String) throws {
        let folder = try Folder(text)
        let error = #expect(throws: SettingsError.self) { try settings(folder) }
        let message = try #require(error).message
        #expect(message.contains(words), "\(message)")
        #expect(message.contains(folder.file.text))
    }

    @Test("A variable that is wrong is named, a named file that is missing too")
    func refusals() throws {
        let folder = try Folder("")
        let error = #expect(throws: SettingsError.self) {
            try settings(folder, ["SCALPLINE_PHOTO_MEMORY": "much"])
        }
        #expect(
            error?.message
                == "SCALPLINE_PHOTO_MEMORY=much is wrong: expected a whole number from 1 to 100000. "
                + "Correct it or leave it unset.")
        #expect(throws: SettingsError.noFile(path: "/none.yaml")) {
            try Settings(file: BytePath("/none.yaml")) { _ in nil }
        }
        #expect(throws: SettingsError.noFile(path: "/none.yaml")) {
            try Settings(file: nil) { $0 == Settings.fileVariable ? Array("/none.yaml".utf8) : nil }
        }
    }

    @Test("The person's own folder is looked in where the working folder has no file")
    func personal() throws {
        let folder = try Folder("jobs: 5\n")
        let own = folder.url.appendingPathComponent("scalpline")
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        try Data("jobs: 6\n".utf8).write(to: own.appendingPathComponent("scalpline.yaml"))
        let path = Array(folder.url.path.utf8)
        #expect(try Settings(file: nil) { $0 == "XDG_CONFIG_HOME" ? path : nil }.whole(.jobs) == 6)
    }
}
