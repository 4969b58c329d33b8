import ClientRecords
import HealingCurve
import PhotoDecoding
import ProgressReport
import ScalpMeasurement

/// Measures every photo of every client, follows the series and writes the reports: `scalpline analyze`.
public struct AnalyzeClients: Sendable {
    /// How photos are worked on.
    public var work = PhotoWork()
    /// A practice's own curve file, or nil for the one that comes with the program.
    public var curveFile: BytePath?
    /// The language of the reports.
    public var language = Languages.english

    /// Makes the use case with its defaults.
    public init() {}

    /// Runs the main job.
    ///
    /// - Parameters:
    ///   - input: A folder of clients.
    ///   - output: The folder to write to; made where missing.
    ///   - progress: Where to tell how far the run is.
    /// - Returns: What was done.
    /// - Throws: ``RunError``.
    public func run(
        input: BytePath, output: BytePath, progress: any RunProgress
    ) throws(RunError) -> RunSummary {
        let curve = try CurveFile.load(from: curveFile)
        let language = language
        let found = try prepare(input: input, output: output)
        guard let lock = FileSystem.lock(output) else { throw .outputInUse(path: output.text) }
        defer { lock.release() }
        StagedFolder.removeLeftovers(in: output)
        let places = ClientPlaces.names(of: found.clients.map(\.id))
        let photoCount = found.clients.reduce(found.strayPhotos.count) { $0 + $1.photos.count }
        progress.begin(photos: photoCount)
        defer { progress.end() }
        var summary = RunSummary()
        summary.skipped = found.skipped.map(\.text)
        var reports: [ClientReport] = []
        var table = MeasurementsTable.header
        let plans = zip(found.clients, places).map { ClientPlan($0, id: $1) }
        defer { StagedFolder.removeLeftovers(in: output) }
        try ClientsWork.run(plans, work: work, progress: progress) { client, photo in
            StagedFolder.spool(in: output, number: client).appending("preview-\(photo)")
        } finish: { client, read in
            Self.finish(
                plans[client].id, number: client, read: read, output: output, curve: curve, language: language
            )
        } deliver: { (client: Int, result: Result<Finished, RunError>) throws(RunError) in
            let finished = try result.get()
            summary.add(
                finished.report, skipped: found.clients[client].skipped.map(\.text),
                excluded: plans[client].excluded)
            table += finished.rows
            reports.append(finished.report)
        }
        let strays = strays(found.strayPhotos, progress: progress)
        table += MeasurementsTable.rows(for: strays)
        summary.strayPhotos = strays.photos.map(\.file)
        let index = OverviewPage.html(
            clients: reports, strays: strays.photos, method: Scalpline.method, language: language)
        try publish([("measurements.csv", table), ("index.html", index)], output: output)
        return summary
    }

    private func prepare(input: BytePath, output: BytePath) throws(RunError) -> ClientFolders {
        let (inputIdentity, outputIdentity) = try RunFolders.identities(input: input, output: output) {
            .noInput(path: $0, problem: $1)
        }
        let found = try RunFolders.clients(in: input, excluding: [outputIdentity])
        var inputs: Set<FileIdentity> = [inputIdentity]
        for client in found.clients {
            if let status = try? FileSystem.status(client.path) { inputs.insert(status.identity) }
        }
        for name in ClientPlaces.names(of: found.clients.map(\.id)) {
            let place = output.appending(name)
            if let there = try? FileSystem.status(place), inputs.contains(there.identity) {
                throw .outputIsInput(path: place.text)
            }
        }
        return found
    }

    /// What is kept of a client once its files are written.
    private struct Finished: Sendable {
        /// Without what only the client's own page needs.
        var report: ClientReport
        /// The client's part of the table.
        var rows: String
    }

    /// Analyses a client's photos and writes its files.
    private static func finish(
        _ id: String, number: Int, read: Result<ClientReading, PhotoFailure>, output: BytePath,
        curve: CurveFile.Loaded, language: Language
    ) -> Result<Finished, RunError> {
        Result { () throws(RunError) -> Finished in
            var staged = try StagedFolder(in: output, name: id, number: number)
            defer { staged.cleanUp() }
            var report: ClientReport
            switch read {
            case .failure(let failure):
                report = ClientReport(client: id, method: Scalpline.method, failure: failure)
            case .success(let reading):
                if let problem = reading.previewProblem { throw problem }
                let analysis = ClientAnalysis(of: reading, curve: curve)
                report = try analysis.report { (path: String, bytes: [UInt8]) throws(RunError) in
                    try staged.write(path, bytes)
                }
                let earlier = EarlierRun.load(output.appending(id).appending(ReportFiles.seriesName))
                report.revised = earlier?.revised(in: report) ?? []
            }
            try ReportFiles.write(report, language: language, to: &staged)
            try staged.publish(replacing: ReportFiles.ofEarlierRuns(in: output.appending(id)))
            return Finished(report: report.lightened(), rows: MeasurementsTable.rows(for: report))
        }
    }

    private func strays(_ photos: [FoundPhoto], progress: any RunProgress) -> ClientReport {
        let failure = PhotoFailure.noClient
        for photo in photos { progress.photoDone(photo.name.text, failure: failure.message) }
        return ClientReport(
            client: "", method: Scalpline.method,
            photos: photos.map { ClientAnalysis.failed($0.name.text, failure) })
    }

    private func publish(_ files: [(name: String, text: String)], output: BytePath) throws(RunError) {
        for (name, text) in files {
            do {
                try FileSystem.write(Array(text.utf8), to: output.appending(name))
            } catch {
                throw .notWritable(path: output.appending(name).text, problem: error.words)
            }
        }
    }
}

extension PhotoFailure {
    /// A photo beside the clients' folders.
    static let noClient = PhotoFailure(
        code: "no-client",
        message: "The photo lies beside the clients' folders: move it into the folder of its client.")
}

extension ClientReport {
    /// The report without what only its own page needs, so that thousands of clients fit into memory.
    fileprivate func lightened() -> ClientReport {
        var light = self
        light.tracks = []
        light.charts = [:]
        light.foretoldCharts = [:]
        light.views = []
        let lastShown = photos.lastIndex { $0.visit?.thumbnail != nil }
        for index in light.photos.indices {
            if index != lastShown { light.photos[index].visit?.thumbnail = nil }
            if case .success(var measurement) = light.photos[index].outcome {
                measurement.dots = []
                light.photos[index].outcome = .success(measurement)
            }
        }
        return light
    }
}
