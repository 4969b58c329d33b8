import ClientRecords

/// Writes single entries into a client's `client.yaml`: `scalpline session`, `symptom` and `note`.
public enum ClientEntries {
    /// Adds a session, or completes the one of that date.
    ///
    /// - Parameters:
    ///   - session: The session; what is nil stays as it is.
    ///   - client: Whose it is.
    /// - Returns: What was done, as a sentence.
    /// - Throws: ``IntakeError``.
    public static func add(
        _ session: ClientSession, to client: ClientLocation
    ) throws(IntakeError) -> String {
        let change = try edit(client) { edit throws(ClientFileEditError) in try edit.set(session) }
        return sentence("the session", session.date, change, client)
    }

    /// Adds how a day felt, or completes what was said of it.
    ///
    /// - Parameters:
    ///   - symptom: The entry; what is nil stays as it is.
    ///   - client: Whose it is.
    /// - Returns: What was done, as a sentence.
    /// - Throws: ``IntakeError``.
    public static func add(
        _ symptom: ClientSymptom, to client: ClientLocation
    ) throws(IntakeError) -> String {
        let change = try edit(client) { edit throws(ClientFileEditError) in try edit.set(symptom) }
        return sentence("itching and tenderness", symptom.date, change, client)
    }

    /// Adds a note.
    ///
    /// - Parameters:
    ///   - note: The note; its photo must be one of the client's.
    ///   - client: Whose it is.
    /// - Returns: What was done, as a sentence.
    /// - Throws: ``IntakeError``.
    public static func add(_ note: ClientNote, to client: ClientLocation) throws(IntakeError) -> String {
        if let photo = note.photo, (try? FileSystem.status(client.path.appending(photo)))?.kind != .file {
            throw .unknownPhoto(photo: photo, client: client.id.text)
        }
        let change = try edit(client) { edit throws(ClientFileEditError) in try edit.add(note) }
        return sentence("the note", note.date, change, client)
    }

    private static func edit(
        _ client: ClientLocation,
        _ change: (inout ClientFileEdit) throws(ClientFileEditError) -> ClientFileEdit.Change
    ) throws(IntakeError) -> ClientFileEdit.Change {
        do {
            return try ClientFileEdit.apply(in: client.path, change)
        } catch {
            throw .edit(client: client.id.text, ClientFileEditProblem(error))
        }
    }

    private static func sentence(
        _ what: String, _ date: WrittenDate, _ change: ClientFileEdit.Change, _ client: ClientLocation
    ) -> String {
        let done =
            switch change {
            case .added: "added to \(ClientFile.name)"
            case .changed: "changed in \(ClientFile.name)"
            case .same: "stood in \(ClientFile.name) already; nothing was changed"
            }
        return "\(client.id.text): \(what) of \(YAMLScalar.text(date)) \(done)."
    }
}
