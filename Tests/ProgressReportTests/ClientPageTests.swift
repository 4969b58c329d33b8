import Foundation
import HealingCurve
import PhotoSeries
import ProgressReport
import Raster
import ScalpMeasurement
import Testing

@Suite("The client's report page")
struct ClientPageTests {
    private func course() -> ClientReport {
        SampleCourse(days: [-2.9, 0.1, 3.9, 8.9], lastingRedness: 8...20)
            .report(client: "ben", name: "Ben")
    }

    @Test("Nothing on the page points to a network, and it needs no script")
    func standsAlone() {
        let html = ClientPage.html(for: course())
        let rest = html.replacingOccurrences(of: "xmlns=\"http://www.w3.org/2000/svg\"", with: "")
        #expect(!rest.contains("http:") && !rest.contains("https:") && !rest.contains("src=\"//"))
        #expect(!rest.contains("<script") && !rest.contains("<link") && !rest.contains("@import"))
        #expect(rest.contains("default-src 'none'"))
    }

    @Test("The intended use stands on every page, word for word")
    func intendedUse() {
        let sentence =
            "Records and compares the cosmetic appearance of scalp micropigmentation in photographs; not for "
            + "diagnosing, monitoring, predicting or treating any disease or injury."
        #expect(ClientPage.html(for: course()).contains("<p>\(sentence)</p>"))
        #expect(OverviewPage.html(clients: [], method: "m").contains("<p>\(sentence)</p>"))
    }

    @Test("Hostile names come out as text everywhere")
    func hostileNames() {
        let hostile = "\"><script>alert('x')</script>\n\u{0}&amp;"
        var report = course()
        report.client = hostile
        report.displayName = hostile
        report.method = hostile
        report.targetDensity = 120
        report.sessions = [ReportSession(date: report.sessions[0].date, details: [hostile])]
        report.symptoms = [
            ReportSymptom(date: report.sessions[0].date, itching: 1, tenderness: nil, note: hostile)
        ]
        report.findings = [
            Finding(code: hostile, photo: hostile, day: 1, severity: .attention, message: hostile)
        ]
        for index in report.photos.indices {
            report.photos[index].file = hostile
            report.photos[index].visit?.view = hostile + "\(index)"
            report.photos[index].visit?.overlay = "javascript:alert(1)/../" + hostile
        }
        report.photos.append(
            ReportPhoto(
                file: hostile, sha256: "", width: 0, height: 0, taken: nil, dateSource: hostile, warnings: [],
                outcome: .failure(PhotoFailure(code: hostile, message: hostile))))
        report.revised = [
            RevisedVerdict(photo: hostile, measure: .redness, before: .above, after: .asExpected)
        ]
        var failed = report
        failed.failure = PhotoFailure(code: hostile, message: hostile)
        let pages = [
            ClientPage.html(for: report),
            OverviewPage.html(clients: [report, failed], strays: report.photos, method: "m"),
        ]
        for page in pages {
            // The overview's own script alone.
            let scripts = page.components(separatedBy: "<script").count - 1
            #expect(scripts == (page == pages[0] ? 0 : 1))
            #expect(!page.contains("\u{0}"))
            #expect(!page.contains("href=\"javascript:") && !page.contains("src=\"javascript:"))
            #expect(page.contains("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"))
            // Every tag that is opened is closed, so that nothing broke out of its element.
            for tag in ["section", "article", "div", "figure", "ul", "table", "svg", "bdi", "a", "span", "p"]
            {
                let opened =
                    page.components(separatedBy: "<\(tag)>").count - 1
                    + page.components(separatedBy: "<\(tag) ").count - 1
                #expect(opened == page.components(separatedBy: "</\(tag)>").count - 1, "<\(tag)>")
            }
        }
    }

    @Test("Names that run right to left and emoji are kept apart from the text around them")
    func names() {
        var report = course()
        report.displayName = "بنيامين 🌿"
        #expect(ClientPage.html(for: report).contains("<bdi>بنيامين 🌿</bdi>"))
    }

    @Test("Pictures are inside the page, overlays beside it, both with words")
    func pictures() {
        var report = course()
        report.photos[1].visit?.thumbnail = [0xFF, 0xD8, 0xFF, 0xE0]
        report.photos[1].visit?.overlay = "overlays/2026 03.jpg"
        let html = ClientPage.html(for: report)
        #expect(html.contains("<img src=\"data:image/jpeg;base64,/9j/4A==\" alt=\"Photo of 2 March 2026\""))
        #expect(
            html.contains("<a href=\"overlays/2026%2003.jpg\"><img src=\"overlays/2026%2003.jpg\" alt=\""))
        #expect(!html.contains("<img alt=\"\""))
    }

    @Test("A lost patch is ringed where it lies")
    func ring() {
        var report = course()
        report.photos[2].visit?.thumbnail = [1]
        report.findings = [
            Finding(
                code: "lost-patch", photo: report.photos[2].file, day: 3.9, severity: .attention,
                message: "Here.",
                centre: PixelPoint(x: 399.5, y: 299.5), areaSquareCentimetres: 1)
        ]
        #expect(ClientPage.html(for: report).contains("style=\"left:25%;top:25%;width:16.93%\""))
    }

    @Test("The verdict names what is off and says whom to show it to")
    func attentionVerdict() {
        let summary = ReportSummary(course())
        #expect(summary.level == .attention)
        #expect(
            summary.verdict == "On day 9: more redness than expected. Please show this to your practitioner.")
    }

    @Test("Where all is as expected, the verdict says so, and names a newer photo that can't be compared")
    func calmVerdict() {
        let calm = ReportSummary(SampleCourse(days: [-2.9, 0.1, 3.9, 8.9]).report(client: "a", name: nil))
        #expect(calm.level == .asExpected)
        let pale =
            " A pale or uneven look is expected on these days and passes: wait for week 6 before judging the colour."
        #expect(calm.verdict == "On day 9 everything that could be compared is as expected." + pale)
        let blurred = ReportSummary(
            SampleCourse(days: [-2.9, 0.1, 3.9, 8.9, 20], blurred: 4).report(client: "a", name: nil))
        #expect(
            blurred.verdict
                == "On day 9 everything that could be compared is as expected; the newest photo can’t be compared because the photo is too blurred."
                + pale
        )
    }

    @Test("A single photo says what could be compared, and no more")
    func singlePhoto() {
        var report = SampleCourse(days: [-2.9, 0.1, 3.9, 8.9]).report(client: "a", name: nil)
        for measure in [CurveMeasure.darkness, .coverage, .density] {
            report.photos[3].visit?.expectation.statuses[measure] = nil
        }
        #expect(
            ReportSummary(report).verdict
                == "On day 9 redness and scabs are as expected; the rest can be compared from the next photo on."
        )
    }

    @Test("What has passed is told as passed, and what stands says since when")
    func passedAndStanding() {
        var report = SampleCourse(days: [-2.9, 0.1, 3.9, 8.9, 20]).report(client: "a", name: nil)
        func finding(_ code: String) -> Finding {
            Finding(
                code: code, photo: report.photos[2].file, day: 3.9, severity: .attention, message: "Here.")
        }
        report.findings = [finding("redness-above-expected")]
        #expect(
            ReportSummary(report).verdict.hasSuffix("Seen earlier and no longer: more redness than expected.")
        )
        report.findings = [finding("lost-patch")]
        let standing = ReportSummary(report)
        #expect(standing.level == .attention)
        #expect(standing.verdict.contains("a place where dots have gone, first seen on 6 March 2026."))
    }

    @Test("A photo from before treatment that shows no region is calm about it")
    func before() {
        let html = ClientPage.html(for: course())
        #expect(html.contains("Taken before treatment: there is no pigment to measure yet."))
        #expect(!html.contains("no treated area"))
    }

    @Test("The lines on the photos are explained where there are any")
    func overlayLegend() {
        var report = course()
        for index in report.photos.indices { report.photos[index].visit?.overlay = nil }
        #expect(!ClientPage.html(for: report).contains("Edge of the treated area"))
        report.photos[2].visit?.overlay = "overlays/a.jpg"
        #expect(ClientPage.html(for: report).contains("Edge of the treated area"))
    }

    @Test("A value outside its range by chance is named, and alarms nobody")
    func chance() {
        var report = SampleCourse(days: [-2.9, 0.1, 3.9, 8.9]).report(client: "a", name: nil)
        report.photos[3].visit?.expectation.statuses[.coverage] = .above
        let summary = ReportSummary(report)
        #expect(summary.level == .note)
        #expect(summary.offTitles == ["Coverage: outside the expected range"])
        #expect(
            summary.verdict
                == "On day 9 coverage lies outside the expected range. A single photo can do that by chance: compare again with the next one."
        )
    }

    @Test("A photo from before the session is not what the verdict rests on")
    func beforeTheSession() {
        var report = SampleCourse(days: [-2.9]).report(client: "a", name: nil)
        report.photos[0].visit?.withheld = nil
        report.photos[0].visit?.expectation.statuses[.redness] = .asExpected
        #expect(ReportSummary(report).verdict.hasPrefix("These photos show the scalp before the session"))
    }

    @Test("A finding of an earlier photo that the newest no longer shows is not the verdict")
    func pastFinding() {
        let summary = ReportSummary(
            SampleCourse(days: [-2.9, 0.1, 3.9, 8.9, 20], lastingRedness: 8...10).report(
                client: "a", name: nil))
        #expect(summary.level == .asExpected)
        #expect(summary.current.isEmpty)
        #expect(summary.earlier.map(\.code) == ["redness-above-expected"])
    }

    @Test("A finding that is told once holds until its measure is as expected again")
    func toldOnce() {
        var report = SampleCourse(days: [-2.9, 0.1, 3.9, 8.9, 12], lastingRedness: 8...20).report(
            client: "a", name: nil)
        report.findings.removeLast()
        #expect(report.findings.map(\.day) == [8.9])
        let lasting = ReportSummary(report)
        #expect(
            lasting.verdict.hasPrefix("On day 12: more redness than expected, first seen on 11 March 2026."))
        report.photos[4].visit?.expectation.statuses[.redness] = .asExpected
        #expect(ReportSummary(report).current.isEmpty)
        // Lost dots don't come back by themselves.
        report.findings[0].code = "density-below-expected"
        #expect(ReportSummary(report).current.count == 1)
        // A later session is a new beginning.
        report.sessions.append(ReportSession(date: SampleReport.date(2026, 3, 12)))
        report.photos[4].visit?.day = 2
        #expect(ReportSummary(report).current.isEmpty)
    }

    @Test("Symptoms hold until weaker ones are noted")
    func symptoms() {
        var report = SampleCourse(days: [-2.9, 0.1, 3.9, 20]).report(client: "a", name: nil)
        report.findings = [
            Finding(
                code: "symptoms-longer-than-expected", photo: nil, day: 16, severity: .attention,
                message: "Itching.")
        ]
        let day = { (day: Int) in SampleReport.date(2026, 3, 2 + day) }
        report.symptoms = [ReportSymptom(date: day(16), itching: 5, tenderness: nil, note: nil)]
        #expect(ReportSummary(report).level == .attention)
        report.symptoms.append(ReportSymptom(date: day(19), itching: 1, tenderness: 0, note: nil))
        #expect(ReportSummary(report).level == .asExpected)
    }

    @Test("Without photos, sessions or dates the page still says what is the matter")
    func emptyReports() {
        #expect(ReportSummary(ClientReport(client: "x", method: "m")).verdict == "There are no photos yet.")
        var report = ClientReport(client: "x", method: "m")
        report.photos = [
            ReportPhoto(
                file: "a.jpg", sha256: "", width: 1, height: 1, taken: nil, dateSource: nil, warnings: [],
                outcome: .success(SampleMeasurement().value))
        ]
        #expect(ReportSummary(report).verdict.hasPrefix("No session is noted yet"))
        #expect(ClientPage.html(for: report).contains("11.8 ± 0.6\u{A0}EI"))
    }

    @Test("The words of a small report are those on record")
    func snapshot() throws {
        var text = ClientPage.html(for: course())
        for pattern in ["(?s)<style>.*?</style>", "(?s)<svg.*?</svg>"] {
            text = text.replacingOccurrences(of: pattern, with: "", options: .regularExpression)
        }
        text = text.replacingOccurrences(of: "<br>", with: " ")
        text = text.replacingOccurrences(of: "<[^>]*>", with: "\n", options: .regularExpression)
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            !$0.isEmpty
        }
        let found = lines.joined(separator: "\n") + "\n"
        let place = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Snapshots/client-report.txt")
        if ProcessInfo.processInfo.environment["SCALPLINE_RECORD"] != nil {
            try Data(found.utf8).write(to: place)
            Issue.record("The words were recorded; read them, and run again without SCALPLINE_RECORD.")
            return
        }
        #expect(found == (try String(contentsOf: place, encoding: .utf8)))
    }
}
