import ClientRecords
import ProgressReport

/// One client's folder, read: its `client.yaml` and all its photos, surveyed.
struct ClientReading: Sendable {
    /// The client's id, as results name it.
    let id: String
    /// What `client.yaml` says.
    let file: ClientFile
    /// Photos that could be surveyed.
    private(set) var surveyed: [ClientPhoto] = []
    /// Photos that could not.
    private(set) var failures: [(file: String, failure: PhotoFailure)] = []
    /// Photos that `client.yaml` leaves out.
    let excluded: [String]

    /// Puts a client's photos together.
    ///
    /// - Parameters:
    ///   - plan: What was to be read.
    ///   - file: What `client.yaml` says.
    ///   - results: What became of each of the plan's photos.
    init(_ plan: ClientPlan, file: ClientFile, results: [Result<ClientPhoto, PhotoFailure>]) {
        id = plan.id
        self.file = file
        excluded = plan.excluded
        for (photo, result) in zip(plan.photos, results) {
            switch result {
            case .success(let found): surveyed.append(found)
            case .failure(let failure): failures.append((photo.name.text, failure))
            }
        }
    }

    /// Why a photo's survey or small copy could not be kept, which ends the run; nil where all could.
    var problem: RunError? {
        surveyed.lazy.compactMap(\.problem).first
    }
}
