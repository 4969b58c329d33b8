import PhotoDecoding
import Yams

/// Changes a `client.yaml` in place: what is not changed stays as it was, to the byte.
///
/// Remarks, order, quotes, indentation, line ends and a byte order mark are kept, and blocks and brackets are both
/// understood. After every change the new text is read back by the strict reader and has to say what it said before, and
/// the change; else the change is refused and the text stays.
package struct ClientFileEdit: Sendable {
    /// What a change did.
    package enum Change: Sendable, Equatable {
        /// Something was added.
        case added
        /// What was there was completed or corrected.
        case changed
        /// All of it was there already.
        case same
    }

    /// The text, without a byte order mark.
    package private(set) var text: String
    /// What the text says.
    package private(set) var file: ClientFile
    private let hasMark: Bool

    /// UTF-8's byte order mark.
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Begins with a file's bytes.
    ///
    /// - Parameter bytes: The file, or none for a new one.
    /// - Throws: ``ClientFileEditError/wrongFile(_:)``.
    package init(bytes: [UInt8]) throws(ClientFileEditError) {
        hasMark = bytes.starts(with: Self.mark)
        let plain = hasMark ? Array(bytes.dropFirst(Self.mark.count)) : bytes
        guard let text = String(validating: plain, as: UTF8.self) else { throw .wrongFile(.notText) }
        self.text = text
        do {
            file = try ClientFile(reading: text)
        } catch {
            throw .wrongFile(error)
        }
    }

    /// The file's bytes as they are now.
    package var bytes: [UInt8] { (hasMark ? Self.mark : []) + Array(text.utf8) }

    /// Adds a session, or completes the one of that date.
    ///
    /// - Parameter session: Its date, and what is to be said of it; what is nil stays as it is.
    /// - Returns: What was done.
    /// - Throws: ``ClientFileEditError``.
    package mutating func set(_ session: ClientSession) throws(ClientFileEditError) -> Change {
        let pairs = [
            ("technique", session.technique), ("needle", session.needle), ("pigment", session.pigment),
            ("practitioner", session.practitioner),
        ].compactMap { key, value in value.map { (key: key, value: YAMLScalar.text($0)) } }
        let known = file.sessions.firstIndex { $0.date == session.date }
        var expected = file
        if let known {
            expected.sessions[known].technique = session.technique ?? file.sessions[known].technique
            expected.sessions[known].needle = session.needle ?? file.sessions[known].needle
            expected.sessions[known].pigment = session.pigment ?? file.sessions[known].pigment
            expected.sessions[known].practitioner = session.practitioner ?? file.sessions[known].practitioner
        } else {
            let sameDay = file.sessions.filter { $0.date.clock.calendarDay == session.date.clock.calendarDay }
            if sameDay.contains(where: { $0.date.isWholeDay || session.date.isWholeDay }) {
                throw .ambiguousDay(day: session.date.clock.dateText)
            }
            expected.sessions.append(session)
            expected.sessions.sort { $0.date.clock < $1.date.clock }
        }
        let date = (key: "date", value: YAMLScalar.text(session.date))
        let entry = pairs.isEmpty ? date.value : YAMLScalar.map([date] + pairs)
        return try change(section: "sessions", to: expected, line: "- " + entry) { plan in
            if known == nil { return plan.add(entry, at: session.date) }
            return plan.complete(pairs, at: session.date)
        }
    }

    /// Adds how a day felt, or completes what was said of it.
    ///
    /// - Parameter symptom: Its date, and what is to be said of it; what is nil stays as it is.
    /// - Returns: What was done.
    /// - Throws: ``ClientFileEditError``.
    package mutating func set(_ symptom: ClientSymptom) throws(ClientFileEditError) -> Change {
        let pairs = [
            ("itching", symptom.itching.map { YAMLScalar.text($0) }),
            ("tenderness", symptom.tenderness.map { YAMLScalar.text($0) }),
            ("note", symptom.note.map { YAMLScalar.text($0) }),
        ].compactMap { key, value in value.map { (key: key, value: $0) } }
        let known = file.symptoms.firstIndex { $0.date == symptom.date }
        var expected = file
        if let known {
            expected.symptoms[known].itching = symptom.itching ?? file.symptoms[known].itching
            expected.symptoms[known].tenderness = symptom.tenderness ?? file.symptoms[known].tenderness
            expected.symptoms[known].note = symptom.note ?? file.symptoms[known].note
        } else {
            let place = expected.symptoms.firstIndex { $0.date.clock > symptom.date.clock }
            expected.symptoms.insert(symptom, at: place ?? expected.symptoms.endIndex)
        }
        let entry = YAMLScalar.map([("date", YAMLScalar.text(symptom.date))] + pairs)
        let shown = YAMLScalar.map(
            [("date", YAMLScalar.text(symptom.date))] + pairs.map { $0.key == "note" ? ("note", "…") : $0 })
        return try change(section: "symptoms", to: expected, line: "- " + shown) { plan in
            if known == nil { return plan.add(entry, at: symptom.date) }
            return plan.complete(pairs, at: symptom.date)
        }
    }

    /// Adds a note.
    ///
    /// - Parameter note: The note.
    /// - Returns: What was done: nothing where the same note stands there already.
    /// - Throws: ``ClientFileEditError``.
    package mutating func add(_ note: ClientNote) throws(ClientFileEditError) -> Change {
        if file.notes.contains(note) { return .same }
        var expected = file
        let place = expected.notes.firstIndex { $0.date.clock > note.date.clock }
        expected.notes.insert(note, at: place ?? expected.notes.endIndex)
        func entry(_ text: String) -> String {
            YAMLScalar.map(
                [("date", YAMLScalar.text(note.date)), ("text", text)]
                    + (note.photo.map { [("photo", YAMLScalar.text($0))] } ?? []))
        }
        return try change(section: "notes", to: expected, line: "- " + entry("…")) { plan in
            plan.add(entry(YAMLScalar.text(note.text)), at: note.date)
        }
    }

    /// Says when a photo was taken.
    ///
    /// - Parameters:
    ///   - taken: When.
    ///   - photo: Path under the client's folder.
    /// - Returns: What was done.
    /// - Throws: ``ClientFileEditError``.
    package mutating func set(
        taken: WrittenDate, of photo: String
    ) throws(ClientFileEditError) -> Change {
        let pair = (key: "taken", value: YAMLScalar.text(taken))
        var expected = file
        expected.photos[photo, default: ClientPhotoNote()].taken = taken
        let line = "\(YAMLScalar.text(photo)): \(YAMLScalar.map([pair]))"
        return try change(section: "photos", to: expected, line: line) { plan in
            plan.complete([pair], ofEntry: photo)
        }
    }

    /// Makes a change, and takes it where the strict reader finds what was meant and nothing else.
    private mutating func change(
        section: String, to expected: ClientFile, line: String,
        _ splices: (inout ClientFilePlaces) -> [YAMLText.Splice]?
    ) throws(ClientFileEditError) -> Change {
        if expected == file { return .same }
        let refusal = ClientFileEditError.byHand(section: section, line: line)
        var places: ClientFilePlaces
        do {
            places = try ClientFilePlaces(of: text, section: section)
        } catch {
            throw refusal
        }
        guard let splices = splices(&places) else { throw refusal }
        let changed = YAMLText(text).replacing(splices)
        let read: ClientFile
        do {
            read = try ClientFile(reading: changed)
        } catch RecordFileError.badValue(_, let key, _, let wanted) {
            // The text was right before, so that what was put in is not.
            throw .wrongValue(.badValue(line: 1, key: key, found: "", expected: wanted))
        } catch {
            throw refusal
        }
        guard read == expected else { throw refusal }
        text = changed
        file = read
        return splices.contains { !$0.range.isEmpty } || places.isCompletion ? .changed : .added
    }
}
