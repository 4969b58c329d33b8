import Foundation
import ProgressReport
import Testing

/// Writes printed reports to look at, where `SCALPLINE_PAPER_SAMPLES` names a folder.
@Suite("Printed reports to look at")
struct PaperSamplesTests {
    private static let folder = ProcessInfo.processInfo.environment["SCALPLINE_PAPER_SAMPLES"]

    @Test("Reports are written", .enabled(if: folder != nil, "SCALPLINE_PAPER_SAMPLES is not set"))
    func write() throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for sample in PaperSamples.all {
            let start = ContinuousClock.now
            let bytes = try PaperTools.pdf(sample)
            let time = (ContinuousClock.now - start).formatted(.units(allowed: [.milliseconds]))
            print(sample.name, bytes.count, time)
            try Data(bytes).write(to: folder.appendingPathComponent(sample.name + ".pdf"))
        }
    }
}
