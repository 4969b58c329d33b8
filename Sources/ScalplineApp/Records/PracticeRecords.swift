import ClientRecords
import ProgressReport

/// A practice's records and the output that is made from them.
///
/// What a client's files hold is kept in the records first and written to the output then: whatever ends a run, the next
/// one finds in the records what it has to write.
struct PracticeRecords: Sendable {
    /// The database.
    let database: RecordsDatabase
    /// Its file.
    let path: BytePath
    /// The folder that is written to.
    let output: BytePath
    /// How the pages look.
    let look: PageLook
    private let pageKey: String
    /// Where the records keep how the pages look.
    private static let lookSetting = "look"

    /// Opens the records of an output.
    ///
    /// - Parameters:
    ///   - output: The folder that is written to.
    ///   - path: The database's file; nil for the one in the output.
    ///   - look: How the pages are to look from now on; nil for the look that the records keep.
    ///   - isNewAllowed: Whether it may be made where it is missing.
    /// - Throws: ``RunError/records(message:)``.
    init(
        output: BytePath, path: BytePath?, look: PageLook?, isNewAllowed: Bool = true
    ) throws(RunError) {
        self.output = output
        let file = path ?? output.appending(RecordsDatabase.name)
        self.path = file
        do {
            database = try RecordsDatabase(path: file, isNewAllowed: isNewAllowed)
            let kept = try database.setting(Self.lookSetting)
            self.look = look ?? kept.flatMap(PageLook.init(recorded:)) ?? PageLook()
            pageKey = self.look.key
            let recorded = self.look.recorded
            if kept != recorded { try database.set(Self.lookSetting, recorded) }
        } catch {
            throw .records(message: error.message(path: file.text))
        }
    }

    /// Works with the database, its errors told as those of a run.
    ///
    /// - Throws: ``RunError/records(message:)``.
    func with<Value>(
        _ body: (RecordsDatabase) throws(RecordsError) -> Value
    ) throws(RunError) -> Value {
        do { return try body(database) } catch { throw .records(message: error.message(path: path.text)) }
    }

    // MARK: A client's files

    /// Writes a client's files to the output, as the records have them.
    ///
    /// - Parameters:
    ///   - name: The client's id.
    ///   - number: Tells it from others that are written at the same time.
    ///   - report: The client's report; read from the records where it is not given.
    /// - Throws: ``RunError``.
    func publish(_ name: String, number: Int, report: ClientReport? = nil) throws(RunError) {
        var known = report
        if known == nil { known = try self.report(of: name) }
        guard let report = known else { return }
        let data = try with { (records) throws(RecordsError) in try records.files(of: name) }
        let files = data + ReportFiles.pages(of: report, look: look)
        var staged = try StagedFolder(in: output, name: name, number: number)
        defer { staged.cleanUp() }
        for file in files { try staged.write(file.name, file.bytes) }
        try staged.publish(replacing: ReportFiles.ofEarlierRuns(in: output.appending(name)))
        let sizes = Dictionary(files.map { ($0.name, $0.bytes.count) }) { first, _ in first }
        try with { (records) throws(RecordsError) in
            try records.published(name, pageKey: pageKey, files: sizes)
        }
    }

    /// Whether all files of a client lie in the output as they were written.
    ///
    /// - Parameters:
    ///   - name: The client's id.
    ///   - state: What is known of the client.
    /// - Returns: Whether nothing has to be written.
    func isPublished(_ name: String, _ state: ClientState) -> Bool {
        guard state.pageKey == pageKey, !state.published.isEmpty else { return false }
        let place = output.appending(name)
        return state.published.allSatisfy { file, size in
            (try? FileSystem.status(place.appending(file)))?.size == size
        }
    }

    /// A client's report as the records have it.
    ///
    /// - Parameter name: The client's id.
    /// - Returns: Nil where the client is not known, or a newer program has kept it.
    /// - Throws: ``RunError/records(message:)``.
    func report(of name: String) throws(RunError) -> ClientReport? {
        let kept = try with { (records) throws(RecordsError) in try records.report(of: name) }
        return kept.flatMap { ReportDocument.report(json: $0.report, pictures: $0.pictures) }
    }

    // MARK: Lists of all clients

    /// Names of the output's own lists.
    private static let (tableName, overviewName, problemsName) = (
        "measurements.csv", "index.html", "problems.txt"
    )
    /// Where the records keep the photos that lie beside the clients' folders.
    private static let straysSetting = "strays"

    /// Keeps which photos lie beside the clients' folders.
    ///
    /// - Parameter strays: Their names.
    /// - Throws: ``RunError/records(message:)``.
    func keep(strays: [String]) throws(RunError) {
        let text = String(decoding: RecordedJSON.bytes(of: strays), as: UTF8.self)
        try with { (records) throws(RecordsError) in try records.set(Self.straysSetting, text) }
    }

    /// Writes the table of all measurements, the overview of all clients and what could not be measured.
    ///
    /// - Returns: The clients' lines in the summary of a run, by their ids.
    /// - Throws: ``RunError``.
    @discardableResult
    func publishLists() throws(RunError) -> [String: RunSummary.Client] {
        let (lines, setting) = try with { (records) throws(RecordsError) in
            (try records.lines(), try records.setting(Self.straysSetting))
        }
        let names = setting.flatMap { RecordedJSON.value([String].self, of: Array($0.utf8)) } ?? []
        let strays = ClientReport(
            client: "", method: Scalpline.method,
            photos: names.map { ClientAnalysis.failed($0, .noClient) })
        var table = MeasurementsTable.header
        for line in lines { table += line.tableRows }
        table += MeasurementsTable.rows(for: strays)
        let rows = lines.compactMap { RecordedJSON.value(OverviewRow.self, of: $0.overview) }
        let index = OverviewPage.html(
            rows: rows, strays: strays.photos, method: Scalpline.method, language: look.language,
            studio: look.studio)
        let columns = try ResultSchema.measurements.text()
        let metadataName = ResultSchema.metadataName(of: Self.tableName)
        for (name, text) in [(Self.tableName, table), (metadataName, columns), (Self.overviewName, index)] {
            try write(name, text)
        }
        var summary = RunSummary()
        summary.strayPhotos = names
        summary.clients = lines.compactMap { RecordedJSON.value(RunSummary.Client.self, of: $0.summary) }
        try publish(problems: summary.problems)
        return Dictionary(summary.clients.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Writes what could not be measured and why, or removes what an earlier run wrote of it.
    ///
    /// - Parameter problems: A line each.
    /// - Throws: ``RunError/notWritable(path:problem:)``.
    private func publish(problems: [String]) throws(RunError) {
        guard !problems.isEmpty else { return FileSystem.removeFile(output.appending(Self.problemsName)) }
        let clean = problems.map { line in String(line.map { $0.isNewline ? "?" : $0 }) + "\n" }
        try write(Self.problemsName, clean.joined())
    }

    /// Writes a file of the output's own.
    ///
    /// - Throws: ``RunError/notWritable(path:problem:)``.
    private func write(_ name: String, _ text: String) throws(RunError) {
        let path = output.appending(name)
        do {
            try FileSystem.write(Array(text.utf8), to: path)
        } catch {
            throw .refused(error, at: path)
        }
    }
}
