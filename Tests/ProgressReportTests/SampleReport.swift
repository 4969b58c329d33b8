import HealingCurve
import PhotoDecoding
import PhotoSeries
import ProgressReport
import Raster
import ScalpMeasurement

/// Made-up reports, close to what a real client's look like.
enum SampleReport {
    /// A date that is known to exist.
    static func date(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 12, _ minute: Int = 0) -> WallClock
    {
        guard let date = WallClock(year: year, month: month, day: day, hour: hour, minute: minute) else {
            preconditionFailure("no such date")
        }
        return date
    }

    /// One photo of day 7.9375 with everything known, on the first of the report's sessions.
    static func photo(
        file: String = "2026-03-10.jpg", measures: SampleMeasurement = SampleMeasurement(),
        day: Double = 7.9375,
        statuses: [CurveMeasure: CurveStatus] = [.redness: .above, .darkness: .asExpected]
    ) -> ReportPhoto {
        let start = date(2026, 3, 2)
        let taken = WallClock(secondsSince1970: start.secondsSince1970 + Int((day * 86_400).rounded()))
        let stage: HealingStage =
            day < 0
            ? .before
            : day < 4 ? .immediateCare : day < 15 ? .initialHealing : day < 43 ? .settling : .longTerm
        return ReportPhoto(
            file: file, sha256: String(repeating: "ab", count: 32), width: 1_600, height: 1_200, taken: taken,
            dateSource: "exif", warnings: [.noColourProfile], outcome: .success(measures.value),
            visit: ReportVisit(
                day: day, chartDay: day, stage: stage,
                expectation: VisitExpectation(
                    bands: [
                        .redness: ExpectedBand(low: -0.9, median: 0.6, high: 2.4),
                        .darkness: ExpectedBand(low: 0.55, median: 0.7, high: 0.85),
                    ], statuses: statuses,
                    relativeDarkness: [CurveValue(value: 0.71, standardError: 0.02)]),
                sessionShares: [
                    SessionShare(
                        dotsMade: 4_630, load: Estimate(value: 12.5, standardError: 0.2),
                        visibleShare: Estimate(value: 0.88, standardError: 0.01))
                ],
                registration: Registration(
                    homography: .identity, overlap: 0.98765, residualPixels: 0.41234)))
    }

    /// A report of one session and the given photos.
    static func report(client: String = "anna", name: String? = "Anna", photos: [ReportPhoto]) -> ClientReport
    {
        ClientReport(
            client: client, displayName: name, method: "scalpline 0.1.0",
            sessions: [ReportSession(date: date(2026, 3, 2), details: ["pointillism", "3RL"])],
            photos: photos,
            forecast: CurveForecast(
                settledDarkness: ExpectedBand(low: 0.42, median: 0.55, high: 0.71),
                touchUp: ExpectedBand(low: 610, median: 1_050, high: 2_300)))
    }
}
