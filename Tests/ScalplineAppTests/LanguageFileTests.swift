import ClientRecords
import ProgressReport
import Testing

import ScalplineApp

@Suite("A studio's own language file")
struct LanguageFileTests {
    private static let head = """
        language: Français
        tag: fr
        plurals: zero-one-other
        months: [janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre]
        shortMonths: [janv., févr., mars, avr., mai, juin, juil., août, sept., oct., nov., déc.]
        phrases:

        """

    private func read(_ phrases: String) throws(RecordFileError) -> LanguageFile.Loaded {
        try LanguageFile.read(Self.head + phrases, against: Languages.english)
    }

    @Test("What it says is used, English stands in for the rest, and what is missing is told")
    func partial() throws {
        let loaded = try read(
            """
              page:
                newest: "Photo la plus récente : {date}"
              visits:
                left-out: {one: "{count} visite", other: "{count} visites"}
            """)
        #expect(loaded.language.text("page.newest", ["date": "x"]) == "Photo la plus récente : x")
        #expect(loaded.language.text("visits.left-out", count: 0) == "0 visite")
        #expect(loaded.language.text("visits.left-out", count: 2) == "2 visites")
        #expect(loaded.language.text("photos.heading") == "Photos")
        #expect(loaded.missing.count == Languages.english.phrases.count - 2)
        #expect(!loaded.missing.contains("page.newest") && loaded.missing.contains("page.title"))
        #expect(!loaded.language.isRightToLeft)
    }

    @Test(
        "What is wrong is told with its line",
        arguments: [
            ("  page:\n    newes: \"{date}\"\n", 8, "unknown key \"newes\", did you mean \"newest\"?"),
            ("  pages:\n    x: \"y\"\n", 7, "unknown key \"pages\", did you mean \"page\"?"),
            ("  page:\n    newest: \"Photo\"\n", 8, "expected the places {date}"),
            ("  page:\n    newest: \"{date} {day}\"\n", 8, "expected the places {date}"),
            ("  page:\n    title: \"{date}\"\n", 8, "expected no place in braces"),
            ("  page:\n    newest: \"{date\"\n", 8, "braces in pairs"),
            ("  page:\n    newest: [a]\n", 8, "expected text"),
            ("  page: \"Page\"\n", 7, "a group of sentences"),
            ("  page:\n    title: {one: a, other: b}\n", 8, "one sentence in quotes"),
            ("  visits:\n    left-out: \"{count}\"\n", 8, "a sentence for each of one, other"),
            ("  visits:\n    left-out:\n      few: \"{count}\"\n", 9, "unknown key \"few\""),
            ("  visits:\n    left-out:\n      one: \"{count}\"\n", 9, "\"other\" is missing"),
        ])
    func errors(_ phrases: String, _ line: Int, _ words: String) {
        do {
            _ = try read(phrases)
            Issue.record("nothing wrong with \(phrases)")
        } catch {
            #expect(error.line == line, "\(error)")
            #expect(
                error.message(file: "french.yaml").contains(words), "\(error.message(file: "french.yaml"))")
        }
    }

    @Test("A head that is not whole is refused")
    func heads() {
        func line(_ text: String) -> Int? {
            do {
                _ = try LanguageFile.read(text, against: Languages.english)
                return nil
            } catch {
                return error.line ?? 0
            }
        }
        #expect(line(Self.head) == nil)
        #expect(line(Self.head.replacing("tag: fr", with: "tag: \"<fr>\"")) == 2)
        #expect(line(Self.head.replacing("zero-one-other", with: "french")) == 3)
        #expect(line(Self.head.replacing("janvier, ", with: "")) == 4)
        #expect(line(Self.head.replacing("tag: fr\n", with: "")) == 1)
        #expect(line("direction: up\n" + Self.head) == 1)
        #expect(line("") == 1)
    }
}
