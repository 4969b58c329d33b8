import HealingCurve
import PhotoDecoding
import ProgressReport
import SteadyMath

/// Made-up reports that try what a printed one must stand.
enum PaperSamples {
    /// A report with who hands it out and in which language.
    struct Sample: Sendable {
        var name: String
        var report: ClientReport
        var studio = Studio()
        var language = english
    }

    /// A name of 200 characters.
    static let longName = String(
        "Dr. Anna-Katharina Wolfeschlegelsteinhausenbergerdorff de la Fuente y Montenegro von und zu Hohenlohe-"
            .appending(
                "Waldenburg-Schillingsfürst, née Featherstonehaugh-Cholmondeley of Llanfairpwllgwyngyll "
            )
            .appending("the Younger of Everywhere").prefix(200))
    static let hebrewName = "יעל בן־דוד"
    static let arabicName = "بنيامين الحداد"

    /// Who hands the samples out.
    static var studio: Studio {
        var studio = Studio()
        studio.name = "Haarlinie Studio Berlin"
        studio.contact = ["Torstraße 112, 10119 Berlin", "+49 30 1234567 · haarlinie.example"]
        studio.accent = Studio.Colour(red: 0x1F, green: 0x4E, blue: 0x79)
        let logo = picture(width: 240, height: 120, seed: 3, dots: 0)
        studio.logo = Studio.Logo(bytes: logo, width: 240, height: 120, isPNG: false)
        return studio
    }

    /// All of them.
    static let all: [Sample] = {
        var long = Sample(name: "long-name", report: client(longName))
        long.studio = studio
        var letter = Sample(name: "letter", report: client("Ben"))
        letter.studio = studio
        letter.studio.paper = .letter
        var two = SampleCourse(
            days: [-1, 0.2, 3, 8, 13.8, 14.2, 21, 30, 44], lastingRedness: 15...40, blurred: 8,
            sessions: [0, 14])
        two.thumbnail = picture(seed: 5)
        var views = Sample(name: "two-views", report: withViews(two.report(client: "carla", name: "Carla")))
        views.studio = studio
        var german = Sample(name: "german", report: client("Günther Öztürk", seed: 4))
        german.language = germanForPaper
        german.studio = studio
        return [
            long, german, Sample(name: "hebrew", report: client(hebrewName)),
            Sample(name: "arabic-emoji", report: client(arabicName + " 🌿👩‍👩‍👧😀 (2)")),
            Sample(name: "no-photos", report: client("Dora", days: [])),
            Sample(name: "one-photo", report: client("Emil", days: [0.1])),
            Sample(
                name: "sixty-photos", report: client("Fay", days: (0..<60).map { Double($0 * $0) / 9 + 0.1 })),
            letter, views, Sample(name: "no-scale", report: client("Gil", hasScale: false)), failed,
        ]
    }()

    /// A client whose file is broken.
    static var failed: Sample {
        Sample(
            name: "failed",
            report: ClientReport(
                client: "erik", method: "scalpline 0.1.0",
                failure: PhotoFailure(
                    code: "bad-client-file",
                    message: "client.yaml, line 3: the key “sesions” is not known. Did you mean “sessions”?"))
        )
    }

    /// A client of one view.
    static func client(
        _ name: String, days: [Double]? = nil, hasScale: Bool = true, seed: Int = 1
    ) -> ClientReport {
        var course = SampleCourse()
        if let days { course.days = days }
        course.thumbnail = picture(seed: seed)
        var report = course.report(client: "client-\(seed)", name: name)
        if !hasScale {
            for index in report.photos.indices {
                guard case .success(var measurement) = report.photos[index].outcome else { continue }
                measurement.scale = nil
                report.photos[index].outcome = .success(measurement)
            }
        }
        if days?.count ?? 2 < 2 { (report.forecastHistory, report.foretoldCharts) = ([], [:]) }
        if days?.isEmpty == true { (report.forecast, report.charts) = (nil, [:]) }
        report.views = [view("main", of: report, photos: Array(report.photos.indices))]
        return report
    }

    private static func withViews(_ report: ClientReport) -> ClientReport {
        var report = report
        for index in report.photos.indices where index % 3 == 2 { report.photos[index].visit?.view = "crown" }
        func indices(_ name: String) -> [Int] {
            report.photos.indices.filter { report.photos[$0].visit?.view == name }
        }
        report.views = ["main", "crown"].map { view($0, of: report, photos: indices($0)) }
        return report
    }

    private static func view(_ name: String, of report: ClientReport, photos: [Int]) -> ReportView {
        let shown = photos.count > 24 ? (0..<24).map { photos[$0 * (photos.count - 1) / 23] } : photos
        return ReportView(
            name: name, anchor: shown.first.map { report.photos[$0].file }, charts: report.charts,
            foretoldCharts: report.foretoldCharts, forecast: report.forecast,
            forecastHistory: report.forecastHistory,
            visits: shown.count < 2
                ? []
                : shown.map {
                    AlignedVisit(
                        photo: report.photos[$0].file, picture: picture(width: 640, height: 470, seed: $0),
                        width: 640, height: 470)
                },
            map: shown.count < 2
                ? nil
                : DotMap(
                    photo: report.photos[shown[shown.count - 1]].file,
                    picture: picture(width: 1_280, height: 900, seed: 9, dots: 900), width: 1_280,
                    height: 900,
                    counts: [
                        DotMap.Count(session: 0, kept: 3_400, lost: 300, unseen: 200),
                        DotMap.Count(session: nil, kept: 10, lost: 2, unseen: 0),
                    ],
                    patches: [
                        DotMap.Patch(
                            x: 350, y: 600, radius: 90, areaSquareCentimetres: 1.234,
                            photo: report.photos[shown[0]].file)
                    ]))
    }

    /// A JPEG of something like skin with dots.
    static func picture(width: Int = 480, height: Int = 360, seed: Int, dots: Int = 500) -> [UInt8] {
        var random = SeededRandom(seed: UInt64(seed + 1))
        var rgb: [UInt8] = []
        rgb.reserveCapacity(3 * width * height)
        for y in 0..<height {
            for x in 0..<width {
                let light = 0.8 + 0.2 * Double(x + y) / Double(width + height) + 0.03 * random.normal()
                for share in [224.0, 172, 146] { rgb.append(UInt8(min(max(share * light, 0), 255))) }
            }
        }
        for _ in 0..<dots {
            let x = min(max(Int((0.5 + 0.22 * random.normal()) * Double(width)), 2), width - 3)
            let y = min(max(Int((0.5 + 0.22 * random.normal()) * Double(height)), 2), height - 3)
            for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                for channel in 0..<3 { rgb[3 * ((y + dy) * width + x + dx) + channel] /= 2 }
            }
        }
        return PictureEncoder.jpeg(rgb: rgb, width: width, height: height, quality: 80) ?? []
    }
}
