import ClientRecords
import HealingCurve
import PhotoDecoding
import ProgressReport
import ScalpMeasurement

/// Measures every photo of every client, follows the series and writes the reports: `scalpline analyze`.
///
/// What was measured before and has not changed is taken from the records.
public struct AnalyzeClients: Sendable {
    /// How photos are worked on.
    public var work = PhotoWork()
    /// A practice's own curve file, or nil for the one that comes with the program.
    public var curveFile: BytePath?
    /// The records' file, or nil for the one in the output.
    public var records: BytePath?
    /// Ids of the clients to work on; all where there are none.
    public var clients: [String] = []
    /// Only clients with a file that was added or changed since then, on this machine's clock, are worked on.
    public var since: WallClock?
    /// The studio's file, or nil for the `studio.yaml` in the input, where there is one.
    public var studioFile: BytePath?
    /// Tells when the run is to stop after the photos in hand.
    public var stop = StopRequest()

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
        let look = try StudioFile.look(from: studioFile, input: input)
        look.note(to: progress)
        let found = try prepare(input: input, output: output, look: look)
        let lock = try RunLock(on: output)
        defer { lock.release() }
        StagedFolder.removeLeftovers(in: output)
        defer { StagedFolder.removeLeftovers(in: output) }
        let records = try PracticeRecords(
            output: output, path: self.records, look: look)
        defer { records.database.close() }
        let (run, states) = try records.with { (records) throws(RecordsError) in
            (try records.beginRun(), try records.states())
        }
        let all = zip(found.clients, ClientPlaces.names(of: found.clients.map(\.id))).map {
            ClientPlan($0, id: $1)
        }
        let withoutFolder = try records.with { (records) throws(RecordsError) in
            try records.present(all.map(\.id))
        }
        let job = Job(
            records: records, shelf: SurveyShelf(records: records.database, path: records.path, run: run),
            curve: curve,
            common: ClientInput.Common(
                curve: "\(curve.named.source.rawValue) \(curve.named.sha256)", limits: work.limits))
        let chosen = try chosen(of: all, input: input)
        var changed: [ClientPlan] = []
        for plan in chosen where try job.isChanged(plan, state: states[plan.id]) { changed.append(plan) }
        var summary = RunSummary()
        summary.skipped = found.skipped.map(\.text)
        summary.strayPhotos = found.strayPhotos.map(\.name.text)
        summary.withoutFolder = withoutFolder
        progress.begin(
            photos: changed.reduce(found.strayPhotos.count) { $0 + $1.photos.count },
            unchangedClients: chosen.count - changed.count)
        defer { progress.end() }
        if !changed.isEmpty, let problem = PaperReport.hindrance { progress.note(problem.message) }
        try measure(changed, job: job, progress: progress)
        let done = Set(changed.map(\.id))
        for (number, plan) in chosen.enumerated() where !done.contains(plan.id) {
            guard let state = states[plan.id], !records.isPublished(plan.id, state) else { continue }
            try records.publish(plan.id, number: number)
        }
        for photo in summary.strayPhotos {
            progress.photoDone(PhotoProgress(file: photo, failure: PhotoFailure.noClient.message))
        }
        try records.keep(strays: summary.strayPhotos)
        let lines = try records.publishLists()
        summary.clients = chosen.compactMap { plan in
            var client = lines[plan.id]
            client?.isUnchanged = !done.contains(plan.id)
            return client
        }
        return summary
    }

    private func prepare(
        input: BytePath, output: BytePath, look: PageLook
    ) throws(RunError) -> ClientFolders {
        let (inputIdentity, outputIdentity) = try RunFolders.identities(input: input, output: output) {
            .noInput(path: $0, problem: $1)
        }
        let found = try RunFolders.clients(in: input, excluding: look.identities.union([outputIdentity]))
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

    /// The clients that the run is asked for.
    private func chosen(of plans: [ClientPlan], input: BytePath) throws(RunError) -> [ClientPlan] {
        if let unknown = clients.first(where: { id in !plans.contains { $0.id == id } }) {
            throw .unknownClient(id: unknown, path: input.text)
        }
        return plans.filter { plan in
            (clients.isEmpty || clients.contains(plan.id)) && (since.map(plan.hasChanged(since:)) ?? true)
        }
    }

    /// Measures clients whose results do not stand any more.
    private func measure(
        _ plans: [ClientPlan], job: Job, progress: any RunProgress
    ) throws(RunError) {
        let output = job.records.output
        try ClientsWork.run(plans, work: work, progress: progress, shelf: job.shelf, stop: stop) {
            client, photo in
            StagedFolder.spool(in: output, number: client).appending("preview-\(photo)")
        } finish: { client, read in
            Result { () throws(RunError) in try job.finish(plans[client], number: client, read: read) }
        } deliver: { (client: Int, result: Result<Void, RunError>) throws(RunError) in
            try result.get()
        }
    }

    /// What a run works with.
    private struct Job: Sendable {
        var records: PracticeRecords
        var shelf: SurveyShelf
        var curve: CurveFile.Loaded
        var common: ClientInput.Common

        /// Whether a client is new or what its results rest on has changed; new times of files that hold what they
        /// held are noted.
        func isChanged(_ plan: ClientPlan, state: ClientState?) throws(RunError) -> Bool {
            guard let state else { return true }
            let input = ClientInput(common, plan: plan, known: state)
            guard input.key == state.inputKey else { return true }
            let renewed = input.photos.filter { state.photos[$0.file] != $0 }
            if !renewed.isEmpty {
                try records.with { (records) throws(RecordsError) in
                    try records.refresh(plan.id, photos: renewed)
                }
            }
            return false
        }

        /// Analyses a client's photos, keeps what came of it and writes the client's files.
        func finish(
            _ plan: ClientPlan, number: Int, read: Result<ClientReading, PhotoFailure>
        ) throws(RunError) {
            var report: ClientReport
            var overlays: [RecordedFile] = []
            var keys: [String] = []
            switch read {
            case .failure(let failure):
                report = ClientReport(client: plan.id, method: Scalpline.method, failure: failure)
            case .success(let reading):
                if let problem = reading.problem { throw problem }
                keys = reading.surveyed.compactMap(\.surveyKey)
                report = ClientAnalysis(of: reading, curve: curve).report { path, bytes in
                    overlays.append(RecordedFile(name: path, bytes: bytes))
                }
                let earlier = try records.with { (records) throws(RecordsError) in
                    try records.file(ReportFiles.seriesName, of: plan.id)
                }
                report.revised = earlier.flatMap { EarlierRun(reading: $0) }?.revised(in: report) ?? []
            }
            let input = ClientInput(common, plan: plan, photos: photos(of: plan, in: report))
            let client = RecordedClient(report, input: input, plan: plan, overlays: overlays)
            try records.with { (records) throws(RecordsError) in
                try records.keep(client)
                try records.used(keys, run: shelf.run)
            }
            try records.publish(plan.id, number: number, report: ReportDocument.told(report))
        }

        /// A client's photos with what the run has found out.
        private func photos(of plan: ClientPlan, in report: ClientReport) -> [RecordedPhoto] {
            let told = Dictionary(report.photos.map { ($0.file, $0) }) { first, _ in first }
            return zip(plan.photos, plan.stamps).map { found, stamp in
                var photo = RecordedPhoto(
                    file: found.name, size: stamp.size, changed: stamp.changed, sha256: "")
                guard let measured = told[found.name.text] else { return photo }
                photo.taken = measured.taken?.text
                photo.dateSource = measured.dateSource
                photo.sha256 = measured.sha256
                if case .failure(let failure) = measured.outcome {
                    photo.error = failure.code
                    photo.sha256 = ClientInput.hash(of: found, limits: common.limits)
                }
                return photo
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
