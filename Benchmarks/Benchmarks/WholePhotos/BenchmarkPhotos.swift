import ClientRecords
import Foundation
import ScalplineApp

/// The photos that `python -m speed photos` laid ready, and the work on them.
enum BenchmarkPhotos {
    /// The repository.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let folder = root.appending(path: ".build/bench-photos/suite")

    /// Scale of all of them.
    static let pixelsPerMillimetre = 20.0

    static func photo(megapixels: Int, format: String) -> [BytePath] {
        [BytePath(folder.appending(path: "\(megapixels)mp.\(format)").path)]
    }

    static func batch(of count: Int) -> [BytePath] {
        (0..<count).map { number in
            let name = String(repeating: "0", count: 4 - String(number).count) + String(number)
            return BytePath(folder.appending(path: "batch/\(name).jpg").path)
        }
    }

    /// Measures photos as `scalpline measure` does, from the files to the lines of JSON.
    static func measure(_ paths: [BytePath], jobs: Int) {
        var measuring = MeasurePhotos()
        measuring.pixelsPerMillimetre = pixelsPerMillimetre
        measuring.jobs = jobs
        var bytes = 0
        let areAllMeasured = measuring.run(paths, progress: NoProgress()) { bytes += $0.utf8.count }
        precondition(areAllMeasured && bytes > 0, "photos are missing: run `make bench-swift`")
    }

    /// Measures a client's series and writes the report to a new folder, as `scalpline analyze` does.
    static func analyze(client: String) {
        let output = FileManager.default.temporaryDirectory.appending(path: "scalpline-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: output) }
        let input = root.appending(path: "Fixtures/Clients/\(client)")
        do {
            _ = try AnalyzeClients().run(
                input: BytePath(input.path), output: BytePath(output.path), progress: NoProgress())
        } catch {
            preconditionFailure(error.message)
        }
    }
}
