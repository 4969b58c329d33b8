import Foundation
import HealingCurve
import PhotoDecoding
import ProgressReport
import Raster
import ScalpMeasurement
import ScalplineApp
import Testing

@Suite("Pages in German")
struct GermanPagesTests {
    private static let german = Languages.german

    /// Words that stand in many English sentences and in no German one.
    private static let englishWords: Set<String> = [
        "the", "of", "and", "is", "are", "it", "not", "with", "from", "for", "to", "that", "this", "by", "or",
        "be",
        "day", "days", "week", "weeks", "month", "months", "year", "years", "photo", "photos", "session",
        "sessions",
        "expected", "compared", "range", "redness", "darkness", "coverage", "density", "scabs", "dots",
        "skin",
        "scalp", "value", "values", "visit", "before", "after", "on", "your", "you", "please", "none", "seen",
        "above", "below", "as", "than", "newest", "first", "last", "likely", "touch-up", "client", "clients",
        "itching", "tenderness", "fresh", "healing", "settling", "care", "between", "because",
    ]

    /// Reports that show nearly all there is to say.
    private func reports() -> [ClientReport] {
        var two = SampleCourse(
            days: [-1, 0.2, 3, 8, 13.8, 14.2, 21, 30, 44], lastingRedness: 8...50, blurred: 8,
            sessions: [0, 14]
        ).report(client: "carla", name: "Carla")
        let codes = [
            "darkness-above-expected", "darkness-below-expected", "density-below-expected", "lost-patch",
            "edge-thinning", "fading-faster-than-expected", "tone-drift", "scabs-longer-than-expected",
            "symptoms-longer-than-expected", "something-new",
        ]
        let evidence = [
            "lost": 61, "known": 74, "areaSquareCentimetres": 1.234, "scabShare": 0.3, "scabDay": 5,
            "drift": -0.1,
            "lostAtEdge": 0.2, "lostInside": 0.1, "probability": 0.97, "fadingPerYear": 0.3,
        ]
        two.findings += codes.map { code in
            Finding(
                code: code, photo: two.photos[7].file, day: 16, severity: .attention,
                message: code == "something-new" ? "" : "In English.", evidence: evidence,
                centre: PixelPoint(x: 900, y: 500))
        }
        two.findings.append(
            Finding(
                code: "photo-not-comparable", photo: two.photos[8].file, day: 30, severity: .note,
                message: "In English.", reasons: Reason.allCases))
        two.revised = [
            RevisedVerdict(photo: two.photos[3].file, measure: .scabs, before: .above, after: .notComparable)
        ]
        two.photos[8].dateSource = "filetime"
        for (index, warning) in PhotoWarning.allCases.enumerated() {
            two.photos[index + 1].warnings = [warning]
        }
        for code in ["truncated", "corrupt", "unheard-of"] {
            two.photos.append(
                ReportPhoto(
                    file: "\(code).jpg", sha256: "", width: 0, height: 0, taken: nil, dateSource: nil,
                    warnings: [],
                    outcome: .failure(PhotoFailure(code: code, message: "It is in English."))))
        }
        two.views = ["main", "crown"].enumerated().map { index, name in
            ReportView(
                name: name, anchor: two.photos[1].file, charts: two.charts, forecast: two.forecast,
                visits: [1, 2, 3].map {
                    AlignedVisit(
                        photo: two.photos[$0].file, picture: [0xFF, 0xD8], width: 64, height: 48,
                        isMirrored: $0 == 2)
                },
                map: DotMap(
                    photo: two.photos[3].file, picture: [0xFF, 0xD8], width: 100, height: 80,
                    counts: [
                        DotMap.Count(session: 0, kept: 3_400, lost: 300, unseen: 200),
                        DotMap.Count(session: index == 0 ? 1 : nil, kept: 10, lost: 2, unseen: 0),
                    ],
                    patches: [
                        DotMap.Patch(
                            x: 25, y: 60, radius: 9, areaSquareCentimetres: 1.234, photo: two.photos[1].file)
                    ]))
        }
        let long = SampleCourse().report(client: "anna", name: "Anna")
        var assumed = SampleCourse(days: [0.1, 3.9]).report(client: "dina", name: nil)
        assumed.sessionsAssumed = true
        assumed.forecast = nil
        assumed.forecastReason = .noSession
        let early = SampleCourse(days: [-2.9]).report(client: "emil", name: nil)
        let none = ClientReport(client: "leer", method: "scalpline 0.1.0")
        let calm = [2.4, 8.9, 20].map {
            SampleCourse(days: [-2.9, 0.1, 1.2, $0]).report(client: "fritz", name: nil)
        }
        return [two, long, assumed, early, none] + calm
    }

    /// What a person reads or hears of a page, without names from outside.
    private func words(_ page: String) -> String {
        var told: [String] = []
        var text = page
        for pattern in [
            "(?s)<style>.*?</style>", "(?s)<script>.*?</script>", "(?s)<bdi>.*?</bdi>",
            "<a href=\"curve.csv\">curve.csv</a>",
            "scalpline 0.1.0", "[-0-9a-z]+\\.jpg",
        ] {
            text = text.replacingOccurrences(of: pattern, with: " ", options: .regularExpression)
        }
        for match in text.matches(
            of:
                /(alt|aria-label|title|placeholder|data-(label|date|all|shown|count|overdue|now|touch))="([^"]*)"/
        ) {
            told.append(String(match.3))
        }
        told.append(text.replacingOccurrences(of: "<[^>]*>", with: " ", options: .regularExpression))
        return told.joined(separator: " ")
    }

    private func english(in page: String) -> [String] {
        let all = words(page).lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
        return Set(all).intersection(Self.englishWords).sorted()
    }

    @Test("No English word is left on a client's page")
    func clientPages() {
        for report in reports() {
            let page = ClientPage.html(for: report, language: Self.german)
            #expect(english(in: page) == [], "\(report.client)")
            #expect(page.contains("<html lang=\"de\">") && !page.contains("In English"))
            #expect(page.contains("<title>\(report.displayName ?? report.client) – Verlaufsbericht</title>"))
        }
        // The list of words finds English where it is.
        #expect(english(in: ClientPage.html(for: reports()[1], language: Languages.english)).count > 40)
    }

    @Test("No English word is left on the page of all clients")
    func overview() {
        let stray = ReportPhoto(
            file: "loose.jpg", sha256: "", width: 0, height: 0, taken: nil, dateSource: nil, warnings: [],
            outcome: .failure(PhotoFailure(code: "no-client", message: "It is in English.")))
        let page = OverviewPage.html(
            clients: reports(), strays: [stray], method: "scalpline 0.1.0", language: Self.german)
        #expect(english(in: page) == [])
        #expect(page.contains("<h1>Alle Kunden</h1>") && page.contains("1 Foto ohne Kunden"))
    }

    @Test("The words of a clinic stand in the sentence on the intended use alone")
    func noClinic() {
        for (tag, loaded) in Languages.builtIn {
            let language = loaded.language
            let page = reports().map { ClientPage.html(for: $0, language: language) }.joined()
            let rest = page.replacingOccurrences(of: language.report.intendedUse, with: "").lowercased()
            for word in [
                "diagnos", "abnormal", "anormal", "infektion", "infection", "krankheit", "disease",
                "patholog",
                "entzünd", "therap", "patient",
            ] {
                #expect(!rest.contains(word), "\(tag): \(word)")
            }
        }
    }
}
