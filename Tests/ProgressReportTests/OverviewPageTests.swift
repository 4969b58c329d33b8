import Foundation
import ProgressReport
import Testing

@Suite("The page of all clients")
struct OverviewPageTests {
    private func place(of text: String, in page: String) throws -> String.Index {
        try #require(page.range(of: text)).lowerBound
    }

    @Test("Clients that want looking at come first, failures are named with what to do")
    func order() throws {
        let calm = SampleCourse(days: [-2.9, 0.1, 3.9, 8.9]).report(client: "anna", name: nil)
        let red = SampleCourse(days: [-2.9, 0.1, 3.9, 8.9], lastingRedness: 8...20).report(
            client: "zoe", name: "Zoë")
        let empty = ClientReport(client: "empty", method: "m")
        let failed = ClientReport(
            client: "broken", method: "m",
            failure: PhotoFailure(code: "bad-client-file", message: "client.yaml, line 3: mend it."))
        let page = OverviewPage.html(clients: [empty, calm, failed, red], method: "scalpline 0.1.0")
        let places = try [
            "href=\"zoe/report.html\"", "href=\"anna/report.html\"", "href=\"empty/report.html\"",
            "client.yaml, line 3: mend it.",
        ].map { try place(of: $0, in: page) }
        #expect(places == places.sorted())
        #expect(page.contains("4 clients · 1 to look at · 1 could not be read"))
        #expect(page.contains("More redness than expected"))
        #expect(page.contains("<bdi>Zoë</bdi>"))
    }

    @Test("A client's folder is linked whatever its name is")
    func links() {
        let report = SampleCourse(days: [-1]).report(client: "a b#?%:ü", name: nil)
        let page = OverviewPage.html(clients: [report], method: "m")
        #expect(page.contains("href=\"a%20b%23%3F%25%3A%C3%BC/report.html\""))
    }

    @Test("Photos without a client are listed")
    func strays() {
        let stray = ReportPhoto(
            file: "loose.jpg", sha256: "", width: 0, height: 0, taken: nil, dateSource: nil, warnings: [],
            outcome: .failure(PhotoFailure(code: "no-client", message: "Beside the folders.")))
        let page = OverviewPage.html(clients: [], strays: [stray], method: "m")
        #expect(page.contains("loose.jpg") && page.contains("1 photo without a client"))
    }
}
