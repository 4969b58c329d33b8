import ClientRecords
import HealingCurve
import PhotoDecoding
import PhotoSeries
import ProgressReport

/// Writes a client's photos brought over one another: `scalpline align`.
///
/// Each registered photo is decoded once more and drawn in its view's anchor frame, at the anchor's own size. Drawing
/// takes 12 bytes a pixel of the photo and 3 a pixel of the picture for each of the photos worked on at once, less than
/// the survey before: 12 photos of 12 megapixels took 385 MB with one job, measuring them 333 MB.
public struct AlignClient: Sendable {
    /// Form of the pictures.
    public enum Format: String, Sendable, CaseIterable {
        /// JPEG of quality 95 with full colour.
        case jpeg
        /// PNG, without loss.
        case png

        var ending: String { self == .jpeg ? "jpg" : "png" }
    }

    /// How photos are worked on.
    public var work = PhotoWork()
    /// Form of the pictures.
    public var format = Format.jpeg
    /// Whether the pictures are cut to what all photos of their view show.
    public var isCommon = false

    private static let quality = 95

    /// Makes the use case with its defaults.
    public init() {}

    /// Writes the pictures.
    ///
    /// - Parameters:
    ///   - client: One client's folder.
    ///   - output: The folder to write to; made where missing.
    ///   - progress: Where to tell how far the run is.
    /// - Returns: What was done.
    /// - Throws: ``RunError``.
    public func run(
        client: BytePath, output: BytePath, progress: any RunProgress
    ) throws(RunError) -> AlignSummary {
        let curve = try CurveFile.load(from: nil)
        let identities = try RunFolders.identities(input: client, output: output) {
            .noClient(path: $0, problem: $1)
        }
        let folder: ClientFolder
        do {
            folder = try ClientFolder(of: client, excluding: [identities.output])
        } catch {
            throw .noClient(path: client.text, problem: error.words)
        }
        guard folder.clientsInside.isEmpty else {
            throw .noClient(
                path: client.text, problem: "holds the folders of \(folder.clientsInside.count) clients")
        }
        let lock = try RunLock(on: output)
        defer { lock.release() }
        StagedFolder.removeLeftovers(in: output)
        var staged = try StagedFolder(of: output)
        defer { staged.cleanUp() }
        let earlier = AlignRecord.files(in: output)
        let id = ClientPlaces.names(of: [folder.id])[0]
        progress.begin(photos: folder.photos.count)
        defer { progress.end() }
        let surveyed: Surveyed
        switch try survey(ClientPlan(folder, id: id), curve: curve, progress: progress) {
        case .success(let found): surveyed = found
        case .failure(let failure):
            let record = AlignRecord(
                client: id, failure: failure, isCommon: isCommon, views: [], entries: [])
            try staged.write(AlignRecord.name, Array(record.text.utf8))
            try staged.publish(replacing: earlier)
            return AlignSummary(failure: failure)
        }
        let record = try write(surveyed, photos: folder.photos, to: &staged, id: id, progress: progress)
        for entry in record.entries where entry.file != nil {
            guard let warp = entry.photo.visit?.registration.warp else { continue }
            try staged.write(
                RecordEncoder.warpName(ofPhoto: entry.number),
                Array(RecordEncoder.warp(warp, photo: entry.photo.file).utf8))
        }
        try staged.write(AlignRecord.name, Array(record.text.utf8))
        try staged.publish(replacing: earlier)
        return Self.summary(of: record)
    }

    /// A series with the sizes in which its photos were read.
    private struct Surveyed: Sendable {
        var report: ClientReport
        var longSides: [String: Int]

        init(_ reading: ClientReading, curve: CurveFile.Loaded) {
            longSides = Dictionary(
                reading.surveyed.map { ($0.name.text, $0.surveyed.longSideRead) }
            ) { first, _ in first }
            report = ClientAnalysis(of: reading, curve: curve).report { _, _ in }
        }
    }

    /// Surveys the photos and follows the series; a failure tells what is wrong with `client.yaml`.
    private func survey(
        _ plan: ClientPlan, curve: CurveFile.Loaded, progress: any RunProgress
    ) throws(RunError) -> Result<Surveyed, PhotoFailure> {
        var surveyed: Result<Surveyed, PhotoFailure>?
        try ClientsWork.run([plan], work: work, progress: progress) { _, read in
            read.map { Surveyed($0, curve: curve) }
        } deliver: { (_, found: Result<Surveyed, PhotoFailure>) throws(RunError) in
            surveyed = found
        }
        guard let surveyed else { preconditionFailure("a client without an output") }
        return surveyed
    }

    /// A photo that is to be drawn.
    private struct Item: Sendable {
        var entry: Int
        var path: BytePath
        var name: String
        var place: BytePath
        var map: PhotoMap
        var width: Int
        var height: Int
        var frame: AnchorFrame
    }

    private func write(
        _ surveyed: Surveyed, photos: [FoundPhoto], to staged: inout StagedFolder, id: String,
        progress: any RunProgress
    ) throws(RunError) -> AlignRecord {
        let report = surveyed.report
        let paths = Dictionary(photos.map { ($0.name.text, $0.path) }) { first, _ in first }
        let views = report.views.filter { $0.anchor != nil }
        let counts = views.map { view in report.photos.count { $0.visit?.view == view.name } }
        var names = AlignedNames(
            views: views.map(\.name), mostPhotos: counts.max() ?? 0, ending: format.ending)
        var record = AlignRecord(
            client: id, isCommon: isCommon, views: [],
            entries: report.photos.enumerated().map { AlignRecord.Entry(photo: $1, number: $0) })
        var items: [Item] = []
        for view in views {
            let members = record.entries.indices.compactMap { index -> (Int, PhotoMap)? in
                let visit = record.entries[index].photo.visit
                guard visit?.view == view.name, let map = visit.flatMap({ PhotoMap($0.registration) })
                else { return nil }
                return (index, map)
            }
            guard let anchor = report.photos.first(where: { $0.file == view.anchor }) else { continue }
            let frame = frame(
                anchor: anchor, longSide: surveyed.longSides[anchor.file] ?? max(anchor.width, anchor.height),
                photos: members.map { ($1, report.photos[$0].width, report.photos[$0].height) })
            if frame.isWhole && isCommon && members.count > 1 {
                progress.note("\(id): the photos of one view share no place of the skin; they are not cut.")
            }
            let drawn = frame.frame.mirrored(
                AnchorFrame.isMirrored(members.compactMap { report.photos[$0.0].visit?.registration }))
            record.views.append(AlignRecord.View(name: view.name, anchor: anchor.file, frame: drawn))
            for (index, map) in members {
                let photo = report.photos[index]
                guard let path = paths[photo.file] else { continue }
                let taken = photo.dateSource == "filetime" ? nil : photo.taken
                let name = names.path(for: photo.file, taken: taken, view: view.name)
                items.append(
                    Item(
                        entry: index, path: path, name: name, place: try staged.reserve(name), map: map,
                        width: photo.width, height: photo.height, frame: drawn))
            }
        }
        progress.begin(photos: items.count)
        var problem: RunError?
        let (work, format) = (work, format)
        OrderedWork.run(items, jobs: work.jobs) { item in
            // The drawn bytes and their code.
            work.onPhoto(item.path, more: 2 * 3 * item.frame.columns * item.frame.rows) {
                Self.draw(item, limits: work.limits, format: format)
            }
        } deliver: { index, result in
            let item = items[index]
            switch result {
            case .success(let shown):
                record.entries[item.entry].file = item.name
                record.entries[item.entry].shown = shown
                progress.photoDone(PhotoProgress(file: item.name))
            case .failure(.photo(let failure)):
                record.entries[item.entry].failure = failure
                staged.leaveOut(item.name)
                progress.photoDone(PhotoProgress(file: item.name, failure: failure.message))
            case .failure(.run(let error)): problem = problem ?? error
            }
        }
        if let problem { throw problem }
        return record
    }

    /// The frame of a view's pictures.
    private func frame(
        anchor: ReportPhoto, longSide: Int, photos: [(map: PhotoMap, width: Int, height: Int)]
    ) -> (frame: AnchorFrame, isWhole: Bool) {
        let whole = AnchorFrame(columns: anchor.width, rows: anchor.height)
        // Where the anchor was read at a reduced size there is nothing finer to draw.
        let share = Double(longSide) / Double(max(anchor.width, anchor.height))
        guard isCommon,
            let common = SharedFrame(
                of: photos, anchorWidth: anchor.width, anchorHeight: anchor.height
            ).common
        else { return (whole.drawn(longSide: longSide), true) }
        let side = (Double(max(common.columns, common.rows)) * share).rounded()
        return (common.drawn(longSide: max(1, Int(side))), false)
    }

    private enum DrawingProblem: Error {
        case photo(PhotoFailure)
        case run(RunError)
    }

    /// Draws a photo and writes it; returns the share of the frame that it shows.
    private static func draw(
        _ item: Item, limits: DecodingLimits, format: Format
    ) -> Result<Double, DrawingProblem> {
        let warp: PictureWarp
        do throws(PhotoFailure) {
            let photo = try PhotoFile.read(item.path, limits: limits).decoded(limits: limits)
            warp = PictureWarp(
                of: photo.image, photoWidth: item.width, photoHeight: item.height, map: item.map,
                frame: item.frame)
        } catch {
            return .failure(.photo(error))
        }
        let picture = warp.picture
        let bytes =
            switch format {
            case .jpeg:
                PictureEncoder.jpeg(
                    rgb: picture.bytes, width: picture.width, height: picture.height, quality: quality,
                    chromaHalved: false)
            case .png: PictureEncoder.png(rgb: picture.bytes, width: picture.width, height: picture.height)
            }
        guard let bytes else {
            let message = "The picture could not be made: there is not enough memory."
            return .failure(.photo(PhotoFailure(code: "too-large", message: message)))
        }
        do throws(SystemRefusal) {
            try FileSystem.write(bytes, to: item.place)
        } catch {
            return .failure(.run(.refused(error, at: item.place)))
        }
        return .success(warp.shownShare)
    }

    private static func summary(of record: AlignRecord) -> AlignSummary {
        var summary = AlignSummary(views: record.views.count)
        for view in record.views {
            for entry in record.entries where entry.photo.visit?.view == view.name {
                guard let file = entry.file else { continue }
                summary.written.append(
                    AlignSummary.Written(
                        photo: entry.photo.file, view: view.name, file: file, shown: entry.shown ?? 0))
            }
        }
        for entry in record.entries where entry.file == nil {
            switch entry.photo.outcome {
            case .failure(let failure): summary.missing.append((entry.photo.file, failure))
            case .success:
                let reason = entry.photo.visit?.registration.reason?.rawValue ?? "not-registered"
                summary.missing.append(
                    (
                        entry.photo.file,
                        entry.failure
                            ?? PhotoFailure(code: reason, message: Languages.english.reasons.clause(reason))
                    ))
            }
        }
        return summary
    }
}
