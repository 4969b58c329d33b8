import HealingCurve
import PhotoDecoding
import PhotoSeries
import ProgressReport
import Raster
import ScalpMeasurement
import ScalplineApp
import Testing

@Suite("Verdicts that new photos change, told from the earlier run")
struct EarlierRunTests {
    private static let start = WallClock(secondsSince1970: 1_772_452_800)

    /// What a small grey picture measures: a value of the room's own making.
    private static let blank: PhotoMeasurement = {
        let grey = Plane(width: 48, height: 48, repeating: 0.4)
        let survey = PhotoSurvey(
            of: Photo(image: RGBImage(red: grey, green: grey, blue: grey)), options: SurveyOptions())
        var measurement = survey.measurement(in: survey.regions, scale: nil)
        measurement.quality.problems = []
        return measurement
    }()

    private static func photo(
        _ file: String, day: Double, redness: CurveStatus, sha256: String? = nil
    ) -> ReportPhoto {
        var measurement = blank
        measurement.redness.difference = .known(Estimate(value: 3, standardError: 0.5))
        return ReportPhoto(
            file: file, sha256: sha256 ?? "sha of \(file)", width: 10, height: 10,
            taken: WallClock(secondsSince1970: start.secondsSince1970 + Int(day * 86_400)),
            dateSource: "exif", warnings: [], outcome: .success(measurement),
            visit: ReportVisit(
                day: day, chartDay: day, stage: .initialHealing,
                expectation: VisitExpectation(
                    bands: [.redness: ExpectedBand(low: 0, median: 1, high: 2)],
                    statuses: [.redness: redness]),
                registration: Registration(homography: .identity, overlap: 1, residualPixels: 0)))
    }

    private static func report(_ photos: [ReportPhoto]) -> ClientReport {
        ClientReport(
            client: "a", method: "scalpline 1", sessions: [ReportSession(date: start)], photos: photos)
    }

    /// The report as a run would write it after the one before.
    private func run(_ photos: [ReportPhoto], after earlier: ClientReport?) throws -> ClientReport {
        var report = Self.report(photos)
        if let earlier {
            let run = try #require(EarlierRun(reading: Array(RecordEncoder.series(earlier).utf8)))
            report.revised = run.revised(in: report)
        }
        return report
    }

    private let first = Self.photo("{ \"1\",\n}.jpg", day: 2, redness: .above)
    private let firstRevised = Self.photo("{ \"1\",\n}.jpg", day: 2, redness: .asExpected)
    private let second = Self.photo("2.jpg", day: 5.33333333, redness: .asExpected)
    private let third = Self.photo("3.jpg", day: 9, redness: .asExpected)

    @Test("A new photo that changes an earlier verdict is told, and only that verdict")
    func changed() throws {
        let before = try run([first, second], after: nil)
        let after = try run([firstRevised, second, third], after: before)
        #expect(
            after.revised == [
                RevisedVerdict(
                    photo: first.file, measure: .redness, before: .above, after: .asExpected)
            ])
    }

    @Test("Running again without new photos gives the same bytes, as often as one likes")
    func stable() throws {
        let before = try run([first, second], after: nil)
        let after = try run([firstRevised, second, third], after: before)
        var again = after
        for _ in 0..<3 {
            again = try run([firstRevised, second, third], after: again)
            #expect(RecordEncoder.series(again) == RecordEncoder.series(after))
        }
        // A photo less is no new photo: what still holds stays.
        let fewer = try run([firstRevised, third], after: again)
        #expect(fewer.revised == after.revised)
        #expect(try run([third], after: again).revised.isEmpty)
        #expect(try run([first, second, third], after: again).revised.isEmpty)
    }

    @Test("The next new photo begins a new list")
    func nextPhoto() throws {
        let before = try run([first, second], after: nil)
        let after = try run([firstRevised, second, third], after: before)
        let fourth = Self.photo("4.jpg", day: 20, redness: .asExpected)
        #expect(try run([firstRevised, second, third, fourth], after: after).revised.isEmpty)
    }

    @Test("What another curve changed is no photo's doing; the same curve from elsewhere is no other")
    func otherCurve() throws {
        func report(_ photos: [ReportPhoto], _ source: ReportCurve.Source, _ sha256: String) -> ClientReport {
            var report = Self.report(photos)
            report.curve = ReportCurve(source: source, sha256: sha256)
            return report
        }
        let earlier = RecordEncoder.series(report([first, second], .published, "a"))
        #expect(earlier.contains("\"expectedCurve\":{\"source\":\"published\",\"sha256\":\"a\"}"))
        let before = try #require(EarlierRun(reading: Array(earlier.utf8)))
        let photos = [firstRevised, second, third]
        #expect(before.revised(in: report(photos, .published, "b")).isEmpty)
        #expect(before.revised(in: report(photos, .file, "a")).count == 1)
        #expect(before.revised(in: Self.report(photos)).isEmpty)
    }

    @Test("What another method, date, file or plan changed is no photo's doing")
    func otherCauses() throws {
        let before = try run([first, second], after: nil)
        let moved = Self.photo(first.file, day: 3, redness: .asExpected)
        #expect(try run([moved, second, third], after: before).revised.isEmpty)
        let replaced = Self.photo(first.file, day: 2, redness: .asExpected, sha256: "other")
        #expect(try run([replaced, second, third], after: before).revised.isEmpty)
        var otherMethod = before
        otherMethod.method = "scalpline 0"
        #expect(try run([firstRevised, second, third], after: otherMethod).revised.isEmpty)
        var otherPlan = before
        otherPlan.targetDensity = 120
        #expect(try run([firstRevised, second, third], after: otherPlan).revised.isEmpty)
    }

    @Test("What cannot be read is no earlier run")
    func unreadable() throws {
        let text = RecordEncoder.series(try run([first, second], after: nil))
        #expect(EarlierRun(reading: Array(text.utf8)) != nil)
        let bad = [
            "", "\n", "{}", "[]\n", "not json }\n", String(text.dropLast(40)),
            text.replacing("scalpline.series/1", with: "scalpline.series/9"),
            text.replacing("\"revised\":[]", with: "\"revised\":[\n  {\"photo\":1}\n ]"),
        ]
        for text in bad { #expect(EarlierRun(reading: Array(text.utf8)) == nil, "\(text.prefix(40))") }
        // Every place at which a file may have been cut off.
        let bytes = Array(text.utf8)
        for length in 0..<(bytes.count - 1) { _ = EarlierRun(reading: Array(bytes.prefix(length))) }
    }
}
