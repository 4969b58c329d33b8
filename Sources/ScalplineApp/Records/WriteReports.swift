import ClientRecords

/// Writes the output anew from the records, without looking at a photo: `scalpline report`.
public struct WriteReports: Sendable {
    /// The records' file, or nil for the one in the output.
    public var records: BytePath?
    /// Ids of the clients whose files are written; all where there are none.
    public var clients: [String] = []
    /// The studio's file, or nil for the look of the run before.
    public var studioFile: BytePath?

    /// Makes the use case with its defaults.
    public init() {}

    /// Writes each client's files, the overview and the table.
    ///
    /// - Parameters:
    ///   - output: The folder that `analyze` has written to; made where missing, if the records lie elsewhere.
    ///   - progress: Where to tell how far the run is.
    /// - Returns: How many clients' files were written.
    /// - Throws: ``RunError``.
    public func run(output: BytePath, progress: any RunProgress) throws(RunError) -> Int {
        if records != nil { try make(output) }
        var look: PageLook?
        if let studioFile { look = try StudioFile.look(from: studioFile) }
        look?.note(to: progress)
        let lock = try RunLock(on: output)
        defer { lock.release() }
        StagedFolder.removeLeftovers(in: output)
        defer { StagedFolder.removeLeftovers(in: output) }
        let records = try PracticeRecords(
            output: output, path: self.records, look: look, isNewAllowed: false)
        defer { records.database.close() }
        let known = try records.with { (records) throws(RecordsError) in try records.lines().map(\.name) }
        if let unknown = clients.first(where: { !known.contains($0) }) {
            throw .unknownClient(id: unknown, path: records.path.text)
        }
        let chosen = clients.isEmpty ? known : known.filter(clients.contains)
        progress.begin(photos: 0)
        defer { progress.end() }
        for (number, client) in chosen.enumerated() {
            try records.publish(client, number: number)
            progress.clientDone(client, photos: 0)
        }
        try records.publishLists()
        return chosen.count
    }

    private func make(_ output: BytePath) throws(RunError) {
        do {
            try FileSystem.makeFolder(output)
        } catch {
            throw .refused(error, at: output)
        }
    }
}
