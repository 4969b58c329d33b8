import ClientRecords
import ProgressReport

/// What is to be read of one client's folder.
struct ClientPlan: Sendable {
    /// The client's id, as results name it.
    let id: String
    /// What `client.yaml` says, empty where there is none, or what is wrong with it: then no photo is read.
    let file: Result<ClientFile, PhotoFailure>
    /// Photos that are to be surveyed.
    private(set) var photos: [FoundPhoto] = []
    /// Photos that `client.yaml` leaves out.
    private(set) var excluded: [String] = []
    /// Photos that are not read, for whatever reason.
    private(set) var unread: [String] = []
    /// What the person at the screen should know before.
    private(set) var notes: [String] = []

    /// Reads a client's `client.yaml` and tells its photos apart.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - id: The client's id, as results name it.
    init(_ folder: ClientFolder, id: String) {
        self.id = id
        file = ClientFileShelf.load(folder.path).map { $0 ?? ClientFile() }
        switch file {
        case .failure(let failure):
            unread = folder.photos.map(\.name.text)
            notes = ["\(id): \(failure.message)"]
        case .success(let file):
            for photo in folder.photos {
                if file.photos[photo.name.text]?.exclude == true {
                    excluded.append(photo.name.text)
                } else {
                    photos.append(photo)
                }
            }
            unread = excluded
            let names = Set(folder.photos.map(\.name.text))
            notes = file.photos.keys.sorted().filter { !names.contains($0) }.map {
                "\(id): client.yaml speaks of \"\($0)\", but there is no such photo."
            }
        }
    }

    /// Tells the progress of what is known before a photo is read.
    ///
    /// - Parameter progress: Where to tell how far the run is.
    func tell(_ progress: any RunProgress) {
        for name in unread { progress.photoDone("\(id)/\(name)", failure: nil) }
        for note in notes { progress.note(note) }
    }
}
