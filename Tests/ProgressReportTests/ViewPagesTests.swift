import Foundation
import HealingCurve
import ProgressReport
import ScalpMeasurement
import Testing

@Suite("Views on the client's page: visits over one another, dots kept and lost, charts")
struct ViewPagesTests {
    private static let hostile = "\"><script>alert('x')</script>"

    private func course() -> ClientReport {
        SampleCourse(days: [-2.9, 0.1, 2.9, 8.9, 28, 90]).report(client: "ben", name: "Ben")
    }

    private func view(_ report: ClientReport, name: String = "main", photos: [Int]) -> ReportView {
        ReportView(
            name: name, anchor: report.photos[photos[0]].file, charts: report.charts,
            forecast: report.forecast,
            visits: photos.count < 2
                ? []
                : photos.map {
                    AlignedVisit(
                        photo: report.photos[$0].file, picture: [0xFF, 0xD8, UInt8($0)], width: 640,
                        height: 480)
                },
            map: DotMap(
                photo: report.photos[photos[photos.count - 1]].file, picture: [0xFF, 0xD8, 0xFF],
                width: 1_000,
                height: 800,
                counts: [
                    DotMap.Count(session: 0, kept: 3_400, lost: 300, unseen: 200),
                    DotMap.Count(session: nil, kept: 10, lost: 2, unseen: 0),
                ],
                patches: [
                    DotMap.Patch(
                        x: 250, y: 600, radius: 90, areaSquareCentimetres: 1.234,
                        photo: report.photos[photos[0]].file)
                ]))
    }

    private func count(_ text: String, in page: String) -> Int {
        page.components(separatedBy: text).count - 1
    }

    @Test("one button a visit, each with its label and its figure; the newest is shown first; no script")
    func stepper() {
        var report = course()
        report.views = [view(report, photos: [1, 2, 3, 4, 5])]
        let html = ClientPage.html(for: report)
        #expect(count("<input type=\"radio\" name=\"visit-0\"", in: html) == 5)
        #expect(html.contains("id=\"visit-0-4\" checked><label for=\"visit-0-4\">"))
        #expect(count("id=\"visit-0-", in: html) == 5 && count(" checked>", in: html) == 2)
        // Every label leads to a button that is there.
        for part in html.components(separatedBy: "<label for=\"").dropFirst() {
            let name = part.prefix { $0 != "\"" }
            #expect(html.contains("id=\"\(name)\""), "\(name)")
        }
        #expect(html.contains("<b>11 March 2026</b> · day 9 · Initial healing</figcaption>"))
        #expect(!html.contains("<script") && !html.contains("onclick"))
        // On paper: the first, the first of each stage, the newest; the second photo of the first days is not.
        #expect(count("<figure class=\"key", in: html) == 4)
        #expect(count("<figure class=\"key first\"", in: html) == 1)
        // Photo 0 is not over the others, and the page says why.
        report.photos[0].visit?.registration.homography = nil
        report.photos[0].visit?.registration.reason = .tooFewDots
        let told = ClientPage.html(for: report)
        #expect(
            told.contains("Not laid over the others: 27 February 2026, because too few dots can be seen."))
    }

    @Test("dots are counted in a sentence, the legend adds up, and a lost patch has its area and day")
    func dots() {
        var report = course()
        report.views = [view(report, photos: [2, 5])]
        let html = ClientPage.html(for: report)
        #expect(
            html.contains(
                "<p>Of 3,912 dots that these photos know, 3,410 are still there on 31 May 2026; 302 can no longer "
                    + "be seen; 200 lie where that photo does not show the skin.</p>"))
        #expect(html.contains("Dot that is still there (3,410)"))
        #expect(html.contains("Open: can no longer be seen (302)"))
        #expect(html.contains(">1.2\u{A0}cm², since day 3</span>"))
        #expect(html.contains("first seen on 5 March 2026, day 3."))
        #expect(html.contains("cx=\"250\" cy=\"600\" r=\"90\""))
        report.views[0].map?.counts = [
            DotMap.Count(session: 0, kept: 5, lost: 0, unseen: 0),
            DotMap.Count(session: 2, kept: 7, lost: 0, unseen: 0),
            DotMap.Count(session: nil, kept: 2, lost: 0, unseen: 0),
        ]
        let several = ClientPage.html(for: report)
        #expect(
            several.contains(
                "Of 14 dots that these photos know, 14 are still there on 31 May 2026; none has gone."))
        #expect(several.contains("made by session 1 (5)") && several.contains("made by session 3 (7)"))
        #expect(several.contains("session not known (2)") && !several.contains("Open: can no longer"))
    }

    @Test("several views have headings and charts of their own photos; one view has no heading")
    func severalViews() {
        var report = course()
        let charts = count("<svg class=\"chart\"", in: ClientPage.html(for: report))
        report.views = [view(report, photos: [0, 1, 2, 3, 4, 5])]
        let one = ClientPage.html(for: report)
        #expect(!one.contains("View: ") && count("<svg class=\"chart\"", in: one) == charts)
        for index in [1, 3, 5] { report.photos[index].visit?.view = "crown" }
        for index in [0, 2, 4] { report.photos[index].visit?.view = Self.hostile }
        report.views = [
            view(report, name: "crown", photos: [1, 3, 5]), view(report, name: Self.hostile, photos: [2]),
        ]
        let two = ClientPage.html(for: report)
        #expect(two.contains("View: <bdi>crown</bdi></h2>"))
        #expect(two.contains("View: <bdi>&quot;&gt;&lt;script&gt;"))
        #expect(!two.contains("<script"))
        #expect(count("name=\"visit-0\"", in: two) == 3 && !two.contains("name=\"visit-1\""))
        #expect(report.points(of: .redness, inView: "crown").count == 3)
        #expect(report.points(of: .redness).count == 6)
        // The symptoms are the client's and stand once.
        #expect(count("Filled circles: itching", in: two) == 1)
        for tag in ["section", "div", "figure", "ul", "label", "svg", "span", "figcaption"] {
            let opened = count("<\(tag)>", in: two) + count("<\(tag) ", in: two)
            #expect(opened == count("</\(tag)>", in: two), "\(tag)")
        }
    }

    @Test("a view of one photo has no pictures over one another")
    func single() {
        var report = course()
        report.views = [ReportView(name: "main", anchor: report.photos[1].file, charts: report.charts)]
        let html = ClientPage.html(for: report)
        #expect(!html.contains("The same place at every visit") && !html.contains("Dots kept and lost"))
    }
}
