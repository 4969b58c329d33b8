import ClientRecords
import PhotoDecoding
import PhotoSeries
import ProgressReport

/// Copies photos into a client's folder: `scalpline add`.
public struct AddPhotos: Sendable {
    /// How photos are worked on.
    public var work = PhotoWork()
    /// The name that a new client's report shows, or nil.
    public var name: String?
    /// When all the photos were taken, or nil where they tell it themselves.
    public var taken: WrittenDate?
    /// Whether other copies of a shot that is there are copied too.
    public var keepsTwins = false
    /// Whether photos of another client's scalp are copied too.
    public var anyway = false
    /// Whether photos are held against the other clients.
    public var looksAtOthers = true
    /// Whether nothing is written.
    public var isDry = false
    /// How many of each client's newest photos are looked at.
    public var newestPhotos = 4
    /// Where marks come from; nil for looking at every photo anew.
    package var source: (any PhotoMarksSource)?

    /// Makes the use case with its defaults.
    public init() {}

    /// Adds photos to a client.
    ///
    /// - Parameters:
    ///   - paths: Photos, or folders of photos.
    ///   - client: The client, who may be new.
    ///   - progress: Where to tell how far it is.
    /// - Returns: What became of each.
    /// - Throws: ``IntakeError``.
    public func run(
        _ paths: [BytePath], to client: ClientLocation, progress: any RunProgress
    ) throws(IntakeError) -> AddSummary {
        var summary = AddSummary(client: client.id.text, isNew: !client.isThere, isDry: isDry)
        let folder =
            client.isThere
            ? (try? ClientFolder(of: client.path)) ?? ClientFolder(id: client.id, path: client.path)
            : ClientFolder(id: client.id, path: client.path)
        if client.isThere { try checkFile(client) }
        if !isDry { try prepare(client) }
        let incoming = Self.photos(at: paths).map { IncomingPhoto($0, limits: work.limits) }
        summary.items = incoming.map { photo in
            .init(file: photo.path.text, outcome: .there(name: ""))
        }
        var open: [Int] = []
        var known = KnownFiles([folder], limit: work.limits.fileBytes)
        var given: [String: Int] = [:]
        for (number, photo) in incoming.enumerated() {
            switch photo.hash {
            case .failure(let failure): summary.items[number].outcome = .refused(failure)
            case .success(let hash):
                if let same = known.same(as: photo) {
                    summary.items[number].outcome = .there(name: same.photo.name.text)
                } else if let first = given[hash] {
                    summary.items[number].outcome = .there(name: incoming[first].path.lastName.text)
                } else {
                    given[hash] = number
                    open.append(number)
                }
            }
        }
        let looks = PhotoLooks(
            source: source ?? SurveyedMarks(limits: work.limits), work: work, progress: progress)
        looks.look(at: open.map { incoming[$0].path })
        var marked: [Int: MarkedPhoto] = [:]
        for number in open {
            switch looks.result(of: incoming[number].path) {
            case .success(let photo): marked[number] = photo
            case .failure(let failure): summary.items[number].outcome = .refused(failure)
            }
        }
        open.removeAll { marked[$0] == nil }
        let findings = find(open, incoming, marked, folder: folder, client: client, looks: looks)
        var names = Set<BytePath>()
        for number in open {
            guard let photo = marked[number] else { continue }
            var item = summary.items[number]
            item.date = PhotoDate(
                written: taken, camera: photo.camera, name: incoming[number].path, fileTime: photo.fileTime)
            item.notes = Self.notes(on: photo)
            if let other = findings.others[number], !anyway {
                item.outcome = .otherClient(id: other.id, photo: other.photo)
            } else if let twin = findings.twins[number], !keepsTwins {
                item.outcome = .twin(name: twin.name, isBetter: twin.isBetter)
            } else {
                if let other = findings.others[number] {
                    item.notes.append("shows the scalp of \(other.id), as \(other.photo) does")
                }
                item.outcome = copy(incoming[number], into: client.path, taken: &names)
            }
            summary.items[number] = item
        }
        try tellDates(&summary, client: client)
        return summary
    }

    /// What was found out about photos, by number.
    private struct Findings {
        var twins: [Int: (name: String, isBetter: Bool)] = [:]
        var others: [Int: (id: String, photo: String)] = [:]
    }

    private func find(
        _ open: [Int], _ incoming: [IncomingPhoto], _ marked: [Int: MarkedPhoto], folder: ClientFolder,
        client: ClientLocation, looks: PhotoLooks
    ) -> Findings {
        var findings = Findings()
        let photos = open.compactMap { marked[$0] }
        let newest = NewestPhotos.of(folder, count: newestPhotos)
        let twins = PhotoLooks.possibleTwins(of: photos, among: folder.photos)
        let own = looks.marked(newest + twins.filter { !newest.contains($0) })
        for number in open {
            guard let photo = marked[number] else { continue }
            // Of two that come in the larger one stays, of two as large the first.
            let larger = open.filter { other in
                guard let rival = marked[other], other != number else { return false }
                return rival.pixels != photo.pixels ? rival.pixels > photo.pixels : other < number
            }
            let rivals = larger.compactMap { other in
                marked[other].map {
                    MarkedClient.Photo(
                        found: FoundPhoto(path: incoming[other].path, name: incoming[other].path.lastName),
                        marked: $0)
                }
            }
            guard let twin = PhotoLooks.twin(of: photo, among: own + rivals) else { continue }
            findings.twins[number] = (twin.found.name.text, photo.pixels > twin.marked.pixels)
        }
        guard looksAtOthers, !open.isEmpty, let all = try? ClientFolders(of: client.clients) else {
            return findings
        }
        let ownLinks = ClientMatching.links(
            of: photos, to: [MarkedClient(id: folder.id, photos: own)], jobs: work.jobs)
        let strange = zip(open, ownLinks).filter { $0.1.isEmpty && findings.twins[$0.0] == nil }.map(\.0)
        let others = all.clients.filter {
            $0.id != client.id && !$0.photos.isEmpty && $0.path != client.clients
        }
        guard !strange.isEmpty, !others.isEmpty else { return findings }
        let newestOfOthers = others.map { NewestPhotos.of($0, count: newestPhotos) }
        looks.look(at: newestOfOthers.flatMap { $0.map(\.path) })
        let clients = zip(others, newestOfOthers).map { MarkedClient(id: $0.id, photos: looks.marked($1)) }
        let links = ClientMatching.links(
            of: strange.compactMap { marked[$0] }, to: clients, jobs: work.jobs)
        for (number, found) in zip(strange, links) {
            guard let first = found.first else { continue }
            let other = clients[first.client]
            findings.others[number] = (other.id.text, other.photos[first.photo].found.name.text)
        }
        return findings
    }

    private func copy(
        _ photo: IncomingPhoto, into folder: BytePath, taken names: inout Set<BytePath>
    ) -> AddSummary.Outcome {
        guard case .success(let hash) = photo.hash else { return .there(name: "") }
        if isDry {
            let name = VerifiedCopy.freeName(photo.path.lastName, in: folder, taken: names)
            names.insert(name)
            return .copied(name: name.text)
        }
        do {
            let name = try VerifiedCopy.copy(
                photo.path, sha256: hash, into: folder, limit: work.limits.fileBytes)
            return .copied(name: name.text)
        } catch {
            return .refused(PhotoFailure(code: "not-copied", message: error.message))
        }
    }

    /// Writes the date that was given for all photos.
    private func tellDates(_ summary: inout AddSummary, client: ClientLocation) throws(IntakeError) {
        guard let taken, !isDry else { return }
        let names = summary.items.compactMap { item -> String? in
            switch item.outcome {
            case .copied(let name), .there(let name): name
            default: nil
            }
        }
        guard !names.isEmpty else { return }
        do {
            try ClientFileEdit.apply(in: client.path) { edit throws(ClientFileEditError) in
                for name in names { _ = try edit.set(taken: taken, of: name) }
            }
        } catch {
            throw .edit(client: client.id.text, ClientFileEditProblem(error))
        }
    }

    /// A client's file that is wrong is told before anything is copied.
    private func checkFile(_ client: ClientLocation) throws(IntakeError) {
        do {
            _ = try ClientFile.load(from: client.path)
        } catch {
            throw .edit(client: client.id.text, ClientFileEditProblem(.wrongFile(error)))
        }
    }

    /// Makes a new client's folder with a file that shows what it may say.
    private func prepare(_ client: ClientLocation) throws(IntakeError) {
        do {
            if !client.isThere { try FileSystem.makeFolder(client.path) }
            guard
                !client.isThere
                    || (name != nil && !FileSystem.isThere(client.path.appending(ClientFile.name)))
            else { return }
            _ = try FileSystem.writeNew(
                Array(ClientFileEdit.newFile(name: name).utf8), to: client.path.appending(ClientFile.name))
        } catch {
            throw .notWritable(path: client.path.text, problem: error.words)
        }
    }

    private static func photos(at paths: [BytePath]) -> [BytePath] {
        paths.flatMap { path -> [BytePath] in
            guard (try? FileSystem.status(path))?.kind == .folder, let folder = try? ClientFolder(of: path)
            else {
                return [path]
            }
            return folder.photos.map(\.path)
        }
    }

    /// What the person should know of a photo before it is measured.
    static func notes(on photo: MarkedPhoto) -> [String] {
        var notes: [String] = []
        if photo.problems.contains(.noSkin) {
            notes.append("shows little or no scalp: is it the right photo?")
        } else if photo.problems.contains(.blurred) {
            notes.append("is too blurred for verdicts")
        }
        return notes
    }
}
