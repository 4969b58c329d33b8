import ClientRecords
import PhotoDecoding
import ProgressReport

/// One client's folder, read: its `client.yaml` and all its photos, surveyed.
struct ClientReading {
    /// How photos are read.
    struct Work: Sendable {
        /// Bounds that each photo must keep.
        var limits: DecodingLimits
        /// Photos worked on at once; 1 means one thread in all.
        var jobs: Int
    }

    /// The client's id, as results name it.
    let id: String
    /// What `client.yaml` says.
    var file = ClientFile()
    /// Photos that could be surveyed.
    var surveyed: [ClientPhoto] = []
    /// Photos that could not.
    var failures: [(file: String, failure: PhotoFailure)] = []
    /// Photos that `client.yaml` leaves out.
    var excluded: [String] = []

    /// Reads a client's folder and tells each photo to the progress.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - id: The client's id, as results name it.
    ///   - work: How photos are read.
    ///   - progress: Where to tell how far the run is.
    ///   - previewPath: Where to keep a photo's small copy, by its number; nil where none is wanted.
    /// - Returns: What was read, or what is wrong with `client.yaml`.
    /// - Throws: ``RunError/notWritable(path:problem:)`` where a small copy could not be kept.
    static func read(
        _ folder: ClientFolder, id: String, work: Work, progress: any RunProgress,
        previewPath: (Int) -> BytePath? = { _ in nil }
    ) throws(RunError) -> Result<ClientReading, PhotoFailure> {
        var reading = ClientReading(id: id)
        switch ClientFileShelf.load(folder.path) {
        case .success(let found): reading.file = found ?? ClientFile()
        case .failure(let failure):
            for photo in folder.photos { progress.photoDone("\(id)/\(photo.name.text)", failure: nil) }
            progress.note("\(id): \(failure.message)")
            return .failure(failure)
        }
        let file = reading.file
        var photos: [FoundPhoto] = []
        for photo in folder.photos {
            guard file.photos[photo.name.text]?.exclude == true else {
                photos.append(photo)
                continue
            }
            reading.excluded.append(photo.name.text)
            progress.photoDone("\(id)/\(photo.name.text)", failure: nil)
        }
        let names = Set(folder.photos.map(\.name.text))
        for name in file.photos.keys.sorted() where !names.contains(name) {
            progress.note("\(id): client.yaml speaks of \"\(name)\", but there is no such photo.")
        }
        let items = photos.enumerated().map { Item(photo: $1, previewPath: previewPath($0)) }
        var problem: RunError?
        OrderedWork.run(items, jobs: work.jobs) { item in
            ClientPhoto.read(item.photo, file: file, previewPath: item.previewPath, limits: work.limits)
        } deliver: { index, result in
            let name = items[index].photo.name.text
            switch result {
            case .success(let photo):
                reading.surveyed.append(photo)
                problem = problem ?? photo.previewProblem
                progress.photoDone("\(id)/\(name)", failure: nil)
            case .failure(let failure):
                reading.failures.append((name, failure))
                progress.photoDone("\(id)/\(name)", failure: failure.message)
            }
        }
        if let problem { throw problem }
        return .success(reading)
    }

    private struct Item: Sendable {
        var photo: FoundPhoto
        var previewPath: BytePath?
    }
}
