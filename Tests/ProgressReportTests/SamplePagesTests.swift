import Foundation
import HealingCurve
import ProgressReport
import Raster
import Testing

/// Writes sample pages to look at, where `SCALPLINE_SAMPLE_OUT` names a folder.
///
/// JPEGs `CLIENT/thumbnail.jpg` in that folder are taken for the photos.
@Suite("Sample pages to look at")
struct SamplePagesTests {
    private static let folder = ProcessInfo.processInfo.environment["SCALPLINE_SAMPLE_OUT"]

    @Test("Pages are written", .enabled(if: folder != nil, "SCALPLINE_SAMPLE_OUT is not set"))
    func write() throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder))
        func thumbnail(_ client: String) -> [UInt8]? {
            (try? Data(contentsOf: folder.appendingPathComponent("\(client)/thumbnail.jpg"))).map {
                [UInt8]($0)
            }
        }
        var redness = SampleCourse(days: [-2.9, 0.1, 1.9, 3.9, 6.9, 9.9], lastingRedness: 3...20)
        redness.thumbnail = thumbnail("ben")
        var early = SampleCourse(days: [-1.9, 0.1, 2.4])
        early.thumbnail = thumbnail("dina")
        var two = SampleCourse(
            days: [-1, 0.2, 3, 8, 13.8, 14.2, 21, 30, 44], blurred: 8, sessions: [0, 14])
        two.thumbnail = thumbnail("carla")
        var calm = SampleCourse()
        calm.thumbnail = thumbnail("anna")
        var carla = two.report(
            client: "carla", name: "Carla Maria de los Ángeles von Hohenstein-Wittgenstein 🌿")
        carla.findings.insert(
            Finding(
                code: "lost-patch", photo: carla.photos[7].file, day: 16, severity: .attention,
                message: english.findings.message(
                    code: "lost-patch", day: 16,
                    evidence: ["lost": 61, "known": 74, "areaSquareCentimetres": 1.234]),
                centre: PixelPoint(x: 900, y: 500), areaSquareCentimetres: 1.234), at: 0)
        carla.photos.append(
            ReportPhoto(
                file: "from-message/IMG-0003.jpg", sha256: "", width: 0, height: 0, taken: nil,
                dateSource: nil,
                warnings: [],
                outcome: .failure(
                    PhotoFailure(code: "truncated", message: "The file ends early: send the photo once more.")
                )))
        let reports = [
            calm.report(client: "anna", name: "Anna"), redness.report(client: "ben", name: "بنيامين الحداد"),
            carla, early.report(client: "dina", name: nil),
            ClientReport(
                client: "erik", method: "scalpline 0.1.0",
                failure: PhotoFailure(
                    code: "bad-client-file",
                    message: "client.yaml, line 3: the key “sesions” is not known. Did you mean “sessions”?")),
        ]
        for report in reports where report.failure == nil {
            let place = folder.appendingPathComponent(report.client)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try Data(ClientPage.html(for: report).utf8).write(to: place.appendingPathComponent("report.html"))
            try Data(RecordEncoder.series(report).utf8).write(to: place.appendingPathComponent("series.json"))
        }
        let stray = ReportPhoto(
            file: "loose.jpg", sha256: "", width: 0, height: 0, taken: nil, dateSource: nil, warnings: [],
            outcome: .failure(PhotoFailure(code: "no-client", message: "It lies beside the client folders.")))
        let index = OverviewPage.html(clients: reports, strays: [stray], method: "scalpline 0.1.0")
        try Data(index.utf8).write(to: folder.appendingPathComponent("index.html"))
    }
}
