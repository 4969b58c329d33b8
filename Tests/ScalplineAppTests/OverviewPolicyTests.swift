import Foundation
import ProgressReport
import Testing

import ScalplineApp

@Suite("The policy of the page of all clients")
struct OverviewPolicyTests {
    @Test("It allows the page's one script by its hash, and nothing from elsewhere")
    func hash() throws {
        let page = OverviewPage.html(
            rows: [OverviewRow(ClientReport(client: "anna", method: "m"))], method: "m",
            language: Languages.english)
        let parts = page.components(separatedBy: "<script>")
        try #require(parts.count == 2)
        let script = try #require(parts[1].components(separatedBy: "</script>").first)
        let digits = Array(ContentHash.sha256(Array(script.utf8)))
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
        let hash = Data(bytes).base64EncodedString()
        #expect(
            page.contains("default-src 'none'; script-src 'sha256-\(hash)'; style-src 'unsafe-inline';"),
            "the script's hash is \(hash)")
        #expect(!script.contains("fetch") && !script.contains("innerHTML") && !script.contains("http"))
    }

    @Test("A page without rows needs no script")
    func noScript() {
        let page = OverviewPage.html(rows: [], method: "m", language: Languages.english)
        #expect(!page.contains("<script") && !page.contains("script-src"))
    }
}
