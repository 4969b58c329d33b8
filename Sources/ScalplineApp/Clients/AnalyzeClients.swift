import ClientRecords
import HealingCurve
import PhotoDecoding
import ProgressReport
import ScalpMeasurement

/// Measures every photo of every client, follows the series and writes the reports: `scalpline analyze`.
public struct AnalyzeClients: Sendable {
    /// Bounds that each photo must keep.
    public var limits = DecodingLimits.ofSurvey
    /// Photos worked on at once; 1 means one thread in all.
    public var jobs = 1
    /// A practice's own curve file, or nil for the one that comes with the program.
    public var curveFile: BytePath?

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
        let priors = try CurveFile.priors(from: curveFile)
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
        for (folder, id) in zip(found.clients, places) {
            let report = try analyze(
                folder, id: id, output: output, priors: priors, progress: progress, summary: &summary)
            table += MeasurementsTable.rows(for: report)
            reports.append(report.lightened())
        }
        let strays = strays(found.strayPhotos, progress: progress)
        table += MeasurementsTable.rows(for: strays)
        summary.strayPhotos = strays.photos.map(\.file)
        let index = OverviewPage.html(clients: reports, strays: strays.photos, method: Scalpline.method)
        try publish([("measurements.csv", table), ("index.html", index)], output: output)
        return summary
    }

    private func prepare(input: BytePath, output: BytePath) throws(RunError) -> ClientFolders {
        let (inputIdentity, outputIdentity) = try RunFolders.identities(input: input, output: output) {
            .noInput(path: $0, problem: $1)
        }
        do {
            let found = try ClientFolders(of: input, excluding: [outputIdentity])
            var inputs: Set<FileIdentity> = [inputIdentity]
            for client in found.clients {
                if let status = try? FileSystem.status(client.path) { inputs.insert(status.identity) }
            }
            for name in ClientPlaces.names(of: found.clients.map(\.id)) {
                let place = output.appending(name)
                if let there = try? FileSystem.status(place), inputs.contains(there.identity) {
                    throw RunError.outputIsInput(path: place.text)
                }
            }
            return found
        } catch let error as RunError {
            throw error
        } catch let refusal as SystemRefusal {
            throw .noInput(path: input.text, problem: refusal.words)
        } catch {
            throw .noInput(path: input.text, problem: "cannot be opened")
        }
    }

    private func analyze(
        _ folder: ClientFolder, id: String, output: BytePath, priors: CurvePriors, progress: any RunProgress,
        summary: inout RunSummary
    ) throws(RunError) -> ClientReport {
        var file = ClientFile()
        switch ClientFileShelf.load(folder.path) {
        case .success(let found): file = found ?? ClientFile()
        case .failure(let failure):
            for photo in folder.photos { progress.photoDone("\(id)/\(photo.name.text)", failure: nil) }
            progress.note("\(id): \(failure.message)")
            var staged = try StagedFolder(in: output, name: id)
            defer { staged.cleanUp() }
            let report = ClientReport(client: id, method: Scalpline.method, failure: failure)
            try ReportFiles.write(report, to: &staged)
            try staged.publish(replacing: ReportFiles.ofEarlierRuns(in: output.appending(id)))
            summary.add(report, skipped: folder.skipped.map(\.text), excluded: [])
            return report
        }
        let excluded = folder.photos.filter { file.photos[$0.name.text]?.exclude == true }
        let photos = folder.photos.filter { file.photos[$0.name.text]?.exclude != true }
        for photo in excluded { progress.photoDone("\(id)/\(photo.name.text)", failure: nil) }
        let names = Set(folder.photos.map(\.name.text))
        for name in file.photos.keys.sorted() where !names.contains(name) {
            progress.note("\(id): client.yaml speaks of \"\(name)\", but there is no such photo.")
        }

        var staged = try StagedFolder(in: output, name: id)
        defer { staged.cleanUp() }
        let items = photos.enumerated().map { index, photo in
            Item(photo: photo, previewPath: staged.spool("preview-\(index)"))
        }
        var surveyed: [ClientPhoto] = []
        var failures: [(file: String, failure: PhotoFailure)] = []
        var problem: RunError?
        let known = file
        OrderedWork.run(items, jobs: jobs) { item in
            ClientPhoto.read(item.photo, file: known, previewPath: item.previewPath, limits: limits)
        } deliver: { index, result in
            let name = items[index].photo.name.text
            switch result {
            case .success(let photo):
                surveyed.append(photo)
                problem = problem ?? photo.previewProblem
                progress.photoDone("\(id)/\(name)", failure: nil)
            case .failure(let failure):
                failures.append((name, failure))
                progress.photoDone("\(id)/\(name)", failure: failure.message)
            }
        }
        if let problem { throw problem }
        let analysis = ClientAnalysis(
            id: id, file: file, photos: surveyed, failures: failures, priors: priors)
        var report = try analysis.report { (path: String, bytes: [UInt8]) throws(RunError) in
            try staged.write(path, bytes)
        }
        let earlier = EarlierRun.load(output.appending(id).appending(ReportFiles.seriesName))
        report.revised = earlier?.revised(in: report) ?? []
        try ReportFiles.write(report, to: &staged)
        try staged.publish(replacing: ReportFiles.ofEarlierRuns(in: output.appending(id)))
        summary.add(
            report, skipped: folder.skipped.map(\.text), excluded: excluded.map(\.name.text))
        return report
    }

    private struct Item: Sendable {
        var photo: FoundPhoto
        var previewPath: BytePath
    }

    private func strays(_ photos: [FoundPhoto], progress: any RunProgress) -> ClientReport {
        let failure = PhotoFailure(
            code: "no-client",
            message: "The photo lies beside the clients' folders: move it into the folder of its client.")
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
