import Foundation
import ProgressReport
import Testing

/// Writes the pages that `Tests/Browser/overview.py` opens, where `SCALPLINE_OVERVIEW_OUT` names a folder.
@Suite("Pages of all clients for a browser")
struct ManyClientsPageTests {
    private static let folder = ProcessInfo.processInfo.environment["SCALPLINE_OVERVIEW_OUT"]

    @Test("A thousand clients of a dozen photos stay under three megabytes")
    func size() {
        let rows = ManyClients.rows(1_000)
        #expect(rows.count { $0.chart?.days.count == 12 } > 800)
        #expect(OverviewPage.html(rows: rows, method: "m").utf8.count < 3_000_000)
    }

    @Test("Pages are written", .enabled(if: folder != nil, "SCALPLINE_OVERVIEW_OUT is not set"))
    func write() throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder))
        let stray = ReportPhoto(
            file: "loose.jpg", sha256: "", width: 0, height: 0, taken: nil, dateSource: nil, warnings: [],
            outcome: .failure(
                PhotoFailure(code: "no-client", message: "It lies beside the clients’ folders.")))
        let pages = [
            ("many.html", OverviewPage.html(rows: ManyClients.rows(1_000), method: "scalpline")),
            (
                "some.html",
                OverviewPage.html(rows: ManyClients.rows(24), strays: [stray], method: "scalpline")
            ), ("none.html", OverviewPage.html(rows: [], strays: [stray], method: "scalpline")),
        ]
        for (name, page) in pages { try Data(page.utf8).write(to: folder.appendingPathComponent(name)) }
    }
}
