import ClientRecords
import PhotoDecoding
import ProgressReport
import ScalpMeasurement

/// Measures photos alone, each for itself: `scalpline measure`.
public struct MeasurePhotos: Sendable {
    /// Scale of all photos in pixels per millimetre, or nil where `client.yaml` tells it or nothing does.
    public var pixelsPerMillimetre: Double?
    /// Whether every dot is listed.
    public var listsDots = false
    /// How photos are worked on.
    public var work = PhotoWork()

    /// Makes the use case with its defaults.
    public init() {}

    /// Measures photos and hands on their records in the order given.
    ///
    /// - Parameters:
    ///   - paths: The photos.
    ///   - progress: Where to tell how far the run is.
    ///   - write: Takes each record, one line of JSON without a newline.
    /// - Returns: Whether all could be measured.
    public func run(_ paths: [BytePath], progress: any RunProgress, write: (String) -> Void) -> Bool {
        var notes = ClientFileShelf()
        let items = paths.map { Item(path: $0, note: notes.note(of: $0)) }
        var allMeasured = true
        progress.begin(photos: items.count)
        let (scale, dots, work) = (pixelsPerMillimetre, listsDots, work)
        let threads = work.threads(ofEach: items.count)
        OrderedWork.run(items, jobs: work.jobs) { item in
            Self.record(of: item, scale: scale, dots: dots, work: work, threads: threads)
        } deliver: { index, record in
            if record.failure != nil { allMeasured = false }
            write(record.line)
            progress.photoDone(
                PhotoProgress(file: items[index].path.text, failure: record.failure))
        }
        progress.end()
        return allMeasured
    }

    private struct Item: Sendable {
        var path: BytePath
        var note: Result<ClientFileShelf.Note, PhotoFailure>
    }

    private struct Record: Sendable {
        var line: String
        var failure: String?
    }

    private static func record(
        of item: Item, scale: Double?, dots: Bool, work: PhotoWork, threads: Int
    ) -> Record {
        var photo = ReportPhoto(
            file: item.path.text, sha256: "", width: 0, height: 0, taken: nil, dateSource: nil, warnings: [],
            outcome: .failure(PhotoFailure(code: "unreadable", message: "The file cannot be read.")))
        switch item.note {
        case .failure(let failure): photo.outcome = .failure(failure)
        case .success(let note):
            let known =
                scale.map { PhotoScale(pixelsPerMillimetre: $0, source: .option) }
                ?? note.pixelsPerMillimetre.map { PhotoScale(pixelsPerMillimetre: $0, source: .client) }
            let options = SurveyOptions(
                pixelsPerMillimetre: known?.pixelsPerMillimetre, treated: note.photo.treated,
                reference: note.photo.reference, threads: threads)
            let read = work.onPhoto(item.path) {
                SurveyedPhoto.read(item.path, options: options, limits: work.limits)
            }
            switch read {
            case .failure(let failure): photo.outcome = .failure(failure)
            case .success(let surveyed):
                let date = PhotoDate(
                    written: note.photo.taken, camera: surveyed.camera, name: item.path,
                    fileTime: surveyed.fileTime)
                photo.sha256 = surveyed.sha256
                photo.width = surveyed.width
                photo.height = surveyed.height
                photo.taken = date.clock
                photo.dateSource = date.source.rawValue
                photo.warnings = surveyed.warnings
                let survey = surveyed.survey
                photo.outcome = .success(survey.measurement(in: survey.regions, scale: known))
            }
        }
        var failed: String?
        if case .failure(let failure) = photo.outcome { failed = failure.message }
        return Record(
            line: RecordEncoder.line(for: photo, method: Scalpline.method, dots: dots), failure: failed)
    }
}

/// The `client.yaml` files beside photos, each read once.
struct ClientFileShelf {
    /// What a photo's `client.yaml` says of it.
    struct Note: Sendable {
        /// The photo's own entry.
        var photo: ClientPhotoNote
        /// The photo's own scale, else the client's.
        var pixelsPerMillimetre: Double?
    }

    private var files: [BytePath: Result<ClientFile?, PhotoFailure>] = [:]

    /// What the `client.yaml` beside a photo says of it.
    ///
    /// - Parameter path: The photo.
    /// - Returns: The note, empty where there is no such file or entry, or what is wrong with the file.
    mutating func note(of path: BytePath) -> Result<Note, PhotoFailure> {
        let folder = path.folder
        let file = files[folder] ?? Self.load(folder)
        files[folder] = file
        return file.map { file in
            let name = path.lastName.text
            return Note(
                photo: file?.photos[name] ?? ClientPhotoNote(),
                pixelsPerMillimetre: file?.pixelsPerMillimetre(of: name))
        }
    }

    /// Reads the `client.yaml` of a folder.
    ///
    /// - Parameter folder: The folder.
    /// - Returns: What it says, nil where there is none, or a failure with the code `bad-client-file`.
    static func load(_ folder: BytePath) -> Result<ClientFile?, PhotoFailure> {
        do {
            return .success(try ClientFile.load(from: folder))
        } catch {
            return .failure(
                PhotoFailure(code: "bad-client-file", message: error.message(file: ClientFile.name)))
        }
    }
}
