import ClientRecords
import PhotoDecoding
import ProgressReport
import SteadyMath

/// Writes a copy of a folder of clients that holds nothing personal but the pictures: `scalpline anonymise`.
public struct AnonymiseClients: Sendable {
    /// How photos are worked on.
    public var work = PhotoWork()
    /// A file for the practice's own eyes that says which code stands for whom, or nil for none.
    public var keyFile: BytePath?
    /// Fixes what is drawn by chance, for tests; nil for the system's own secret numbers.
    package var seed: UInt64?

    /// Quality of photos that have to be stored anew: no loss that an eye or a measurement would notice.
    private static let qualityAnew = 97
    /// Who may do what with the key: its owner may read and write it.
    private static let keyPermissions: UInt32 = 0o600

    /// Makes the use case with its defaults.
    public init() {}

    /// Writes the copy.
    ///
    /// - Parameters:
    ///   - input: A folder of clients, or one client's folder; nothing is written into it.
    ///   - output: The copy; must not be there yet, or be an empty folder.
    ///   - progress: Where to tell how far it is.
    /// - Returns: What the copy holds.
    /// - Throws: ``IntakeError``; then there is no copy.
    public func run(
        input: BytePath, output: BytePath, progress: any RunProgress
    ) throws(IntakeError) -> AnonymiseSummary {
        let folders = try check(input: input, output: output)
        var summary = AnonymiseSummary()
        let plans = plan(folders, summary: &summary)
        let items = plans.flatMap { plan in plan.photos.map { (plan: plan, photo: $0) } }
        let stage = output.folder.appending(
            BytePath(bytes: Array(".scalpline-".utf8) + output.lastName.bytes.suffix(200)))
        FileSystem.removeTree(stage)
        defer { FileSystem.removeTree(stage) }
        do {
            for plan in plans {
                let folder = stage.appending(plan.code)
                try FileSystem.makeFolder(folder)
                let text = plan.file.written
                if !text.isEmpty {
                    try FileSystem.write(Array(text.utf8), to: folder.appending(ClientFile.name))
                }
            }
            if plans.isEmpty { try FileSystem.makeFolder(stage) }
        } catch {
            throw .notWritable(path: output.text, problem: error.words)
        }
        progress.begin(photos: items.count)
        let work = work
        var problem: IntakeError?
        OrderedWork.run(
            items.map { Job(photo: $0.photo, code: $0.plan.code, words: $0.plan.words) }, jobs: work.jobs
        ) {
            job in
            work.onPhoto(job.photo.found.path) { Self.write(job, to: stage, limits: work.limits) }
        } deliver: { index, result in
            let old = "\(items[index].plan.id.text)/\(items[index].photo.found.name.text)"
            switch result {
            case .success(.same): summary.samePictures += 1
            case .success(.anew(let name)): summary.storedAnew.append(name)
            case .failure(.photo(let failure)): summary.leftOut.append((old, failure))
            case .failure(.system(let words)): problem = .notWritable(path: output.text, problem: words)
            }
            progress.photoDone(PhotoProgress(file: old))
        }
        progress.end()
        if let problem { throw problem }
        summary.clients = plans.count
        try publish(stage, at: output, key: key(of: plans))
        return summary
    }

    // MARK: Planning

    /// A photo and what it is called in the copy.
    struct PlannedPhoto: Sendable {
        var found: FoundPhoto
        /// Its new name without what stands behind the dot.
        var stem: String
        var date: WallClock
    }

    private struct Plan: Sendable {
        var id: BytePath
        var code: String
        var days: Int
        var file: ClientFile
        var photos: [PlannedPhoto]
        var words: AnonymousNames.PersonalWords
    }

    private struct Job: Sendable {
        var photo: PlannedPhoto
        var code: String
        var words: AnonymousNames.PersonalWords
    }

    private func plan(_ folders: ClientFolders, summary: inout AnonymiseSummary) -> [Plan] {
        var names = AnonymousNames(
            random: seed.map { SeededRandom(seed: $0) as any RandomNumberGenerator }
                ?? SystemRandomNumberGenerator())
        for photo in folders.strayPhotos {
            summary.leftOut.append(
                (
                    photo.name.text,
                    PhotoFailure(
                        code: "no-client",
                        message: "The photo lies beside the clients' folders: put it into one.")
                ))
        }
        var known: [(folder: ClientFolder, file: ClientFile)] = []
        for folder in folders.clients {
            switch ClientFileShelf.load(folder.path) {
            case .success(let file): known.append((folder, file ?? ClientFile()))
            case .failure(let failure): summary.leftOutClients.append((folder.id.text, failure))
            }
        }
        names.know(practitioners: Set(known.flatMap { $0.file.sessions.compactMap(\.practitioner) }))
        let codes = names.codes(for: known.map(\.folder.id.bytes), word: "client")
        let people = known.flatMap { client in
            [client.file.displayName, client.folder.id.text].compactMap { $0 }
                + client.file.sessions.compactMap(\.practitioner)
        }
        let words = AnonymousNames.PersonalWords(people)
        let plans = zip(known, codes).map { client, code -> Plan in
            let shown = client.folder.photos.filter { client.file.photos[$0.name.text]?.exclude != true }
            summary.excluded += client.folder.photos.count - shown.count
            let dated = shown.map { photo in
                (
                    photo: photo,
                    date: NewestPhotos.date(
                        of: photo.path, written: client.file.photos[photo.name.text]?.taken)
                )
            }
            let clocks =
                dated.compactMap(\.date?.clock) + client.file.sessions.map(\.date.clock)
                + client.file.symptoms.map(\.date.clock)
            let days = names.shift(first: clocks.min())
            let photos = Self.named(dated, days: days)
            let renamed = Dictionary(
                photos.map { ($0.found.name.text, $0.stem + "." + Self.ending(of: $0.found.path)) },
                uniquingKeysWith: { first, _ in first })
            return Plan(
                id: client.folder.id, code: code, days: days,
                file: names.anonymous(client.file, days: days, names: renamed, words: words), photos: photos,
                words: words)
        }
        return plans.sorted { $0.code < $1.code }
    }

    /// New names: the moved date where one is known, numbered in the order that the old names had.
    private static func named(
        _ photos: [(photo: FoundPhoto, date: PhotoDate?)], days: Int
    ) -> [PlannedPhoto] {
        let stems = photos.map { _, date -> String in
            guard let date, date.isTrusted else { return "photo" }
            let moved = AnonymousNames.moved(date.clock, by: days)
            if date.isWholeDay { return moved.dateText }
            return moved.dateText + "_" + moved.text.dropFirst(11).filter { $0 != ":" }
        }
        let order = photos.indices.sorted { left, right in
            let (one, other) = (
                photos[left].date?.clock.secondsSince1970 ?? 0,
                photos[right].date?.clock.secondsSince1970 ?? 0
            )
            return one != other ? one < other : photos[left].photo.name < photos[right].photo.name
        }
        var counts: [String: Int] = [:]
        for stem in stems { counts[stem, default: 0] += 1 }
        var numbers: [String: Int] = [:]
        return order.map { index in
            let stem = stems[index]
            let clock = photos[index].date?.clock ?? WallClock(secondsSince1970: 0)
            var name = stem
            if counts[stem] ?? 0 > 1 || stem == "photo" {
                let number = numbers[stem, default: 0] + 1
                numbers[stem] = number
                let digits = max(2, String(counts[stem] ?? 0).count)
                let text = String(number)
                name += "-" + String(repeating: "0", count: digits - text.count) + text
            }
            return PlannedPhoto(
                found: photos[index].photo, stem: name, date: AnonymousNames.moved(clock, by: days))
        }
    }

    /// What stands behind the dot in the copy, from a photo's first bytes.
    private static func ending(of path: BytePath) -> String {
        guard let head = try? FileSystem.read(path, atMost: 4_096) else { return "jpg" }
        return switch PhotoFormat(bytes: head) {
        case .png: "png"
        case .webp: "webp"
        default: "jpg"
        }
    }

    // MARK: Writing

    private enum Written: Sendable {
        case same
        case anew(String)
    }

    private enum WriteFailure: Error {
        case photo(PhotoFailure)
        case system(String)
    }

    private static func write(
        _ job: Job, to stage: BytePath, limits: DecodingLimits
    ) -> Result<Written, WriteFailure> {
        let bytes: [UInt8]
        var wasSame = true
        do throws(PhotoFailure) {
            let file = try PhotoFile.read(job.photo.found.path, limits: limits)
            (bytes, wasSame) = try clean(file, words: job.words, limits: limits)
        } catch {
            return .failure(.photo(error))
        }
        let name = "\(job.photo.stem).\(ending(of: job.photo.found.path))"
        do {
            _ = try FileSystem.writeNew(
                bytes, to: stage.appending(job.code).appending(name), changed: job.photo.date)
        } catch {
            return .failure(.system(error.words))
        }
        return .success(wasSame ? .same : .anew("\(job.code)/\(name)"))
    }

    /// The photo's bytes without what is not its picture, and whether the picture is the same number for number.
    private static func clean(
        _ file: PhotoFile, words: AnonymousNames.PersonalWords, limits: DecodingLimits
    ) throws(PhotoFailure) -> (bytes: [UInt8], wasSame: Bool) {
        let cleaned: PhotoCleaner.Cleaned?
        do {
            cleaned = try PhotoCleaner(limits: limits).cleaned(file.bytes)
        } catch {
            throw PhotoFailure(code: error.code, message: error.message)
        }
        if let cleaned, !words.areIn(cleaned.profile) { return (cleaned.bytes, true) }
        let format = PhotoFormat(bytes: file.bytes)
        guard format != .webp else {
            throw PhotoFailure(
                code: "not-cleaned",
                message: "What is not the picture cannot be taken out of this file: export it as JPEG.")
        }
        let photo = try file.decoded(limits: limits)
        let picture = BytePicture(coding: photo.image)
        let bytes =
            format == .png
            ? PictureEncoder.png(rgb: picture.bytes, width: picture.width, height: picture.height)
            : PictureEncoder.jpeg(
                rgb: picture.bytes, width: picture.width, height: picture.height, quality: qualityAnew,
                chromaHalved: false)
        guard let bytes else {
            throw PhotoFailure(code: "too-large", message: "The photo is too large to be stored anew.")
        }
        return (bytes, false)
    }

    private func key(of plans: [Plan]) -> String {
        func row(_ code: String, _ id: String, _ days: String, _ photo: String, _ original: String) -> String
        {
            var row = CSVRow()
            for cell in [code, id, days, photo, original] { row.addForeign(cell) }
            return row.line
        }
        var text = row("code", "client", "days_back", "photo", "original")
        for plan in plans {
            let days = String(-plan.days)
            if plan.photos.isEmpty { text += row(plan.code, plan.id.text, days, "", "") }
            for photo in plan.photos {
                let name = photo.stem + "." + Self.ending(of: photo.found.path)
                text += row(plan.code, plan.id.text, days, name, photo.found.name.text)
            }
        }
        return text
    }

    private func publish(_ stage: BytePath, at output: BytePath, key: String) throws(IntakeError) {
        do {
            if let keyFile {
                let isWritten = try FileSystem.writeNew(
                    Array(key.utf8), to: keyFile, permissions: Self.keyPermissions)
                guard isWritten else { throw IntakeError.outputTaken(path: keyFile.text) }
            }
            try FileSystem.move(stage, to: output)
        } catch let error as IntakeError {
            throw error
        } catch let refusal as SystemRefusal {
            throw .notWritable(path: output.text, problem: refusal.words)
        } catch {
            throw .notWritable(path: output.text, problem: "unknown")
        }
    }

    // MARK: Checking

    private func check(input: BytePath, output: BytePath) throws(IntakeError) -> ClientFolders {
        let folders: ClientFolders
        do {
            guard try FileSystem.status(input).kind == .folder else {
                throw IntakeError.noClients(path: input.text, problem: "is no folder")
            }
            folders = try ClientFolders(of: input)
        } catch let error as IntakeError {
            throw error
        } catch let refusal as SystemRefusal {
            throw .noClients(path: input.text, problem: refusal.words)
        } catch {
            throw .noClients(path: input.text, problem: "cannot be looked at")
        }
        if FileSystem.isThere(output), (try? FileSystem.names(in: output))?.isEmpty != true {
            throw .outputTaken(path: output.text)
        }
        let read = Self.real(input)
        for path in [output] + (keyFile.map { [$0] } ?? []) {
            if Self.isInside(Self.real(path), read) || Self.isInside(read, Self.real(path)) {
                throw .outputInside(path: path.text)
            }
        }
        if let keyFile {
            if FileSystem.isThere(keyFile) { throw .outputTaken(path: keyFile.text) }
            // The key would be shared with the copy.
            if Self.isInside(Self.real(keyFile), Self.real(output)) {
                throw .outputInside(path: keyFile.text)
            }
        }
        do {
            try FileSystem.makeFolder(output.folder)
        } catch {
            throw .notWritable(path: output.text, problem: error.words)
        }
        return folders
    }

    /// A path without links, of what is there of it.
    private static func real(_ path: BytePath) -> BytePath {
        if let found = FileSystem.resolved(path) { return found }
        if path.folder == path { return path }
        return real(path.folder).appending(path.lastName)
    }

    private static func isInside(_ path: BytePath, _ folder: BytePath) -> Bool {
        path == folder || path.bytes.starts(with: folder.appending("").bytes)
    }
}
