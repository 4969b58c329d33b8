import ClientRecords
import PhotoDecoding
import Testing

@Suite("Editing client.yaml in place")
struct ClientFileEditTests {
    /// Files that people write, each valid; the odd ones too.
    static let files: [String] = [
        "",
        "# only a remark",
        "# only a remark\n\n",
        "---\n",
        "name: Anna",
        "name: Anna\n",
        "name: Anna # a remark",
        "\n\nname: 'Anna'   # remark\n\n# at the end\n",
        "---\nname: Anna\n...\n",
        "%YAML 1.1\n---\nname: Anna\n",
        "sessions:\n",
        "sessions: # none yet\n  # - an example\nname: Anna\n",
        "sessions: []\nsymptoms: []\nphotos: {}\nnotes: []\n",
        "sessions: ~ # later\nsymptoms: null\nphotos: ~\nnotes: NULL\n",
        "sessions: [2026-03-02]\n",
        "sessions: [2026-03-02, '2026-03-16',] # two\nname: Anna\n",
        "sessions: [2026-03-02, # first\n  2026-05-20 # last\n  ]\n",
        "sessions: [{date: 2026-03-02, technique: 'it''s, [odd]'}, {\"date\":2026-03-09}]\n",
        "sessions:\n- 2026-03-02\n- 2026-05-20\nname: Anna\n",
        "sessions:\n- 2026-03-02\n-   date: 2026-05-20\n    needle: 3RL   # thin\n\n# the rest\nname: Anna\n",
        "sessions:\n    -   2026-03-02   # one\n    # between\n    -   {date: 2026-05-20}\n",
        "sessions:\n  -\n    date: 2026-03-02\n    pigment: \"Graphite: 2\"\n  - 2026-05-20\n",
        "sessions:\n  - date: 2026-03-02\n    technique: |\n      # no remark\n      - no entry\n    needle: >-\n      3\n      RL\n"
            + "  - 2026-05-20\nname: Anna\n",
        "sessions: &days\n  - 2026-03-02\n",
        "sessions: !!seq\n  - !!str 2026-03-02\n  - &last 2026-05-20\n",
        "\"sessions\":\n  - 2026-03-02\n'name': Anna\n",
        "sessions :\n  - 2026-03-02\n",
        "{name: Anna, sessions: [2026-03-02]}",
        "{\n  \"name\": \"Anna\",\n  \"sessions\": [\"2026-03-02\"],\n  \"photos\": {\"a.jpg\": {\"view\": \"top\"}}\n}\n",
        "{}\n",
        "{name: Anna}  # all\n",
        "  name: Anna\n  sessions:\n    - 2026-03-02\n",
        "name: Anna\r\nsessions:\r\n  - 2026-03-02\r\n  - {date: 2026-05-20, needle: 3RL}\r\nphotos:\r\n"
            + "  a.jpg: {view: top}\r\n",
        "name: Anna\r\nsessions: [2026-03-02]",
        "name: Anna\rsessions:\r  - 2026-03-02\r",
        "name: Zoë 🙂 # ünïcode\nsessions: [2026-03-02] # 🙂\nphotos: {\"ä🙂.jpg\": {view: top}}\n",
        "symptoms:\n  - {date: 2026-03-04, itching: 2, note: don't, tenderness: }\n  - date: 2026-03-05\n    note: 'a #1'\n",
        "symptoms:\n  - {date: 2026-03-04,\n     itching: 2, # a lot\n     tenderness: 3 # more\n    }\n  - {date: 2026-04-01}\n",
        "notes:\n  - {date: 2026-03-04, text: \"a, b: [c] {d} #e\"}\n  - date: 2026-03-05\n    text: |\n      two\n      lines\n",
        "photos:\n  a.jpg: {view: top, taken: 2026-01-01}\n  b.jpg:\n    view: top   # of the head\n    before: yes\n\n  c.jpg:\n",
        "photos:\n  \"a.jpg\": {treated: [[1, 2], [3, 4],\n    [5, 6]], view: top}\n# end\nname: Anna\n",
        "photos: {a.jpg: {}, b.jpg: {view: top,}, c.jpg: }\n",
        "photos:\n    a.jpg:\n        taken: 2026-01-01T10:15 # by the clock\n        view: top\nsessions:\n    - 2026-03-02",
        "photos:\n  a.jpg: {\n    view: top\n  }\nname: Anna\n",
        ClientFileEdit.newFile(name: nil),
        ClientFileEdit.newFile(name: "Anna: \"x\" # y"),
    ]

    /// Something that is asked for, and what it means.
    struct Request: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var edit: @Sendable (inout ClientFileEdit) throws(ClientFileEditError) -> ClientFileEdit.Change
        var meaning: @Sendable (inout ClientFile) -> Void
        /// Whether all that was there stays, so that the old text is the new one with parts left out.
        var onlyAdds = true
    }

    private static func date(_ text: String) throws(ClientFileEditError) -> WrittenDate {
        guard let date = WrittenDate(text) else { throw .inUse }
        return date
    }

    private static func session(
        _ day: String, technique: String? = nil, needle: String? = nil, onlyAdds: Bool = true
    ) -> Request {
        Request(testDescription: "session \(day)") { edit throws(ClientFileEditError) in
            var session = ClientSession(date: try date(day))
            session.technique = technique
            session.needle = needle
            return try edit.set(session)
        } meaning: { file in
            guard let date = WrittenDate(day) else { return }
            let known = file.sessions.firstIndex { $0.date == date }
            var session = known.map { file.sessions.remove(at: $0) } ?? ClientSession(date: date)
            session.technique = technique ?? session.technique
            session.needle = needle ?? session.needle
            file.sessions.append(session)
            file.sessions.sort { $0.date.clock < $1.date.clock }
        }
    }

    private static func symptom(_ day: String, itching: Double, note: String? = nil) -> Request {
        Request(testDescription: "symptom \(day)") { edit throws(ClientFileEditError) in
            var symptom = ClientSymptom(date: try date(day))
            symptom.itching = itching
            symptom.note = note
            return try edit.set(symptom)
        } meaning: { file in
            guard let date = WrittenDate(day) else { return }
            let known = file.symptoms.firstIndex { $0.date == date }
            var symptom = known.map { file.symptoms.remove(at: $0) } ?? ClientSymptom(date: date)
            symptom.itching = itching
            symptom.note = note ?? symptom.note
            file.symptoms.append(symptom)
            file.symptoms.sort { $0.date.clock < $1.date.clock }
        }
    }

    private static func taken(_ photo: String, _ day: String) -> Request {
        Request(testDescription: "taken \(photo)") { edit throws(ClientFileEditError) in
            try edit.set(taken: try date(day), of: photo)
        } meaning: {
            $0.photos[photo, default: ClientPhotoNote()].taken = WrittenDate(day)
        }
    }

    static let requests: [Request] = [
        session("2026-04-01"), session("2026-01-01"), session("2026-09-09", technique: "it's: \"new\", #1"),
        session("2026-03-02", needle: "[5]"),
        session("2026-05-20", technique: "dots\nand lines", needle: "1RL"),
        symptom("2026-03-04", itching: 7.5, note: "null"), symptom("2026-03-05", itching: 0),
        symptom("2026-02-01", itching: 10),
        Request(testDescription: "note") { edit throws(ClientFileEditError) in
            try edit.add(
                ClientNote(
                    date: try date("2026-03-04T09:30"), text: "- a: b, \"c\" 🙂\u{2028}d", photo: "a.jpg"))
        } meaning: { file in
            guard let date = WrittenDate("2026-03-04T09:30") else { return }
            file.notes.append(ClientNote(date: date, text: "- a: b, \"c\" 🙂\u{2028}d", photo: "a.jpg"))
            file.notes.sort { $0.date.clock < $1.date.clock }
        },
        taken("a.jpg", "2026-03-04T10:15"), taken("b.jpg", "2026-03-04"), taken("c.jpg", "2026-03-04"),
        taken("new: 'photo' #1.jpg", "2026-03-04T10:15:20"), taken("ä🙂.jpg", "2026-03-04"),
    ]

    @Test("every change of every file says what it should and leaves all else as it was", arguments: requests)
    func everyChange(request: Request) throws {
        for text in Self.files {
            for mark in [[], [0xEF, 0xBB, 0xBF] as [UInt8]] {
                // A mark stands before a directive too, which libyaml refuses.
                if !mark.isEmpty, text.hasPrefix("%") { continue }
                var edit = try ClientFileEdit(bytes: mark + Array(text.utf8))
                var expected = edit.file
                request.meaning(&expected)
                let change: ClientFileEdit.Change
                do {
                    change = try request.edit(&edit)
                } catch {
                    Issue.record("\(text.debugDescription): \(error)")
                    continue
                }
                let shown = Comment(rawValue: "\(text.debugDescription) became \(edit.text.debugDescription)")
                #expect(edit.bytes == mark + Array(edit.text.utf8), shown)
                #expect(try ClientFile(reading: edit.text) == expected, shown)
                #expect((change == .same) == (edit.text == text), shown)
                #expect(Self.remarks(edit.text) == Self.remarks(text), shown)
                Self.checkLineEnds(edit.text, like: text)
                // A second time there is nothing left to do.
                let once = edit.text
                #expect(try request.edit(&edit) == .same, shown)
                #expect(edit.text == once)
                // What is not of the entry stands as before: common beginning and end hold all but one stretch a line.
                let lines = Self.lines(text).filter { !Self.lines(once).contains($0) }
                #expect(lines.count <= 4, shown)
            }
        }
    }

    @Test("changes one after another keep their order and come out the same whatever the file was")
    func oneAfterAnother() throws {
        for text in Self.files {
            var edit = try ClientFileEdit(bytes: Array(text.utf8))
            var expected = edit.file
            for request in Self.requests {
                _ = try request.edit(&edit)
                request.meaning(&expected)
            }
            #expect(try ClientFile(reading: edit.text) == expected, "\(text.debugDescription)")
            #expect(Self.remarks(edit.text) == Self.remarks(text), "\(edit.text)")
        }
    }

    @Test("what cannot be changed without changing something else is refused, with what to do by hand")
    func refused() throws {
        let aliases = "symptoms: [&d {date: 2026-03-04, itching: 2}, *d]\n"
        var edit = try ClientFileEdit(bytes: Array(aliases.utf8))
        var symptom = ClientSymptom(date: try Self.date("2026-03-04"))
        symptom.itching = 5
        #expect(
            throws: ClientFileEditError.byHand(section: "symptoms", line: "- {date: 2026-03-04, itching: 5}")
        ) {
            try edit.set(symptom)
        }
        #expect(edit.text == aliases)
    }

    @Test("a file that is wrong already is told by its line, and values that cannot be are refused")
    func wrong() throws {
        #expect(
            throws: ClientFileEditError.wrongFile(
                .unknownKey(
                    line: 2, key: "sesions",
                    known: [
                        "name", "sessions", "pixelsPerMillimetre", "targetDensity", "symptoms", "notes",
                        "photos",
                    ]))
        ) { try ClientFileEdit(bytes: Array("name: A\nsesions: []\n".utf8)) }
        var edit = try ClientFileEdit(bytes: [])
        var symptom = ClientSymptom(date: try Self.date("2026-03-04"))
        symptom.itching = 11
        #expect(throws: ClientFileEditError.self) { try edit.set(symptom) }
        let long = ClientNote(
            date: try Self.date("2026-03-04"), text: String(repeating: "x", count: 10_001))
        #expect(throws: ClientFileEditError.self) { try edit.add(long) }
        #expect(edit.text.isEmpty)
    }

    @Test("two sessions of one day need their times")
    func oneDay() throws {
        var edit = try ClientFileEdit(bytes: Array("sessions: [2026-03-02]\n".utf8))
        #expect(throws: ClientFileEditError.ambiguousDay(day: "2026-03-02")) {
            try edit.set(ClientSession(date: try Self.date("2026-03-02T15:00")))
        }
        edit = try ClientFileEdit(bytes: Array("sessions: [2026-03-02T09:30]\n".utf8))
        #expect(try edit.set(ClientSession(date: try Self.date("2026-03-02T15:00"))) == .added)
        #expect(edit.text == "sessions: [2026-03-02T09:30, 2026-03-02T15:00]\n")
    }

    @Test("what is written looks as a person would write it")
    func looks() throws {
        var edit = try ClientFileEdit(bytes: Array(ClientFileEdit.newFile(name: "Anna").utf8))
        var session = ClientSession(date: try Self.date("2026-03-02"))
        session.needle = "3RL"
        _ = try edit.set(session)
        #expect(
            edit.text.contains(
                "pigment: Graphite 2, practitioner: Kim}\nsessions:\n  - {date: 2026-03-02, needle: 3RL}\n\n# Scale"
            ))
        session.needle = nil
        session.pigment = "Graphite 2"
        #expect(try edit.set(session) == .changed)
        #expect(edit.text.contains("\n  - {date: 2026-03-02, needle: 3RL, pigment: Graphite 2}\n"))
    }

    /// What YAML takes for the end of a line.
    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        [0x0A, 0x0D, 0x85, 0x2028, 0x2029].contains(scalar.value)
    }

    private static func lines(_ text: String) -> [String] {
        text.unicodeScalars.split { isBreak($0) }.map { String($0) }
    }

    /// What stands behind `#` at the end of lines, in order.
    private static func remarks(_ text: String) -> [String] {
        lines(text).compactMap { line in line.contains(" # ") ? line.components(after: " # ") : nil }
            .filter { !$0.contains("1\"") && !$0.contains("#1") }
    }

    private static func checkLineEnds(_ text: String, like original: String) {
        let plain = text.unicodeScalars.filter { $0 == "\n" }.count
        let returns = text.unicodeScalars.filter { $0 == "\r" }.count
        if original.contains("\r\n") { #expect(plain == returns, "\(text.debugDescription)") }
        if original.contains("\r"), !original.contains("\r\n") {
            #expect(plain == 0, "\(text.debugDescription)")
        }
        let last = original.unicodeScalars.last.map { isBreak($0) } ?? true
        #expect((text.unicodeScalars.last.map { isBreak($0) } ?? true) == last || text == original)
    }
}

extension String {
    /// What stands behind the first of some words.
    fileprivate func components(after words: String) -> String? {
        guard let range = firstRange(of: words) else { return nil }
        return String(self[range.upperBound...])
    }
}
