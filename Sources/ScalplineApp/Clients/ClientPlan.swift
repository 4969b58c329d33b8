import ClientRecords
import PhotoDecoding
import ProgressReport

/// What is to be read of one client's folder.
struct ClientPlan: Sendable {
    /// The client's id, as results name it.
    let id: String
    /// Name of the client's folder.
    let folder: BytePath
    /// Content hash of `client.yaml`; empty where there is none that can be read.
    let fileHash: String
    /// What `client.yaml` says, empty where there is none, or what is wrong with it: then no photo is read.
    let file: Result<ClientFile, PhotoFailure>
    /// Photos that are to be surveyed.
    private(set) var photos: [FoundPhoto] = []
    /// Sizes and times of the files of `photos`, as they were found.
    private(set) var stamps: [Stamp] = []
    /// Files that are no photos.
    let skipped: [String]
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
        self.folder = folder.id
        skipped = folder.skipped.map(\.text)
        let bytes = try? FileSystem.read(
            folder.path.appending(ClientFile.name), atMost: ClientFile.largestFile + 1)
        fileHash = bytes.map(ContentHash.sha256) ?? ""
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
            stamps = photos.map { Stamp($0.path) }
            let names = Set(folder.photos.map(\.name.text))
            notes = file.photos.keys.sorted().filter { !names.contains($0) }.map {
                "\(id): client.yaml speaks of \"\($0)\", but there is no such photo."
            }
        }
    }

    /// Size and time of a file.
    struct Stamp: Sendable, Equatable {
        /// Bytes; -1 where there is no file.
        var size: Int
        /// When it was last changed, in nanoseconds since 1970; -1 where there is no file.
        var changed: Int

        /// Looks at a file.
        fileprivate init(_ path: BytePath) {
            let status = try? FileSystem.status(path)
            size = status?.size ?? -1
            changed = status?.changedNanoseconds ?? -1
        }
    }

    /// Whether a photo was added or changed since a time, as its file tells.
    ///
    /// - Parameter clock: The time, on this machine's clock.
    /// - Returns: Whether one was.
    func hasChanged(since clock: WallClock) -> Bool {
        photos.contains { photo in
            (try? FileSystem.status(photo.path)).map { $0.changed >= clock } ?? false
        }
    }

    /// Tells the progress of what is known before a photo is read.
    ///
    /// - Parameter progress: Where to tell how far the run is.
    func tell(_ progress: any RunProgress) {
        for name in unread { progress.photoDone(PhotoProgress(client: id, file: name)) }
        for note in notes { progress.note(note) }
    }
}
