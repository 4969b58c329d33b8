import ClientRecords
import Foundation
import PhotoDecoding
import ProgressReport
import Testing

import ScalplineApp

@Suite("studio.yaml")
final class StudioFileTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "scalpline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
        let place = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: place)
    }

    private func look(_ text: String) throws(RunError) -> PageLook {
        try? write("studio.yaml", text.utf8)
        return try StudioFile.look(from: BytePath(folder.appending(path: "studio.yaml").path))
    }

    /// A whole PNG of one pixel.
    private static let picture: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52,
        0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B,
        0x55, 0x00, 0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x68, 0x00, 0x00, 0x00,
        0x82, 0x00, 0x81, 0x77, 0xCD, 0x72, 0xB6, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE,
        0x42, 0x60, 0x82,
    ]

    @Test("All that a studio says is read, from the file and from beside it")
    func whole() throws {
        try write("marks/logo.png", Self.picture)
        let look = try look(
            """
            name: Nordlicht
            contact: [Hafenstraße 12, 040 123]
            logo: marks/logo.png
            accent: "#8A2f5a"
            paper: letter
            language: de
            """)
        #expect(look.studio.name == "Nordlicht" && look.studio.contact == ["Hafenstraße 12", "040 123"])
        #expect(look.studio.logo == Studio.Logo(bytes: Self.picture, width: 1, height: 1, isPNG: true))
        #expect(look.studio.accent?.hexadecimal == "#8a2f5a" && look.studio.paper == .letter)
        #expect(look.language == Languages.german && look.missing == [])
        #expect(look.identities.count == 2)
        #expect(try self.look("").language == Languages.english)
    }

    @Test("The records give the look back, and every look has a key of its own")
    func records() throws {
        let own = """
            language: Platt
            tag: nds
            plurals: one-other
            months: [a, b, c, d, e, f, g, h, i, j, k, l]
            shortMonths: [a, b, c, d, e, f, g, h, i, j, k, l]
            phrases: {page: {title: Bericht}}
            """
        try write("platt.yaml", own.utf8)
        let looks = try ["", "name: A", "language: de", "name: A\nlanguage: platt.yaml"].map { try look($0) }
        #expect(Set(looks.map(\.key)).count == looks.count)
        for look in looks {
            let kept = try #require(PageLook(recorded: look.recorded))
            #expect(kept.key == look.key && kept.studio == look.studio && kept.language == look.language)
        }
        #expect(looks[3].language.text("page.title") == "Bericht" && looks[3].missing.count > 400)
        #expect(PageLook(recorded: "{}") == nil)
    }

    @Test(
        "What is wrong is told with its line",
        arguments: [
            ("name: A\nnmae: B\n", "studio.yaml, line 2: unknown key \"nmae\""),
            ("name: A\naccent: #14665e\n", "line 2: \"accent\""),
            ("accent: green\n", "expected a colour in quotes, as \"#14665e\""),
            ("paper: A3\n", "expected A4 or Letter"),
            ("logo: none.png\n", "line 1: \"logo\" is \"none.png\"; expected a PNG or JPEG file"),
            ("logo: text.png\n", "expected a whole PNG or JPEG file"),
            ("logo: large.png\n", "expected a file of at most 1000000 bytes"),
            ("language: klingon\n", "expected de, en, a language file (.yaml) beside studio.yaml"),
            ("language: none.yaml\n", "expected a language file that is there"),
            ("language: bad.yaml\n", "bad.yaml, line 1: \"plurals\" is missing"),
            ("contact: Main Street\n", "expected a list of lines"),
            ("name: \"two\\nlines\"\n", "expected a line of 1 to 200 characters"),
        ])
    func errors(_ text: String, _ words: String) throws {
        try write("text.png", "not a picture".utf8)
        try write("large.png", Self.picture + [UInt8](repeating: 0, count: 1_000_000))
        try write("bad.yaml", "tag: x\n".utf8)
        do {
            _ = try look(text)
            Issue.record("nothing wrong with \(text)")
        } catch {
            #expect(error.message.contains(words), "\(error.message)")
        }
    }

    @Test("The studio's files are no clients' files, and a missing file is told where it was named")
    func passedOver() throws {
        try write("logo.png", Self.picture)
        try write("anna/client.yaml", "name: Anna".utf8)
        let look = try look("logo: logo.png")
        let input = BytePath(folder.path)
        #expect(try StudioFile.look(from: nil, input: input).files.count == 2)
        let found = try ClientFolders(of: input, excluding: look.identities)
        #expect(found.strayPhotos.isEmpty && found.skipped.isEmpty)
        #expect(found.clients.map(\.id.text) == ["anna"])
        let nowhere = BytePath(folder.appending(path: "nowhere").path)
        #expect(try StudioFile.look(from: nil, input: nowhere).studio == Studio())
        #expect(throws: RunError.self) {
            try StudioFile.look(from: nowhere.appending("studio.yaml"), input: input)
        }
    }
}
