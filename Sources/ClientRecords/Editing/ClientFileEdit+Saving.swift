extension ClientFileEdit {
    /// Changes the `client.yaml` of a folder, which is made where there is none.
    ///
    /// - Parameters:
    ///   - folder: A client's folder.
    ///   - isDry: Whether nothing is written.
    ///   - change: The change.
    /// - Returns: What `change` returns.
    /// - Throws: ``ClientFileEditError``; then the file is as it was.
    package static func apply<Output>(
        in folder: BytePath, isDry: Bool = false,
        _ change: (inout ClientFileEdit) throws(ClientFileEditError) -> Output
    ) throws(ClientFileEditError) -> Output {
        guard let lock = FileSystem.lock(folder) else { throw .inUse }
        defer { lock.release() }
        let path = folder.appending(ClientFile.name)
        let before = try bytes(of: path)
        var edit = try ClientFileEdit(bytes: before)
        let output = try change(&edit)
        let after = edit.bytes
        if isDry || after == before { return output }
        do {
            try FileSystem.replace(after, at: path)
        } catch {
            throw .notWritable(problem: error.words)
        }
        return output
    }

    /// A file's bytes, none where there is no such file.
    private static func bytes(of path: BytePath) throws(ClientFileEditError) -> [UInt8] {
        do {
            let status = try FileSystem.status(path)
            guard status.kind == .file else {
                throw ClientFileEditError.wrongFile(.unreadable(problem: "not a file"))
            }
            guard status.size <= ClientFile.largestFile else {
                throw ClientFileEditError.wrongFile(
                    .tooLarge(bytes: status.size, limit: ClientFile.largestFile))
            }
            return try FileSystem.read(path, atMost: ClientFile.largestFile)
        } catch let refusal as SystemRefusal {
            // A link that leads nowhere must not become a file.
            if refusal.isMissing, !FileSystem.isLink(path) { return [] }
            throw .wrongFile(.unreadable(problem: refusal.words))
        } catch let error as ClientFileEditError {
            throw error
        } catch {
            throw .wrongFile(.unreadable(problem: "unknown"))
        }
    }

    /// The text of a new client's file: remarks that show what it may say.
    ///
    /// - Parameter name: The name that the report shows, or nil.
    /// - Returns: A text that the strict reader takes.
    package static func newFile(name: String?) -> String {
        let shown =
            name.map { "name: \(YAMLScalar.text($0))" } ?? "# name: Anna            # shown on the report"
        return """
            # What is known of this client beyond the photos. Every entry is optional. Lines that begin with # are examples.
            \(shown)

            # Treatment days; scalpline session writes them.
            # sessions:
            #   - 2026-03-02
            #   - {date: 2026-03-16, technique: pointillism, needle: 3RL, pigment: Graphite 2, practitioner: Kim}

            # Scale of the photos in pixels per millimetre, where no card gives it, and dots per cm² as planned.
            # pixelsPerMillimetre: 20
            # targetDensity: 120

            # Itching and tenderness, 0 to 10; scalpline symptom writes them.
            # symptoms:
            #   - {date: 2026-03-04, itching: 2, tenderness: 3, note: slept badly}

            # For your own eyes; scalpline note writes them.
            # notes:
            #   - {date: 2026-03-04, text: calm skin, photo: 2026-03-04.jpg}

            # What is known of single photos.
            # photos:
            #   2026-03-04.jpg: {taken: 2026-03-04T10:15, view: crown}

            """
    }
}
