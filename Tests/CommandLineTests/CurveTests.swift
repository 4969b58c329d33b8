import Foundation
import Testing

@Suite("The expected curve, shown")
struct CurveTests {
    private static func published() throws -> String {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let file = root.appendingPathComponent("Sources/ScalplineApp/Resources/healing-curve.yaml")
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// A practice's own curve, whose redness goes down more slowly.
    private static func own(in scratch: Scratch) throws -> String {
        let text = try published().replacing(
            "rednessTimeConstant: {low: 1.0, median: 1.8, high: 3.5, log: true}",
            with: "rednessTimeConstant: {low: 2.0, median: 3.0, high: 5.0, log: true}")
        try scratch.write("own.yaml", text)
        return scratch.path("own.yaml")
    }

    private func numbers(_ line: String) -> [Double] { line.split(separator: " ").compactMap { Double($0) } }

    @Test("the published curve: every parameter in words, and what it means day by day")
    func show() throws {
        let outcome = try Tool.run("curve", "show")
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(outcome.output == (try Tool.run("curve", "show")).output)
        let parameters = outcome.lines.filter { $0.wholeMatch(of: /[a-z]+[A-Z][A-Za-z]+ .+/) != nil }
        #expect(parameters.count >= 21)
        let flare = try #require(parameters.first { $0.hasPrefix("rednessTimeConstant") })
        #expect(
            flare.contains("time in which redness falls to 37 %") && flare.hasSuffix("1     1.8   3.5  days"))
        let days = outcome.lines.map(numbers).filter { $0.count == 13 }
        #expect(days.map { $0[0] } == [0, 1, 3, 5, 7, 10, 14, 28, 42, 90, 365])
        for day in days {
            for first in stride(from: 1, to: 13, by: 3) {
                #expect(day[first] <= day[first + 1] && day[first + 1] <= day[first + 2])
            }
        }
        // Redness of half the clients: 12 EI at once, a tenth of it after four days; pale about day 10.
        #expect(abs(days[0][2] - 12) < 1 && days[4][2] < 1)
        #expect(days[5][5] < days[7][5])
        #expect(outcome.lines.last?.contains("years after the last session, median 3.8") == true)
    }

    @Test("a practice's own curve stands beside the published one where they differ")
    func own() throws {
        let scratch = try Scratch()
        let outcome = try Tool.run("curve", "show", "--curve", try Self.own(in: scratch))
        #expect(outcome.status == 0)
        let others = outcome.lines.filter { $0.hasPrefix("<") && $0.contains("published") }
        #expect(others.count == 1)
        #expect(others.first.map(numbers) == [1, 1.8, 3.5])
        let same = try Tool.run(
            "curve", "show", "--curve",
            {
                try scratch.write("same.yaml", try Self.published())
                return scratch.path("same.yaml")
            }())
        #expect(!same.lines.contains { $0.hasPrefix("<") || $0.contains("  <") })
    }

    @Test("as JSON: one object a run, the published curve beside one's own")
    func json() throws {
        let scratch = try Scratch()
        func object(_ arguments: [String]) throws -> [String: Any] {
            let outcome = try Tool.run(["curve", "show", "--json"] + arguments)
            #expect(outcome.lines.count == 1)
            let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
            return try #require(value as? [String: Any])
        }
        let published = try object([])
        #expect(published["schema"] as? String == "scalpline.curve-guide/1" && published["file"] is NSNull)
        #expect(published["published"] == nil)
        let day = try #require((published["days"] as? [[String: Any]])?.last)
        #expect(day.keys.sorted() == ["darkness", "day", "redness", "scabs", "visibleShare"])
        let own = try object(["--curve", try Self.own(in: scratch)])
        #expect(own["differs"] as? [String] == ["rednessTimeConstant"])
        let beside = try #require(own["published"] as? [String: Any])
        #expect(NSDictionary(dictionary: beside).isEqual(to: published.filter { beside[$0.key] != nil }))
    }

    @Test("a file that cannot be used ends with 1 and says where it is wrong")
    func bad() throws {
        let scratch = try Scratch()
        try scratch.write("bad.yaml", "schema: scalpline.curve/1\npriors: {rednessOfset: {}}\n")
        for (name, words) in [("bad.yaml", "line 2"), ("none.yaml", "there is no such file")] {
            let outcome = try Tool.run("curve", "show", "--curve", scratch.path(name))
            #expect(outcome.status == 1 && outcome.output.isEmpty)
            #expect(outcome.errors.contains(words))
        }
    }
}
