import Foundation
import HealingCurve
import ProgressReport
import ScalpMeasurement
import Testing

@Suite("Is this normal?")
struct NormalTests {
    private func page(_ report: ClientReport) -> String { ClientPage.html(for: report) }

    private func course(_ days: [Double] = [-2.9, 0.1, 3.9, 8.9]) -> ClientReport {
        SampleCourse(days: days).report(client: "a", name: nil)
    }

    @Test("Each measure has a sentence with its range, where it lies and the odds, and a mark that shows it")
    func answers() throws {
        var report = course()
        report.photos[3].visit?.expectation.upperTails[.redness] = 0.3
        report.photos[3].visit?.expectation.lowerTails[.redness] = 0.7
        report.photos[3].visit?.expectation.upperTails[.darkness] = 0.5
        report.photos[3].visit?.expectation.lowerTails[.darkness] = 0.5
        let html = page(report)
        let list = try #require(html.components(separatedBy: "<ul class=\"answers\">").last)
            .components(separatedBy: "</ul>")[0]
        #expect(html.contains("<h2>Is this normal?</h2>"))
        #expect(html.contains("11 March 2026, day 9."))
        let items = list.components(separatedBy: "<li>").dropFirst()
        #expect(items.count == 5)
        let redness = try #require(items.first)
        #expect(redness.hasPrefix("<b>Redness: <span>"))
        #expect(redness.contains("Expected on day 9: −1.2 to 1.8\u{A0}EI. As expected: "))
        #expect(redness.contains("about 30 of 100 comparable scalps would be redder."))
        #expect(list.contains("in the middle of the range."))
        #expect(items.dropLast().allSatisfy { $0.contains("<svg class=\"gauge\"") })
    }

    @Test("What is off says so and by how much it is rare")
    func off() throws {
        let report = SampleCourse(days: [-2.9, 0.1, 3.9, 8.9], lastingRedness: 8...20).report(
            client: "a", name: nil)
        let html = page(report)
        #expect(
            html.contains(
                "<span class=\"state off\">Expected on day 9: −1.2 to 1.8\u{A0}EI. Above the expected range: "
                    + "fewer than 1 of 100 comparable scalps would be redder.</span>"))
        #expect(html.contains("<svg class=\"gauge\"") && html.contains("<path class=\"point off\""))
    }

    @Test("No clinical word stands on the page but in the sentence of the intended use")
    func words() {
        var report = SampleCourse(days: [-2.9, 0.1, 3.9, 8.9, 20], lastingRedness: 8...30).report(
            client: "a", name: nil)
        let codes = [
            "darkness-above-expected", "darkness-below-expected", "density-below-expected", "lost-patch",
            "edge-thinning", "fading-faster-than-expected", "tone-drift", "scabs-longer-than-expected",
            "symptoms-longer-than-expected",
        ]
        report.findings += codes.map {
            Finding(
                code: $0, photo: report.photos[4].file, day: 20, severity: .attention, message: "",
                evidence: [
                    "probability": 0.9, "fadingPerYear": 0.4, "sheddingDay": 14, "stayingRedness": 4,
                ])
        }
        let body = page(report).components(separatedBy: "</style>")[1]
        let text = body.components(separatedBy: "<footer")[0].lowercased()
        for word in [
            "abnormal", "infect", "inflam", "diagnos", "disease", "patholog", "patient",
            "clinical", "therap", "erythema", "complication", "prognos", "medic",
        ] {
            #expect(!text.contains(word), "\(word)")
        }
        #expect(text.contains("about 33\u{A0}% of the pigment goes in a year"))
    }

    @Test("First values are told as such, and a photo from before the session asks nothing")
    func first() {
        var early = course([-2.9, 0.1])
        early.photos[1].visit?.expectation.statuses[.coverage] = nil
        #expect(page(early).contains("The first value: the next photo can be compared with it."))
        var before = course([-2.9])
        before.photos[0].visit?.expectation.statuses = [:]
        #expect(page(before).contains("<h2>The newest photo</h2>"))
        #expect(!page(before).contains("Is this normal?"))
    }

    @Test("A pale look of days 5 to 20 within the range is told to pass, once; below the range it is not")
    func pale() {
        let words = "A pale or uneven look is expected on these days and passes"
        for day in [5.0, 8.9, 13, 20] {
            #expect(page(course([-2.9, 0.1, 3.9, day])).components(separatedBy: words).count == 2, "\(day)")
        }
        for day in [3.0, 21, 60] {
            #expect(!page(course([-2.9, 0.1, 2.9, day])).contains(words), "\(day)")
        }
        // Redness that is off takes the verdict's sentence; the pale look is told all the same.
        let red = SampleCourse(days: [-2.9, 0.1, 3.9, 8.9], lastingRedness: 8...20).report(
            client: "a", name: nil)
        #expect(page(red).components(separatedBy: words).count == 2)
        var below = course()
        below.photos[3].visit?.expectation.statuses[.darkness] = .below
        #expect(!page(below).contains(words))
    }

    @Test("Verdicts that new photos changed are told with photo, measure, before and after")
    func revised() {
        var report = course()
        #expect(!page(report).contains("What the newest photos changed"))
        report.revised = [
            RevisedVerdict(
                photo: report.photos[2].file, measure: .redness, before: .above, after: .asExpected),
            RevisedVerdict(
                photo: report.photos[2].file, measure: .density, before: .notComparable, after: .below),
        ]
        let html = page(report)
        #expect(
            html.contains("6 March 2026, day 4: redness was above the expected range, is now as expected."))
        #expect(html.contains("dot density could not be compared, is now below the expected range."))
    }

    @Test("A finding's card names day, value, range and how sure it is")
    func facts() {
        var report = SampleCourse(days: [-2.9, 0.1, 3.9, 8.9], lastingRedness: 8...20).report(
            client: "a", name: nil)
        report.findings[0].evidence = ["probability": 0.97, "stayingRedness": 6.6]
        let html = page(report)
        #expect(html.contains("<dt>Seen</dt><dd>11 March 2026, day 9</dd>"))
        #expect(html.contains("<dt>How sure</dt><dd>very likely (97 in 100)</dd>"))
        #expect(html.contains("<dt>Estimated</dt><dd>about 6.6\u{A0}EI of the redness stay</dd>"))
        #expect(html.contains("EI; expected −1.2 to 1.8\u{A0}EI</dd>"))
    }
}
