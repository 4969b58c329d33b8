import Foundation
import HealingCurve
import ProgressReport
import Testing

@Suite("What comes next")
struct ForecastTests {
    @Test("A moment is told as exactly as its window is known")
    func moments() {
        let day = SampleReport.date(2028, 3, 9)
        #expect(english.forecasts.moment(day, width: 100) == "March 2028")
        #expect(english.forecasts.moment(day, width: 500) == "early 2028")
        #expect(english.forecasts.moment(SampleReport.date(2028, 6, 1), width: 500) == "mid-2028")
        #expect(english.forecasts.moment(SampleReport.date(2028, 12, 31), width: 500) == "late 2028")
        #expect(english.forecasts.moment(day, width: 1_500) == "early 2028")
        #expect(english.forecasts.moment(day, width: 1_500, isFar: true) == "2028")
    }

    @Test("Spans are months, then half years")
    func spans() {
        #expect(english.forecasts.span(30) == "1 month")
        #expect(english.forecasts.span(365) == "12 months")
        #expect(english.forecasts.span(730) == "2 years")
        #expect(english.forecasts.span(913) == "2½ years")
    }

    @Test("The window is told with its middle and how long that is, and what would narrow it")
    func window() {
        let html = ClientPage.html(for: SampleCourse().report(client: "a", name: nil))
        #expect(html.contains("between <b>late 2027</b> and <b>2032</b>"))
        #expect(html.contains("It is as likely before <b>early 2029</b> as after, some 3 years after"))
        #expect(html.contains("That is a wide window"))
        #expect(html.contains("(between 42 and 71\u{A0}%)"))
    }

    @Test("How each photo narrowed it: a row a photo, twelve at most, the first and the last among them")
    func history() throws {
        var report = SampleCourse(days: [-1, 0.1] + (1...30).map { Double($0) * 3 }).report(
            client: "a", name: nil)
        func rows() throws -> [String] {
            let html = ClientPage.html(for: report)
            let table = try #require(html.components(separatedBy: "<table class=\"narrowing\">").last)
            return table.components(separatedBy: "</table>")[0].components(separatedBy: "<th scope=\"row\">")
        }
        let found = try rows()
        #expect(found.count == 13)
        #expect(found[1].hasPrefix("Day 0") && found[12].hasPrefix("Day 90"))
        #expect(found.dropFirst().allSatisfy { $0.components(separatedBy: "<svg class=\"bar\"").count == 3 })
        #expect(ClientPage.html(for: report).contains("19 visits between these are left out"))
        report.forecastHistory = Array(report.forecastHistory.prefix(1))
        #expect(!ClientPage.html(for: report).contains("<table class=\"narrowing\">"))
    }

    @Test("Without a forecast the section says why")
    func none() {
        var report = SampleCourse(days: [-1, 0.1]).report(client: "a", name: nil)
        report.forecast = nil
        report.forecastReason = .tooFewDots
        #expect(ClientPage.html(for: report).contains("Nothing can be foretold yet because"))
    }
}
