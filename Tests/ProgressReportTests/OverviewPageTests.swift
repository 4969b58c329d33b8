import Foundation
import Testing

import ProgressReport

@Suite("The page of all clients")
struct OverviewPageTests {
    private func place(of text: String, in page: String) throws -> String.Index {
        try #require(page.range(of: text)).lowerBound
    }

    @Test("Clients that want looking at come first, then those that want mending, then the newest")
    func order() throws {
        let calm = SampleCourse(days: [-2.9, 0.1, 3.9, 8.9]).report(client: "anna", name: nil)
        let later = SampleCourse(days: [-2.9, 0.1, 3.9, 8.9, 20]).report(client: "carla", name: nil)
        let red = SampleCourse(days: [-2.9, 0.1, 3.9, 8.9], lastingRedness: 8...20).report(
            client: "zoe", name: "Zoë")
        let empty = ClientReport(client: "empty", method: "m")
        let failed = ClientReport(
            client: "broken", method: "m",
            failure: PhotoFailure(code: "bad-client-file", message: "client.yaml, line 3: mend it."))
        let page = OverviewPage.html(clients: [empty, calm, failed, later, red], method: "scalpline 0.1.0")
        let places = try [
            "href=\"zoe/report.html\"", "client.yaml, line 3: mend it.", "href=\"carla/report.html\"",
            "href=\"anna/report.html\"", "href=\"empty/report.html\"",
        ].map { try place(of: $0, in: page) }
        #expect(places == places.sorted())
        #expect(page.contains("5 clients · 1 to look at · 1 could not be read"))
        #expect(page.contains("More redness than expected"))
        #expect(page.contains("<bdi>Zoë</bdi>"))
    }

    @Test("The same rows in another order are the same bytes, and no date of today is in them")
    func sameBytes() {
        let reports = ["a", "b", "c"].map {
            SampleCourse(days: [-2.9, 0.1, 3.9]).report(client: $0, name: nil)
        }
        let rows = reports.map(OverviewRow.init)
        let page = OverviewPage.html(rows: rows, method: "m")
        #expect(page == OverviewPage.html(rows: rows.reversed(), method: "m"))
        #expect(page == OverviewPage.html(clients: reports, method: "m"))
        #expect(!page.contains("overdue</span>"))
        #expect(page.contains("datetime=\"2026-03-09\">9 Mar 2026</time> <span class=\"muted\">day 7</span>"))
    }

    @Test("A client's folder is linked whatever its name is")
    func links() {
        let report = SampleCourse(days: [-1]).report(client: "a b#?%:ü", name: nil)
        let page = OverviewPage.html(clients: [report], method: "m")
        #expect(page.contains("href=\"a%20b%23%3F%25%3A%C3%BC/report.html\""))
    }

    @Test("Only levels and stages that there are can be chosen")
    func choices() {
        let report = SampleCourse(days: [-2.9, 0.1, 3.9, 8.9]).report(client: "anna", name: nil)
        let page = OverviewPage.html(clients: [report], method: "m")
        #expect(page.contains("<option value=\"as-expected\">On course</option>"))
        #expect(page.contains("<option value=\"initial-healing\">Initial healing</option>"))
        #expect(
            !page.contains("<option value=\"attention\">") && !page.contains("<option value=\"settling\">"))
    }

    @Test("Photos without a client are listed")
    func strays() {
        let stray = ReportPhoto(
            file: "loose.jpg", sha256: "", width: 0, height: 0, taken: nil, dateSource: nil, warnings: [],
            outcome: .failure(PhotoFailure(code: "no-client", message: "Beside the folders.")))
        let page = OverviewPage.html(rows: [], strays: [stray], method: "m")
        #expect(page.contains("loose.jpg") && page.contains("1 photo without a client"))
        #expect(page.contains("There are no clients with photos."))
    }
}
