import PhotoDecoding
import Raster

extension ClientFile {
    /// A client's file is a page or two; what is larger was never meant to be one.
    package static let largestFile = 1_000_000
    /// No polygon that a person draws has more corners.
    private static let mostCorners = 10_000

    /// Reads the text of a `client.yaml`.
    ///
    /// - Parameter text: The file's text.
    /// - Throws: ``RecordFileError`` with the line of the first thing that is wrong.
    public init(reading text: String) throws(RecordFileError) {
        self.init()
        guard let root = try StrictYAML.root(of: text, key: Self.name) else { return }
        let values = try root.map(
            known: [
                "name", "sessions", "pixelsPerMillimetre", "targetDensity", "symptoms", "notes", "photos",
            ])
        displayName = try values["name"]?.text()
        pixelsPerMillimetre = try Self.scale(values["pixelsPerMillimetre"])
        targetDensity = try Self.positive(values["targetDensity"])
        sessions = try Self.sessions(values["sessions"])
        symptoms = try Self.symptoms(values["symptoms"])
        notes = try Self.notes(values["notes"])
        photos = try Self.photos(values["photos"])
    }

    private static func sessions(_ value: StrictYAML?) throws(RecordFileError) -> [ClientSession] {
        var sessions: [ClientSession] = []
        for member in try value?.list(expected: "a list of dates, one a line: - 2026-03-02") ?? [] {
            var session: ClientSession
            if member.isMap {
                let values = try member.map(known: ["date", "technique", "needle", "pigment", "practitioner"])
                guard let date = values["date"] else { throw .missingKey(line: member.line, key: "date") }
                session = ClientSession(date: try WrittenDate(reading: date))
                session.technique = try values["technique"]?.text()
                session.needle = try values["needle"]?.text()
                session.pigment = try values["pigment"]?.text()
                session.practitioner = try values["practitioner"]?.text()
            } else {
                session = ClientSession(date: try WrittenDate(reading: member))
            }
            if sessions.contains(where: { $0.date.clock == session.date.clock }) {
                throw member.bad("each session once (two on one day: give each its time, 2026-03-02T09:30)")
            }
            sessions.append(session)
        }
        return sessions.sorted { $0.date.clock < $1.date.clock }
    }

    private static func symptoms(_ value: StrictYAML?) throws(RecordFileError) -> [ClientSymptom] {
        var symptoms: [ClientSymptom] = []
        for member in try value?.list(expected: "a list: - {date: 2026-03-04, itching: 2}") ?? [] {
            let values = try member.map(known: ["date", "itching", "tenderness", "note"])
            guard let date = values["date"] else { throw .missingKey(line: member.line, key: "date") }
            var symptom = ClientSymptom(date: try WrittenDate(reading: date))
            symptom.itching = try score(values["itching"])
            symptom.tenderness = try score(values["tenderness"])
            symptom.note = try values["note"]?.text()
            symptoms.append(symptom)
        }
        // Sorting by (time, place in the file) keeps entries of one day in the order they were written.
        return symptoms.enumerated()
            .sorted { ($0.element.date.clock, $0.offset) < ($1.element.date.clock, $1.offset) }
            .map(\.element)
    }

    private static func notes(_ value: StrictYAML?) throws(RecordFileError) -> [ClientNote] {
        var notes: [ClientNote] = []
        for member in try value?.list(expected: "a list: - {date: 2026-03-04, text: calm skin}") ?? [] {
            let values = try member.map(known: ["date", "text", "photo"])
            guard let date = values["date"] else { throw .missingKey(line: member.line, key: "date") }
            guard let text = values["text"] else { throw .missingKey(line: member.line, key: "text") }
            notes.append(
                ClientNote(
                    date: try WrittenDate(reading: date), text: try text.text(),
                    photo: try values["photo"]?.text()))
        }
        // As with symptoms, entries of one day stay in the order they were written.
        return notes.enumerated()
            .sorted { ($0.element.date.clock, $0.offset) < ($1.element.date.clock, $1.offset) }
            .map(\.element)
    }

    private static func photos(_ value: StrictYAML?) throws(RecordFileError) -> [String: ClientPhotoNote] {
        var photos: [String: ClientPhotoNote] = [:]
        for entry in try value?.entries() ?? [] where !entry.value.isNull {
            let values = try entry.value.map(known: [
                "taken", "view", "before", "pixelsPerMillimetre", "treated", "reference", "exclude",
            ])
            var note = ClientPhotoNote()
            if let taken = values["taken"] { note.taken = try WrittenDate(reading: taken) }
            note.view = try values["view"]?.text()
            note.before = try values["before"]?.bool()
            note.pixelsPerMillimetre = try scale(values["pixelsPerMillimetre"])
            note.treated = try polygon(values["treated"])
            note.reference = try polygon(values["reference"])
            note.exclude = try values["exclude"]?.bool() ?? false
            photos[entry.name] = note
        }
        return photos
    }

    private static func positive(_ value: StrictYAML?) throws(RecordFileError) -> Double? {
        try value?.number(expected: "a number above 0") { $0 > 0 }
    }

    private static func scale(_ value: StrictYAML?) throws(RecordFileError) -> Double? {
        try value?.number(expected: "pixels per millimetre, from 0.1 to 10000") {
            possibleScales.contains($0)
        }
    }

    private static func score(_ value: StrictYAML?) throws(RecordFileError) -> Double? {
        try value?.number(expected: "a number from 0 to 10") { (0...10).contains($0) }
    }

    private static func polygon(_ value: StrictYAML?) throws(RecordFileError) -> [PixelPoint]? {
        guard let value else { return nil }
        let expected = "at least three corners in pixels: [[10, 20], [200, 20], [200, 150]]"
        let corners = try value.list(expected: expected)
        guard corners.count >= 3, corners.count <= mostCorners else {
            throw value.bad(expected)
        }
        var points: [PixelPoint] = []
        for corner in corners {
            let numbers = try corner.list(expected: "a corner as [x, y]")
            guard numbers.count == 2 else { throw corner.bad("a corner as [x, y]") }
            let x = try numbers[0].number(expected: "a number of pixels") { abs($0) < 1e6 }
            let y = try numbers[1].number(expected: "a number of pixels") { abs($0) < 1e6 }
            points.append(PixelPoint(x: x, y: y))
        }
        return points
    }
}

extension WrittenDate {
    /// Reads `2026-03-04`, `2026-03-04T10:15` or `2026-03-04 10:15:30`, quoted or not.
    ///
    /// Fractions of a second and a time zone are read over: the clock on the wall counts.
    ///
    /// - Parameter value: The scalar.
    /// - Throws: ``RecordFileError/badValue(line:key:found:expected:)``.
    init(reading value: StrictYAML) throws(RecordFileError) {
        guard let text = value.scalarText, let date = WrittenDate(text) else {
            throw value.bad("a date that exists, as 2026-03-04 or 2026-03-04T10:15")
        }
        self = date
    }

    /// Reads a date as ``init(reading:)`` does, or nil where the text is none.
    ///
    /// - Parameter text: The text alone.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        func number(_ start: Int, _ length: Int) -> Int? {
            guard start + length <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[start..<start + length] {
                guard (48...57).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 48)
            }
            return value
        }
        func has(_ characters: String, at place: Int) -> Bool {
            place < bytes.count && characters.utf8.contains(bytes[place])
        }
        guard let year = number(0, 4), has("-", at: 4), let month = number(5, 2), has("-", at: 7),
            let day = number(8, 2)
        else { return nil }
        if bytes.count == 10 {
            guard let clock = WallClock(year: year, month: month, day: day) else { return nil }
            self.init(clock: clock, isWholeDay: true)
            return
        }
        guard has("Tt ", at: 10), let hour = number(11, 2), has(":", at: 13), let minute = number(14, 2)
        else {
            return nil
        }
        var place = 16
        var second = 0
        if has(":", at: place) {
            guard let value = number(place + 1, 2) else { return nil }
            second = value
            place += 3
            if has(".", at: place) {
                place += 1
                while number(place, 1) != nil { place += 1 }
            }
        }
        guard Self.isZone(bytes[place...]),
            let clock = WallClock(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        else { return nil }
        self.init(clock: clock, isWholeDay: false)
    }

    /// Nothing, `Z`, `+01`, `+0100` or `+01:00`, with or without a blank before it.
    private static func isZone(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        if rest.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
        if rest.isEmpty { return bytes.isEmpty }
        if rest.count == 1 { return rest.first == UInt8(ascii: "Z") || rest.first == UInt8(ascii: "z") }
        guard rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") else { return false }
        let digits = rest.dropFirst().filter { $0 != UInt8(ascii: ":") }
        return (digits.count == 2 || digits.count == 4) && digits.allSatisfy { (48...57).contains($0) }
    }
}
