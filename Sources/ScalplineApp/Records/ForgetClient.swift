import ClientRecords

/// Removes everything of one person from the records and from the output: `scalpline forget`.
public struct ForgetClient: Sendable {
    /// The records' file, or nil for the one in the output.
    public var records: BytePath?
    /// Whether only to tell what would be removed.
    public var isTrial = false

    /// What was removed.
    public struct Outcome: Sendable {
        /// Rows of the records by what they were.
        public var rows: [(what: String, count: Int)]
        /// Files of the output, by their paths in it.
        public var files: [String]
        /// What lies in the client's folder of the output under names that are not this program's, and stays.
        public var left: [String]
    }

    /// Makes the use case with its defaults.
    public init() {}

    /// Removes a client.
    ///
    /// The photos themselves are the practice's own and stay where they are.
    ///
    /// - Parameters:
    ///   - client: The client's id.
    ///   - output: The folder that `analyze` has written to.
    /// - Returns: What was removed.
    /// - Throws: ``RunError``; ``RunError/unknownClient(id:path:)`` where nothing is known of the client.
    public func run(_ client: String, output: BytePath) throws(RunError) -> Outcome {
        let lock = try RunLock(on: output)
        defer { lock.release() }
        let records = try PracticeRecords(
            output: output, path: self.records, look: nil, isNewAllowed: false)
        defer { records.database.close() }
        let (states, forgotten) = try records.with { (records) throws(RecordsError) in
            (try records.states(), try records.forget(client, isTrial: isTrial))
        }
        guard let forgotten, let state = states[client] else {
            throw .unknownClient(id: client, path: records.path.text)
        }
        let place = output.appending(client)
        let names = Set(state.published.keys).union(ReportFiles.ofEarlierRuns(in: place)).sorted()
        let files = names.filter { (try? FileSystem.status(place.appending($0))) != nil }
        var outcome = Outcome(rows: forgotten.rows, files: files.map { "\(client)/\($0)" }, left: [])
        if isTrial { return outcome }
        for file in files { FileSystem.removeFile(place.appending(file)) }
        for folder in Set(files.map { place.appending($0).folder }).sorted().reversed() {
            FileSystem.removeEmptyFolder(folder)
        }
        outcome.left = ((try? FileSystem.names(in: place)) ?? []).map { "\(client)/\($0.text)" }
        StagedFolder.removeLeftovers(in: output)
        try records.publishLists()
        try records.with { (records) throws(RecordsError) in try records.compact() }
        return outcome
    }
}
