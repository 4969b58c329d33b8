import Foundation
import GroupComparison
import ProgressReport
import Testing

@Suite("A comparison as text, table, object and page")
struct ComparisonTests {
    /// Two groups whose clients differ by a fixed step, so that every figure is known.
    private func report(
        _ measure: ComparedMeasure = .darkness, names: [String] = ["A", "B"], values: [Double] = [0.6, 0.5],
        clients: Int = 6, days: [Double] = [30, 90, 300]
    ) -> ComparisonReport {
        let all = zip(names, values).flatMap { name, value in
            (0..<clients).map { index in
                let own = value + 0.002 * (Double(index) - Double(clients - 1) / 2)
                return ComparedClient(
                    id: "\(name)\(index)", group: name,
                    visits: days.map { ComparedVisit(day: $0, value: own, standardError: 0.01) },
                    traits: [.skin: name == "A" ? 40 + Double(index) : 20], otherFactors: ["needle": "3RL"])
            }
        }
        return ComparisonReport(
            method: "scalpline 1", methods: ["scalpline 1"], factor: .technique,
            groups: ComparedGroups(all, measure: measure),
            leftOut: [.init(client: "x", reason: .mixed), .init(client: "y", reason: .notNoted)])
    }

    @Test("Differences that hold are told as sentences with their interval, the larger group first")
    func sentences() {
        let told = ComparisonWords.conclusions(report())
        #expect(
            told == [
                "On day 180 A has 10.0 points more darkness than B (9.3 to 10.7), and more on day 30 and day 90 too."
            ])
        let ratio = ComparisonWords.conclusions(report(.coverage, values: [0.2, 0.4], days: [30, 90]))
        #expect(ratio.count == 1 && ratio[0].hasPrefix("On day 90 B has 2.00 times the coverage of A (1.9"))
        let alike = ComparisonWords.conclusions(report(values: [0.6, 0.6]))
        #expect(alike.count == 1 && alike[0].contains("That does not say that they are alike"))
        #expect(ComparisonWords.conclusions(report(clients: 3))[0].hasPrefix("Too few clients to compare"))
        #expect(ComparisonWords.conclusions(report(names: ["A"], values: [0.6]))[0].contains("one group"))
    }

    @Test(
        "It is always said that clients were not put into groups by chance, and how many comparisons there are"
    )
    func cautions() {
        let told = ComparisonWords.cautions(report())
        #expect(told.count == 2 && told[0].contains("not put into groups by chance"))
        #expect(told[1].hasPrefix("4 comparisons"))
        #expect(
            ComparisonWords.warnings(report())[0].hasPrefix(
                "Skin (typology angle, darker is lower): 43° in A, 20° in B."))
        var mixed = report()
        mixed.methods = ["scalpline 0", "scalpline 1"]
        #expect(
            ComparisonWords.warnings(mixed).last?.contains("different versions (scalpline 0, scalpline 1)")
                == true)
    }

    @Test("The table has a row a figure and a row a difference, with the columns of its header")
    func table() {
        let lines = ComparisonTable.text(for: report()).split(separator: "\n")
        let cells = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        #expect(cells.allSatisfy { $0.count == 18 })
        #expect(lines.count == 1 + 2 * 4 + 4)
        #expect(lines[1].hasPrefix("technique,darkness,value,30,A,,6,,6,0.6,0.5960"))
        #expect(lines[1].hasSuffix(",,share of fresh,,,scalpline 1"))
        let difference = cells[9]
        #expect(difference[4...9] == ["A", "B", "6", "6", "", "0.1"])
        #expect(difference[15] == "differ")
        #expect(cells[12][2...3] == ["fading", ""] && cells[12][14] == "1/year")
        let formula = ComparisonTable.text(for: report(names: ["=1+1", "B"]))
        #expect(formula.contains(",'=1+1,") && !formula.contains(",=1+1"))
    }

    @Test("The object says what was compared, and that nobody was randomised")
    func object() throws {
        let text = RecordEncoder.comparison(report())
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["schema"] as? String == "scalpline.compare/1")
        #expect(object["randomised"] as? Bool == false)
        #expect((object["leftOut"] as? [[String: String]])?[0] == ["client": "x", "reason": "mixed"])
        let groups = try #require(object["groups"] as? [[String: Any]])
        #expect(groups.map { $0["name"] as? String } == ["A", "B"])
        #expect((groups[0]["clients"] as? [String])?.count == 6)
        #expect(RecordEncoder.comparison(report()) == text)
    }

    @Test("The page is well formed, loads nothing, says what it is for, and escapes names from outside")
    func page() {
        let html = ComparisonPage.html(for: report(names: ["<b>&\"", "B"]))
        #expect(html.contains("not for diagnosing, monitoring, predicting or treating"))
        #expect(html.contains("&lt;b&gt;&amp;&quot;") && !html.contains("<b>&\""))
        #expect(!html.contains("src=") && !html.contains("href=") && !html.contains("url("))
        #expect(!html.contains("<script"))
        #expect(html.contains("1 with sessions of different techniques"))
        for names in [["A", "B"], ["<b>&\"", "B"], []] {
            let page = ComparisonPage.html(for: report(names: names))
            // Elements without an end, as HTML has them, are closed for the check.
            let closed = page.replacing("<!DOCTYPE html>\n", with: "").replacing(#/<meta [^>]*>/#, with: "")
            #expect(XMLCheck(closed).isWellFormed)
        }
        let many = ComparisonPage.html(
            for: report(
                names: ["a", "b", "c", "d", "e", "f", "g"], values: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]))
        #expect(many.contains("The 6 groups with most clients are drawn"))
    }
}
