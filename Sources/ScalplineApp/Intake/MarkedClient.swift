import ClientRecords
import PhotoDecoding
import ProgressReport

/// A client's photos as far as they were looked at.
struct MarkedClient: Sendable {
    /// A photo of the client.
    struct Photo: Sendable {
        /// The photo.
        var found: FoundPhoto
        /// What it can be recognised by.
        var marked: MarkedPhoto
    }

    /// The client's id.
    var id: BytePath
    /// Photos that were looked at, the newest first.
    var photos: [Photo] = []
}

/// Which of a client's photos are looked at to recognise the client.
enum NewestPhotos {
    /// Bytes of a photo in which its date is looked for.
    private static let headBytes = 256 << 10

    /// A client's newest photos, the newest first.
    ///
    /// - Parameters:
    ///   - folder: The client's folder.
    ///   - count: How many at most.
    /// - Returns: The photos; one whose date nothing tells counts by its file's time.
    static func of(_ folder: ClientFolder, count: Int) -> [FoundPhoto] {
        let file = (try? ClientFile.load(from: folder.path)) ?? nil
        let dated = folder.photos.compactMap { photo -> (photo: FoundPhoto, date: PhotoDate)? in
            guard file?.photos[photo.name.text]?.exclude != true,
                let date = date(of: photo.path, written: file?.photos[photo.name.text]?.taken)
            else { return nil }
            return (photo, date)
        }
        return dated.sorted { left, right in
            // What is only known by the file's time may be years older than that.
            if left.date.isTrusted != right.date.isTrusted { return left.date.isTrusted }
            return left.date.clock != right.date.clock
                ? left.date.clock > right.date.clock : left.photo.name > right.photo.name
        }
        .prefix(count).map(\.photo)
    }

    /// When a photo was taken, from the beginning of its file.
    ///
    /// - Parameters:
    ///   - path: The photo.
    ///   - written: What `client.yaml` says.
    /// - Returns: The date, or nil where there is no such file.
    static func date(of path: BytePath, written: WrittenDate? = nil) -> PhotoDate? {
        guard let status = try? FileSystem.status(path), status.kind == .file else { return nil }
        return PhotoDate(
            written: written, camera: written == nil ? camera(of: path) : nil, name: path,
            fileTime: status.changed)
    }

    /// When the camera says a photo was taken.
    ///
    /// - Parameter path: The photo.
    /// - Returns: The date, or nil where it does not say.
    static func camera(of path: BytePath) -> WallClock? {
        guard let head = try? FileSystem.read(path, atMost: headBytes) else { return nil }
        return PhotoDecoder(limits: .ofSurvey).taken(ofPhotoBeginning: head)
    }
}
