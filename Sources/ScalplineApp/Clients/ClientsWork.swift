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
    ///   - previewPath: Where to keep a photo's small copy, by the numbers of client and photo; nil where none is wanted.
    ///   - finish: Makes a client's output of its number and what was read, or of what is wrong with its
    ///     `client.yaml`; called on any thread.
    ///   - deliver: Takes each client's output, in order, on the calling thread; when it throws, the run ends.
    /// - Throws: What `deliver` throws.
    static func run<Output: Sendable>(
        _ plans: [ClientPlan], work: PhotoWork, progress: any RunProgress,
        previewPath: @escaping @Sendable (Int, Int) -> BytePath? = { _, _ in nil },
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
        // What waits for an earlier client is its output, which is kept anyway.
        try OrderedWork.run(items, jobs: work.jobs, isLeadBounded: false) { item -> Done<Output> in
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
                    photo, file: file, previewPath: previewPath(item.client, number), limits: work.limits,
                    threads: threads)
            }
            var done = Done<Output>()
            if case .failure(let failure) = result { done.failure = failure.message }
            if let results = readings[item.client].add(result, at: number) {
                let reading = ClientReading(plan, file: file, results: results)
                done.output = finish(item.client, .success(reading))
            }
            return done
        } deliver: { (index: Int, done: Done<Output>) throws(RunError) in
            let item = items[index]
            let plan = plans[item.client]
            if begun == item.client {
                plan.tell(progress)
                begun += 1
            }
            if let number = item.photo {
                progress.photoDone("\(plan.id)/\(plan.photos[number].name.text)", failure: done.failure)
            }
            if let output = done.output { outputs[item.client] = output }
            let isLast = item.photo.map { $0 == plan.photos.count - 1 } ?? true
            if isLast, let output = outputs.removeValue(forKey: item.client) {
                try deliver(item.client, output)
            }
        }
    }

    private struct Item: Sendable {
        var client: Int
        var photo: Int?
    }

    private struct Done<Output: Sendable>: Sendable {
        /// What went wrong with the photo.
        var failure: String?
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
