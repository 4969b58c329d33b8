import ClientRecords
import PhotoSeries
import ProgressReport

/// Looks at photos, many at once, each once.
final class PhotoLooks {
    private let source: any PhotoMarksSource
    private let work: PhotoWork
    private let progress: any RunProgress
    private var known: [BytePath: Result<MarkedPhoto, PhotoFailure>] = [:]

    /// Photos of one shot bear one time; phones round it to the second.
    private static let secondsOfShot = 2

    /// Begins with none.
    ///
    /// - Parameters:
    ///   - source: Where marks come from.
    ///   - work: How photos are worked on.
    ///   - progress: Where to tell how far it is.
    init(source: any PhotoMarksSource, work: PhotoWork, progress: any RunProgress) {
        self.source = source
        self.work = work
        self.progress = progress
    }

    /// Looks at photos that were not looked at before.
    ///
    /// - Parameter paths: The photos.
    func look(at paths: [BytePath]) {
        var new: [BytePath] = []
        var seen = Set(known.keys)
        for path in paths where seen.insert(path).inserted { new.append(path) }
        guard !new.isEmpty else { return }
        progress.begin(photos: new.count)
        let (source, work, threads) = (source, work, work.threads(ofEach: new.count))
        OrderedWork.run(new, jobs: work.jobs) { path in
            work.onPhoto(path) { source.marks(of: path, threads: threads) }
        } deliver: { index, result in
            known[new[index]] = result
            progress.photoDone(PhotoProgress(file: new[index].text))
        }
        progress.end()
    }

    /// What was seen of a photo.
    ///
    /// - Parameter path: A photo that was looked at.
    /// - Returns: Its marks, or what is wrong with it.
    func result(of path: BytePath) -> Result<MarkedPhoto, PhotoFailure> {
        known[path] ?? .failure(PhotoFailure(code: "unreadable", message: "The photo was not looked at."))
    }

    /// Those of some photos that could be looked at.
    func marked(_ photos: [FoundPhoto]) -> [MarkedClient.Photo] {
        look(at: photos.map(\.path))
        return photos.compactMap { photo in
            (try? result(of: photo.path).get()).map { MarkedClient.Photo(found: photo, marked: $0) }
        }
    }

    /// Those of a client's photos that may be the same shot as one that comes in, by their cameras' dates.
    static func possibleTwins(of photos: [MarkedPhoto], among own: [FoundPhoto]) -> [FoundPhoto] {
        own.filter { found in
            let camera = NewestPhotos.camera(of: found.path)
            return photos.contains { photo in
                guard let mine = photo.camera, let theirs = camera else { return true }
                return abs(mine.secondsSince1970 - theirs.secondsSince1970) <= secondsOfShot
            }
        }
    }

    /// The photo that is the same shot as another.
    ///
    /// - Parameters:
    ///   - photo: The other.
    ///   - candidates: The photos.
    /// - Returns: The largest of them.
    static func twin(of photo: MarkedPhoto, among candidates: [MarkedClient.Photo]) -> MarkedClient.Photo? {
        guard photo.marks.areEnough else { return nil }
        var best: MarkedClient.Photo?
        for candidate in candidates where candidate.marked.pixels > best?.marked.pixels ?? 0 {
            if let mine = photo.camera, let theirs = candidate.marked.camera,
                abs(mine.secondsSince1970 - theirs.secondsSince1970) > secondsOfShot
            {
                continue
            }
            // Brought over the smaller one, which shows fewer marks.
            let (small, large) =
                photo.pixels <= candidate.marked.pixels
                ? (photo, candidate.marked) : (candidate.marked, photo)
            let link = ClientMatching.link(
                of: small, over: ScalpRecognition(of: large.marks), showsDots: large.showsDots)
            if link?.isSameShot == true { best = candidate }
        }
        return best
    }
}
