import ClientRecords
import Testing

@Suite("A client's file, written anew")
struct ClientFileTextTests {
    @Test("it says the same, whatever is in it")
    func roundTrip() throws {
        let text = """
            name: "Anna: \\"x\\" # y"
            sessions: [2026-03-02, {date: 2026-03-16T09:30, technique: "a, b", needle: 3RL, practitioner: no}]
            pixelsPerMillimetre: 18.25
            targetDensity: 120
            symptoms:
              - {date: 2026-03-04, itching: 2.5, tenderness: 0, note: "it's: [odd]"}
              - {date: 2026-03-04}
            notes: [{date: 2026-03-05T10:00:30, text: "two\\nlines", photo: "a b.jpg"}]
            photos:
              "a b.jpg": {taken: 2026-03-05, view: "left #2", before: false, treated: [[1, 2.5], [3, 4], [5, 6]]}
              c.jpg: {exclude: true, reference: [[0, 0], [1, 0], [1, 1]], pixelsPerMillimetre: 20}
            """
        let file = try ClientFile(reading: text)
        #expect(try ClientFile(reading: file.written) == file)
        #expect(file.written.hasPrefix("name: "))
        #expect(ClientFile().written.isEmpty)
    }

    @Test("notes are read in order of time, and need a date and a text")
    func notes() throws {
        let file = try ClientFile(
            reading:
                "notes:\n  - {date: 2026-03-05, text: later}\n  - {date: 2026-03-04, text: earlier, photo: a.jpg}\n"
        )
        #expect(file.notes.map(\.text) == ["earlier", "later"])
        #expect(file.notes[0].photo == "a.jpg")
        #expect(throws: RecordFileError.missingKey(line: 1, key: "text")) {
            try ClientFile(reading: "notes: [{date: 2026-03-04}]\n")
        }
        #expect(throws: RecordFileError.missingKey(line: 1, key: "date")) {
            try ClientFile(reading: "notes: [{text: x}]\n")
        }
    }
}
