import ClientRecords
import ProgressReport

/// Reads the series of all clients of a practice, as ``AnalyzeClients`` does, and writes nothing.
struct PracticeClients {
    /// How photos are read.
    var work: PhotoWork
    /// The expected curve that findings rest on.
    var curve: CurveFile.Loaded

    /// What was read.
    struct Outcome {
        /// In the order of their names.
        var clients: [PracticeClient] = []
        /// What could be measured and what not; findings are left out.
        var summary = RunSummary()
    }

    /// Reads a folder of clients.
    ///
    /// - Parameters:
    ///   - input: A folder of clients, or one client's folder.
    ///   - progress: Where to tell how far the run is.
    /// - Returns: The clients' series.
    /// - Throws: ``RunError/noInput(path:problem:)``.
    func read(_ input: BytePath, progress: any RunProgress) throws(RunError) -> Outcome {
        try RunFolders.check(input: input)
        let found = try RunFolders.clients(in: input)
        progress.begin(photos: found.clients.reduce(found.strayPhotos.count) { $0 + $1.photos.count })
        defer { progress.end() }
        var outcome = Outcome()
        outcome.summary.skipped = found.skipped.map(\.text)
        let places = ClientPlaces.names(of: found.clients.map(\.id))
        let plans = zip(found.clients, places).map { ClientPlan($0, id: $1) }
        let curve = curve
        try ClientsWork.run(plans, work: work, progress: progress) { number, read in
            var client = RunSummary.Client(id: plans[number].id)
            client.skipped = found.clients[number].skipped.map(\.text)
            switch read {
            case .success(let reading):
                client.photos = reading.surveyed.count + reading.failures.count
                client.measured = reading.surveyed.count
                client.failedPhotos = reading.failures.map {
                    RunSummary.FailedPhoto(file: $0.file, failure: $0.failure)
                }
                client.excluded = reading.excluded
                return (client, ClientAnalysis(of: reading, curve: curve).inPractice)
            case .failure(let failure):
                client.failure = failure
                return (client, PracticeClient(id: client.id, outcome: .without(.badClientFile)))
            }
        } deliver: { (_, output: (RunSummary.Client, PracticeClient)) throws(RunError) in
            outcome.summary.clients.append(output.0)
            outcome.clients.append(output.1)
        }
        for photo in found.strayPhotos {
            progress.photoDone(
                PhotoProgress(file: photo.name.text, failure: PhotoFailure.noClient.message))
            outcome.summary.strayPhotos.append(photo.name.text)
        }
        return outcome
    }
}
