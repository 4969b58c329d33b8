import Foundation
import HealingCurve
import PhotoSeries
import ProgressReport
import Raster
import ScalpMeasurement
import Testing

@Suite("The records of photos and series")
struct RecordEncoderTests {
    private func parsed(_ text: String) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(value as? [String: Any])
    }

    private func member(_ name: String, of object: [String: Any]) throws -> [String: Any] {
        try #require(object[name] as? [String: Any])
    }

    @Test("A photo's record has the contract's fields in the contract's order")
    func photoRecord() throws {
        var measures = SampleMeasurement()
        measures.dots = [
            Dot(
                position: PixelPoint(x: 10.126, y: 20.1249), diameterInPixels: 5.5, opticalDensity: 0.47049,
                loadInSquarePixels: 12.345678)
        ]
        let line = RecordEncoder.line(
            for: SampleReport.photo(measures: measures), method: "scalpline 0.1.0", dots: true)
        #expect(
            line == """
                {"schema":"scalpline.photo/1","method":"scalpline 0.1.0","file":"2026-03-10.jpg","sha256":"\
                \(String(repeating: "ab", count: 32))","width":1600,"height":1200,"taken":"2026-03-10T10:30:00",\
                "dateSource":"exif","pixelsPerMillimetre":20,"scaleSource":"client","quality":{"usable":true,\
                "problems":[],"blurPixels":0.912,"clippedFraction":0.00123,"glareFraction":0.002,\
                "lightGradient":0.12,"skinFraction":0.93},"warnings":["no-colour-profile"],"redness":\
                {"value":11.8123,"standardError":0.6123,"erythemaIndex":34.3,"referenceErythemaIndex":22.5,\
                "deltaA":4.9,"individualTypologyAngle":38.1},"darkness":{"pigmentLoad":0.031235,\
                "standardError":0.001235,"opticalDensity":0.47,"opticalDensityStandardError":0.01,"tone":0.012,\
                "toneStandardError":0.004},"coverage":{"value":0.0367,"standardError":0.001},"density":\
                {"value":118.3,"standardError":1.9,"unit":"dots/cm2","count":4211,"areaSquareCentimetres":35.6},\
                "scabs":{"areaFraction":0.011,"standardError":0.002,"count":4},\
                "dots":[[10.13,20.12,5.5,0.47,0.030864]]}
                """)
        #expect(try parsed(line)["schema"] as? String == "scalpline.photo/1")
    }

    @Test("Dots are listed only when asked for, and as a list even when there are none")
    func dotsOnDemand() throws {
        let photo = SampleReport.photo()
        let without = try parsed(RecordEncoder.line(for: photo, method: "m", dots: false))
        let with = try parsed(RecordEncoder.line(for: photo, method: "m", dots: true))
        #expect(without["dots"] == nil)
        #expect((with["dots"] as? [Any])?.isEmpty == true)
    }

    @Test("Values that are not known are null with a reason beside them")
    func unknownValues() throws {
        var measures = SampleMeasurement()
        measures.scale = nil
        measures.redness = .unknown(.noReference)
        measures.darkness = .unknown(.tooFewDots)
        measures.opticalDensity = .unknown(.tooFewDots)
        measures.tone = .unknown(.tooFewDots)
        measures.density = .unknown(.noTreatedRegion)
        let record = try parsed(
            RecordEncoder.line(for: SampleReport.photo(measures: measures), method: "m", dots: false))
        let redness = try member("redness", of: record)
        #expect(redness["value"] is NSNull)
        #expect(redness["standardError"] is NSNull)
        #expect(redness["deltaA"] is NSNull)
        #expect(redness["erythemaIndex"] as? Double == 34.3)
        #expect(redness["reason"] as? String == "no-reference")
        let darkness = try member("darkness", of: record)
        #expect(darkness["pigmentLoad"] is NSNull && darkness["opticalDensity"] is NSNull)
        #expect(darkness["reason"] as? String == "too-few-dots")
        let density = try member("density", of: record)
        #expect(density["areaSquareCentimetres"] is NSNull)
        #expect(density["areaMegapixels"] as? Double == 1.424)
        #expect(density["unit"] as? String == "dots/Mpx")
        #expect(density["reason"] as? String == "no-treated-region")
        #expect(density["count"] as? Int == 4_211)
        #expect(record["pixelsPerMillimetre"] is NSNull && record["scaleSource"] is NSNull)
    }

    @Test("A photo that could not be read is a record with an error")
    func failedPhoto() throws {
        let photo = ReportPhoto(
            file: "x\u{1}\"\\\n.jpg", sha256: "", width: 0, height: 0, taken: nil, dateSource: nil,
            warnings: [],
            outcome: .failure(PhotoFailure(code: "truncated", message: "Ends early: send it again.")))
        let line = RecordEncoder.line(for: photo, method: "m", dots: true)
        let record = try parsed(line)
        #expect(!line.contains("\n"))
        #expect(record["file"] as? String == "x\u{1}\"\\\n.jpg")
        #expect(try member("error", of: record)["code"] as? String == "truncated")
        #expect(record["redness"] == nil)
    }

    @Test("A series has the contract's fields")
    func series() throws {
        var report = SampleReport.report(photos: [SampleReport.photo()])
        report.tracks = [
            TrackPoint(
                track: 0, photo: 0, position: PixelPoint(x: 1, y: 2),
                load: Estimate(value: 12, standardError: 1), state: .seen, session: 0)
        ]
        report.findings = [
            Finding(
                code: "lost-patch", photo: "2026-03-10.jpg", day: 7.9375, severity: .attention,
                message: "A place.",
                evidence: ["lost": 20, "known": 30], centre: PixelPoint(x: 5.004, y: 6),
                areaSquareCentimetres: 1.25)
        ]
        let series = try parsed(RecordEncoder.series(report))
        #expect(series["schema"] as? String == "scalpline.series/1")
        #expect(series["client"] as? String == "anna")
        #expect(series["dotTracks"] as? String == "dot-tracks.csv")
        let session = try #require((series["sessions"] as? [[String: Any]])?.first)
        #expect(session["date"] as? String == "2026-03-02")

        let photo = try #require((series["photos"] as? [[String: Any]])?.first)
        #expect(photo["view"] as? String == "main")
        #expect(photo["day"] as? Double == 7.9375)
        #expect(photo["stage"] as? String == "initial-healing")
        #expect(photo["dots"] is [Any])
        #expect(try member("relativeDarkness", of: photo)["value"] as? Double == 0.71)
        let share = try #require((photo["bySession"] as? [[String: Any]])?.first)
        #expect(share["dotsMade"] as? Int == 4_630)
        #expect(try member("visibleShare", of: share)["value"] as? Double == 0.88)
        let expected = try member("expected", of: photo)
        #expect(expected.keys.sorted() == ["coverage", "darkness", "density", "redness", "scabs"])
        let redness = try member("redness", of: expected)
        #expect(redness["high"] as? Double == 2.4 && redness["status"] as? String == "above")
        #expect(redness["reason"] is NSNull)
        let scabs = try member("scabs", of: expected)
        #expect(scabs["low"] is NSNull && scabs["status"] as? String == "not-comparable")
        #expect(scabs["reason"] as? String == "no-earlier-photo")

        let registration = try #require((series["registration"] as? [[String: Any]])?.first)
        #expect((registration["homography"] as? [Double]) == [1, 0, 0, 0, 1, 0, 0, 0, 1])
        #expect(
            registration.keys.sorted() == [
                "homography", "mirrored", "overlap", "photo", "reason", "residualPixels", "view", "warp",
            ])
        let finding = try #require((series["findings"] as? [[String: Any]])?.first)
        #expect(finding["severity"] as? String == "attention")
        #expect(finding["centre"] as? [Double] == [5, 6])
        #expect(finding["areaSquareCentimetres"] as? Double == 1.25)
        let touchUp = try member("touchUp", of: try member("forecast", of: series))
        #expect(touchUp["from"] as? String == "2027-11-02")
        #expect(try member("forecast", of: series)["reason"] is NSNull)
    }

    @Test("The forecast's history has an entry a photo, and revised verdicts are listed")
    func historyAndRevised() throws {
        var report = SampleCourse(days: [-2.9, 0.1, 3.9, 8.9]).report(client: "a", name: nil)
        report.revised = [
            RevisedVerdict(photo: "a.jpg", measure: .density, before: .above, after: .notComparable)
        ]
        let series = try parsed(RecordEncoder.series(report))
        let forecast = try member("forecast", of: series)
        let history = try #require(forecast["history"] as? [[String: Any]])
        #expect(history.map { $0["photo"] as? String } == report.forecastHistory.map(\.photo))
        #expect(history.map { $0["day"] as? Double } == [0.1, 3.9, 8.9])
        #expect(try member("settledDarkness", of: history[0]).keys.sorted() == ["high", "low", "median"])
        #expect(try member("touchUp", of: history[0])["to"] as? String == "2032-06-18")
        #expect(
            (series["revised"] as? [[String: String]]) == [
                ["photo": "a.jpg", "measure": "density", "before": "above", "after": "not-comparable"]
            ])
        #expect(series["curve"] as? String == "curve.csv")
        report.forecast = nil
        let none = try member("forecast", of: try parsed(RecordEncoder.series(report)))
        #expect((none["history"] as? [Any])?.isEmpty == true)
        #expect(try parsed(RecordEncoder.series(ClientReport(client: "x", method: "m")))["curve"] is NSNull)
    }

    @Test("A withheld photo keeps its values and loses its verdicts")
    func withheldVerdicts() throws {
        var photo = SampleReport.photo()
        photo.visit?.withheld = .blurred
        let series = try parsed(RecordEncoder.series(SampleReport.report(photos: [photo])))
        let record = try #require((series["photos"] as? [[String: Any]])?.first)
        #expect(try member("redness", of: record)["value"] as? Double == 11.8123)
        let redness = try member("redness", of: try member("expected", of: record))
        #expect(redness["status"] as? String == "not-comparable")
        #expect(redness["reason"] as? String == "blurred")
        #expect(redness["low"] as? Double == -0.9)
    }

    @Test("Without anything to foretell from, the forecast is null with its reason")
    func emptySeries() throws {
        var report = ClientReport(client: "=1+1", method: "m")
        report.forecastReason = .noSession
        let series = try parsed(RecordEncoder.series(report))
        let forecast = try member("forecast", of: series)
        #expect(forecast["touchUp"] is NSNull && forecast["reason"] as? String == "no-session")
        #expect(series["client"] as? String == "=1+1")
        #expect((series["photos"] as? [Any])?.isEmpty == true)
    }

    @Test("The latest session is the one the day counts from")
    func latestSession() {
        var report = SampleReport.report(photos: [SampleReport.photo()])
        report.sessions.append(ReportSession(date: SampleReport.date(2026, 3, 16)))
        var photo = SampleReport.photo()
        #expect(report.latestSession(of: photo) == 0)
        photo.visit?.chartDay = 14.1
        photo.visit?.day = 0.1
        #expect(report.latestSession(of: photo) == 1)
        // A photo of the session's morning, after it: held at day 0.
        photo.visit?.chartDay = 13.9
        photo.visit?.day = 0
        #expect(report.latestSession(of: photo) == 1)
        photo.visit?.day = -0.1
        #expect(report.latestSession(of: photo) == nil)
    }
}
