import ClientRecords
import PhotoDecoding
import PhotoSeries
import ProgressReport

/// Sorts a folder of photos of many clients to the clients whose scalps they show: `scalpline inbox`.
public struct SortInbox: Sendable {
    /// What is done with photos whose client is certain.
    public enum Action: Sendable, Equatable {
        /// Nothing.
        case show
        /// They are copied.
        case copy
        /// They are copied and, where the copy is right, removed from the inbox.
        case move
    }

    /// How photos are worked on.
    public var work = PhotoWork()
    /// What is done.
    public var action = Action.show
    /// Whether other copies of a shot that is there are copied too.
    public var keepsTwins = false
    /// How many of each client's newest photos are looked at.
    public var newestPhotos = 4
    /// Where marks come from; nil for looking at every photo anew.
    package var source: (any PhotoMarksSource)?

    /// Makes the use case with its defaults.
    public init() {}

    /// Sorts an inbox.
    ///
    /// - Parameters:
    ///   - inbox: The folder of incoming photos, at any depth.
    ///   - clients: The folder of clients.
    ///   - progress: Where to tell how far it is.
    /// - Returns: Whose each photo is and what was done.
    /// - Throws: ``IntakeError``.
    public func run(
        _ inbox: BytePath, clients: BytePath, progress: any RunProgress
    ) throws(IntakeError) -> InboxPlan {
        let (folder, folders) = try Self.folders(inbox, clients)
        var plan = InboxPlan(inbox: inbox.text, clients: clients)
        plan.skipped = folder.skipped.map(\.text)
        let incoming = folder.photos.map { IncomingPhoto($0.path, limits: work.limits) }
        plan.items = folder.photos.map {
            .init(file: $0.name.text, path: $0.path, decision: .decide(reason: "not looked at"))
        }
        let open = Self.sortOutCopies(incoming, clients: folders, limit: work.limits.fileBytes, plan: &plan)
        let looks = PhotoLooks(
            source: source ?? SurveyedMarks(limits: work.limits), work: work, progress: progress)
        let newest = folders.map { NewestPhotos.of($0, count: newestPhotos) }
        looks.look(at: open.map { incoming[$0].path } + newest.flatMap { $0.map(\.path) })
        let marked = zip(folders, newest).map { MarkedClient(id: $0.id, photos: looks.marked($1)) }
        plan.comparedClients = marked.count { !$0.photos.isEmpty }
        plan.comparedPhotos = marked.reduce(0) { $0 + $1.photos.count }
        var photos: [Int: MarkedPhoto] = [:]
        for number in open {
            switch looks.result(of: incoming[number].path) {
            case .success(let photo):
                photos[number] = photo
                plan.items[number].date = PhotoDate(
                    written: nil, camera: photo.camera, name: incoming[number].path, fileTime: photo.fileTime)
            case .failure(let failure): plan.items[number].decision = .refused(failure)
            }
        }
        let seen = open.filter { photos[$0] != nil }
        let list = seen.compactMap { photos[$0] }
        progress.note(
            "comparing \(list.count) photos with \(plan.comparedPhotos) of \(plan.comparedClients) clients")
        let links = ClientMatching.links(of: list, to: marked, jobs: work.jobs)
        let unknown = links.indices.filter { links[$0].isEmpty }
        let pairs = ClientMatching.links(of: Array(unknown), among: list, jobs: work.jobs)
        let decisions = InboxDecisions(photos: list, links: links, pairs: pairs, clients: marked) {
            plan.items[seen[$0]].file
        }
        for (place, number) in seen.enumerated() {
            plan.items[number].decision = decisions.decisions[place]
        }
        findTwins(seen, photos: photos, folders: folders, looks: looks, plan: &plan)
        plan.tellNeighbours()
        carryOut(incoming, plan: &plan)
        return plan
    }

    private static func folders(
        _ inbox: BytePath, _ clients: BytePath
    ) throws(IntakeError) -> (ClientFolder, [ClientFolder]) {
        let clientsIdentity: FileIdentity
        do {
            let status = try FileSystem.status(clients)
            guard status.kind == .folder else {
                throw IntakeError.noClients(path: clients.text, problem: "is no folder")
            }
            clientsIdentity = status.identity
        } catch let refusal as SystemRefusal {
            throw .noClients(path: clients.text, problem: refusal.words)
        } catch let error as IntakeError {
            throw error
        } catch {
            throw .noClients(path: clients.text, problem: "cannot be looked at")
        }
        do {
            let status = try FileSystem.status(inbox)
            guard status.kind == .folder else {
                throw IntakeError.noInbox(path: inbox.text, problem: "is no folder")
            }
            guard status.identity != clientsIdentity else {
                throw IntakeError.inboxIsClients(path: inbox.text)
            }
            // An inbox inside the folder of clients is no client, and neither are clients inside an inbox incoming.
            let folder = try ClientFolder(of: inbox, excluding: [clientsIdentity])
            let found = try ClientFolders(of: clients, excluding: [status.identity])
            return (folder, found.clients.filter { $0.path != clients })
        } catch let refusal as SystemRefusal {
            throw .noInbox(path: inbox.text, problem: refusal.words)
        } catch let error as IntakeError {
            throw error
        } catch {
            throw .noInbox(path: inbox.text, problem: "cannot be looked at")
        }
    }

    /// Photos that have to be looked at: those that can be read and are not there already.
    private static func sortOutCopies(
        _ incoming: [IncomingPhoto], clients: [ClientFolder], limit: Int, plan: inout InboxPlan
    ) -> [Int] {
        var known = KnownFiles(clients, limit: limit)
        var given: [String: Int] = [:]
        var open: [Int] = []
        for (number, photo) in incoming.enumerated() {
            switch photo.hash {
            case .failure(let failure): plan.items[number].decision = .refused(failure)
            case .success(let hash):
                if let same = known.same(as: photo) {
                    plan.items[number].decision = .there(
                        id: same.owner.text, photo: same.photo.name.text)
                } else if let first = given[hash] {
                    plan.items[number].decision = .again(file: plan.items[first].file)
                } else {
                    given[hash] = number
                    open.append(number)
                }
            }
        }
        return open
    }

    /// Finds other copies of shots that are there or come in with them.
    private func findTwins(
        _ seen: [Int], photos: [Int: MarkedPhoto], folders: [ClientFolder], looks: PhotoLooks,
        plan: inout InboxPlan
    ) {
        var byClient: [String: [Int]] = [:]
        for number in seen {
            if let id = plan.items[number].clientID { byClient[id, default: []].append(number) }
        }
        for folder in folders {
            guard let numbers = byClient[folder.id.text] else { continue }
            let own = looks.marked(
                PhotoLooks.possibleTwins(of: numbers.compactMap { photos[$0] }, among: folder.photos))
            for number in numbers {
                guard let photo = photos[number] else { continue }
                let rivals = numbers.compactMap { other -> MarkedClient.Photo? in
                    guard let rival = photos[other], other != number,
                        rival.pixels != photo.pixels ? rival.pixels > photo.pixels : other < number
                    else { return nil }
                    let path = plan.items[other].path
                    return MarkedClient.Photo(
                        found: FoundPhoto(path: path, name: path.lastName), marked: rival)
                }
                guard let twin = PhotoLooks.twin(of: photo, among: own + rivals) else { continue }
                plan.items[number].decision = .twin(
                    id: folder.id.text, photo: twin.found.name.text,
                    isBetter: photo.pixels > twin.marked.pixels)
            }
        }
    }

    private func carryOut(_ incoming: [IncomingPhoto], plan: inout InboxPlan) {
        guard action != .show else { return }
        for (number, photo) in incoming.enumerated() {
            guard let id = plan.items[number].target(keepsTwins: keepsTwins),
                case .success(let hash) = photo.hash
            else { continue }
            plan.items[number].outcome = carryOut(photo, hash, to: plan.clients.appending(id))
        }
    }

    private func carryOut(_ photo: IncomingPhoto, _ hash: String, to folder: BytePath) -> InboxPlan.Outcome {
        do {
            let name = try VerifiedCopy.copy(
                photo.path, sha256: hash, into: folder, limit: work.limits.fileBytes)
            guard action == .move else { return .copied(name: name.text) }
            do {
                try FileSystem.remove(photo.path)
            } catch {
                return .failed("copied as \(name.text), but still in the inbox (\(error.words))")
            }
            return .moved(name: name.text)
        } catch {
            return .failed(error.message)
        }
    }
}

extension InboxPlan.Item {
    /// The client that the photo is of for certain, or nil.
    var clientID: String? {
        switch decision {
        case .client(let id, _, _), .clientThrough(let id, _, _), .twin(let id, _, _): id
        default: nil
        }
    }

    /// The client to whose folder the photo goes, or nil.
    func target(keepsTwins: Bool) -> String? {
        if case .twin = decision, !keepsTwins { return nil }
        return clientID
    }
}
