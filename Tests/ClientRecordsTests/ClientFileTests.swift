import ClientRecords
import PhotoDecoding
import Raster
import Testing

@Suite("client.yaml")
struct ClientFileTests {
    static let whole = """
        name: Anna
        sessions:
          - 2026-03-16
          - {date: 2026-03-02T09:30, technique: pointillism, needle: 3RL, pigment: Graphite 2, practitioner: Kim}
        pixelsPerMillimetre: 20
        targetDensity: 120
        symptoms:
          - {date: 2026-03-04, itching: 2, tenderness: 3, note: slept badly}
          - {date: "2026-03-03", itching: 0}
        photos:
          2026-03-04.jpg: {taken: 2026-03-04T10:15, view: crown, before: false, pixelsPerMillimetre: 18.5}
          sub/b.jpg:
            taken: 2026-03-05
            treated: [[1, 2], [30, 2.5], [30, 40]]
            reference: [[100, 100], [120, 100], [120, 120], [100, 120]]
            exclude: true
        """

    @Test("every key of the contract is read")
    func wholeFile() throws {
        let file = try ClientFile(reading: Self.whole)
        #expect(file.displayName == "Anna")
        #expect(file.sessions.map(\.date.clock.text) == ["2026-03-02T09:30:00", "2026-03-16T12:00:00"])
        #expect(file.sessions.map(\.date.isWholeDay) == [false, true])
        #expect(file.sessions[0].details == ["pointillism", "3RL", "Graphite 2", "Kim"])
        #expect(file.pixelsPerMillimetre == 20)
        #expect(file.targetDensity == 120)
        #expect(file.symptoms.map(\.date.clock.dateText) == ["2026-03-03", "2026-03-04"])
        #expect(file.symptoms[1].itching == 2)
        #expect(file.symptoms[1].tenderness == 3)
        #expect(file.symptoms[1].note == "slept badly")
        #expect(file.symptoms[0].tenderness == nil)
        let first = try #require(file.photos["2026-03-04.jpg"])
        #expect(first.taken?.clock.text == "2026-03-04T10:15:00")
        #expect(first.view == "crown")
        #expect(first.before == false)
        #expect(file.pixelsPerMillimetre(of: "2026-03-04.jpg") == 18.5)
        #expect(file.pixelsPerMillimetre(of: "sub/b.jpg") == 20)
        let second = try #require(file.photos["sub/b.jpg"])
        #expect(second.taken?.isWholeDay == true)
        #expect(
            second.treated == [PixelPoint(x: 1, y: 2), PixelPoint(x: 30, y: 2.5), PixelPoint(x: 30, y: 40)])
        #expect(second.reference?.count == 4)
        #expect(second.exclude)
    }

    @Test(
        "an empty file, comments alone and keys without a value say nothing",
        arguments: ["", "# nothing\n", "name:\nsessions:\n"])
    func empty(text: String) throws {
        #expect(try ClientFile(reading: text) == ClientFile())
    }

    @Test(
        "what is wrong is refused with its line",
        arguments: [
            ("name: A\nsesions: []\n", 2, "sesions"),
            ("sessions:\n  - 2026-03-02\n  - {date: 2026-03-16, neddle: 3RL}\n", 3, "neddle"),
            ("photos:\n  a.jpg: {veiw: crown}\n", 2, "veiw"),
            ("symptoms:\n  - date: 2026-03-04\n    pain: 3\n", 3, "pain"),
            ("sessions: 2026-03-02\n", 1, "a list"),
            ("sessions:\n  - 2026-02-30\n", 2, "2026-02-30"),
            ("sessions:\n  - 02.03.2026\n", 2, "2026-03-04"),
            ("sessions:\n  - {technique: dots}\n", 2, "date"),
            ("sessions:\n  - 2026-03-02\n  - 2026-03-02\n", 3, "once"),
            ("pixelsPerMillimetre: 0\n", 1, "0.1 to 10000"),
            ("pixelsPerMillimetre: twenty\n", 1, "0.1 to 10000"),
            ("\ntargetDensity: -3\n", 2, "above 0"),
            ("targetDensity: .inf\n", 1, "above 0"),
            ("symptoms:\n  - {date: 2026-03-04, itching: 11}\n", 2, "0 to 10"),
            ("symptoms:\n  - {itching: 1}\n", 2, "date"),
            ("photos:\n  a.jpg:\n    treated: [[1, 2], [3, 4]]\n", 3, "three corners"),
            ("photos:\n  a.jpg:\n    reference: [[1, 2], [3, 4], [5]]\n", 3, "[x, y]"),
            ("photos:\n  a.jpg:\n    before: maybe\n", 3, "true or false"),
            ("photos:\n  a.jpg: {taken: 2026-03-04T25:00}\n", 2, "25:00"),
            ("photos: [a.jpg]\n", 1, "a map"),
            ("name: [A, B]\n", 1, "text"),
            ("- name\n", 1, "a map"),
            ("name: A\nname: B\n", 1, "more than once"),
            ("name: A\nsessions: [\n", 3, "not YAML"),
            ("\npixelsPerMillimetre: 1e300\n", 2, "0.1 to 10000"),
            ("photos:\n  a.jpg: {pixelsPerMillimetre: 0.01}\n", 2, "0.1 to 10000"),
        ])
    func refused(text: String, line: Int, words: String) throws {
        let error = try #require(throws: RecordFileError.self) { try ClientFile(reading: text) }
        let message = error.message(file: "client.yaml")
        #expect(message.hasPrefix("client.yaml, line \(line): "))
        #expect(message.contains(words))
    }

    @Test("no error repeats the client's name")
    func nameStaysPrivate() {
        for text in [
            "name: Anna Secret\nx: 1\n", "name: Anna Secret\nsessions: [\n", "name: {a: Anna Secret}\n",
            "Anna Secret, 0123\n",
        ] {
            let error = #expect(throws: RecordFileError.self) { try ClientFile(reading: text) }
            #expect(error?.message(file: "client.yaml").contains("Secret") == false)
        }
    }

    @Test(
        "dates with a time are read as written, other texts are no dates",
        arguments: [
            ("2026-03-04", "2026-03-04T12:00:00"), ("2026-03-04T10:15", "2026-03-04T10:15:00"),
            ("2026-03-04 10:15:30", "2026-03-04T10:15:30"),
            ("2026-03-04T10:15:30.25Z", "2026-03-04T10:15:30"),
            ("2026-03-04T10:15:00+01:00", "2026-03-04T10:15:00"), ("2026-3-4", nil), ("2026-03-04T10", nil),
            ("2026-03-04x", nil), ("2026-03-04T10:15 o'clock", nil), ("2025-02-29", nil), ("", nil),
        ] as [(String, String?)])
    func writtenDates(text: String, clock: String?) {
        #expect(WrittenDate(text)?.clock.text == clock)
    }
}
