import ClientRecords
import Foundation
import ProgressReport

/// Reads the photos of many clients and finishes each client as soon as its photos are there.
///
/// All clients' photos stand in one line, so that no thread waits at the end of a client. Whoever surveys a client's
/// last photo finishes the client; no more clients are held in memory than threads work, and the one begun.
enum ClientsWork {
    /// Reads and finishes clients.
    ///
    /// - Parameters:
    ///   - plans: What is to be read of each.
    ///   - work: How photos are worked on.
    ///   - progress: Where to tell how far the run is.
    ///   - shelf: Where surveys are kept, or nil where none is.
    ///   - stop: Tells when no further photo is to be begun.
    ///   - previewPath: Where a photo's small copy goes while its client is worked on, by the numbers of client and photo.
    ///   - finish: Makes a client's output of its number and what was read, or of what is wrong with its
    ///     `client.yaml`; called on any thread.
    ///   - deliver: Takes each client's output, in order, on the calling thread; when it throws, the run ends.
    /// - Throws: What `deliver` throws.
    static func run<Output: Sendable>(
        _ plans: [ClientPlan], work: PhotoWork, progress: any RunProgress,
        shelf: SurveyShelf? = nil, stop: StopRequest = StopRequest(),
        previewPath: @escaping @Sendable (Int, Int) -> BytePath = { _, _ in BytePath("") },
        finish: @escaping @Sendable (Int, Result<ClientReading, PhotoFailure>) -> Output,
        deliver: (Int, Output) throws(RunError) -> Void
    ) throws(RunError) {
        var items: [Item] = []
        for (client, plan) in plans.enumerated() {
            // A client without photos is finished too.
            if plan.photos.isEmpty { items.append(Item(client: client, photo: nil)) }
            items += plan.photos.indices.map { Item(client: client, photo: $0) }
        }
        let readings = plans.map { Gathering(count: $0.photos.count) }
        let threads = work.threads(ofEach: items.count)
        var outputs: [Int: Output] = [:]
        var begun = 0
        var told = 0
        // What waits for an earlier client is its output, which is kept anyway.
        try OrderedWork.run(items, jobs: work.jobs, isLeadBounded: false) { item -> Done<Output> in
            if stop.isRequested { return Done(isLeft: true) }
            let plan = plans[item.client]
            let file: ClientFile
            switch plan.file {
            case .success(let found): file = found
            case .failure(let failure): return Done(output: finish(item.client, .failure(failure)))
            }
            guard let number = item.photo else {
                let reading = ClientReading(plan, file: file, results: [])
                return Done(output: finish(item.client, .success(reading)))
            }
            let photo = plan.photos[number]
            let result = work.onPhoto(photo.path) {
                ClientPhoto.read(
                    photo, file: file, shelf: shelf, previewPath: previewPath(item.client, number),
                    limits: work.limits, threads: threads)
            }
            var done = Done<Output>()
            switch result {
            case .failure(let failure): done.failure = failure.message
            case .success(let photo): (done.isKnown, done.problem) = (photo.isKnown, photo.problem)
            }
            if let results = readings[item.client].add(result, at: number) {
                let reading = ClientReading(plan, file: file, results: results)
                done.output = finish(item.client, .success(reading))
            }
            return done
        } deliver: { (index: Int, done: Done<Output>) throws(RunError) in
            let item = items[index]
            let plan = plans[item.client]
            if done.isLeft { throw .stopped(done: told, of: items.count { $0.photo != nil }) }
            if let problem = done.problem { throw problem }
            if begun == item.client {
                plan.tell(progress)
                begun += 1
            }
            if let number = item.photo {
                told += 1
                progress.photoDone(
                    PhotoProgress(
                        client: plan.id, file: plan.photos[number].name.text, failure: done.failure,
                        isKnown: done.isKnown))
            }
            if let output = done.output { outputs[item.client] = output }
            let isLast = item.photo.map { $0 == plan.photos.count - 1 } ?? true
            if isLast, let output = outputs.removeValue(forKey: item.client) {
                try deliver(item.client, output)
                progress.clientDone(plan.id, photos: plan.photos.count)
            }
        }
    }

    private struct Item: Sendable {
        var client: Int
        var photo: Int?
    }

    private struct Done<Output: Sendable>: Sendable {
        /// Whether it was not begun, because the run is to stop.
        var isLeft = false
        /// What went wrong with the photo.
        var failure: String?
        /// Whether an earlier run had surveyed the photo.
        var isKnown = false
        /// Why nothing more can be kept, which ends the run.
        var problem: RunError?
        /// The client's output, with the photo that was done last.
        var output: Output?
    }
}

/// One client's surveyed photos, while they come in from several threads.
///
/// Every property is read and written under `lock` alone, which makes it safe to share.
private final class Gathering: @unchecked Sendable {
    private let lock = NSLock()
    private var results: [Result<ClientPhoto, PhotoFailure>?]
    private var missing: Int

    init(count: Int) {
        results = Array(repeating: nil, count: count)
        missing = count
    }

    /// Takes a result; hands over all of them, in their order, with the last.
    func add(
        _ result: Result<ClientPhoto, PhotoFailure>, at index: Int
    ) -> [Result<ClientPhoto, PhotoFailure>]? {
        lock.lock()
        defer { lock.unlock() }
        results[index] = result
        missing -= 1
        guard missing == 0 else { return nil }
        defer { results = [] }
        return results.compactMap { $0 }
    }
}
