import HealingCurve
import PhotoDecoding
import PhotoSeries
import ProgressReport
import Raster
import ScalpMeasurement
import SteadyMath

/// A made-up client over a year, with values near the expected curve.
struct SampleCourse {
    /// Days of the photos after the first session; negative before it.
    var days: [Double] = [-2.9, 0.1, 1.9, 3.9, 6.9, 9.9, 13.9, 27.9, 44.9, 90.9, 182.9, 364.9]
    /// Redness above the curve from this day on.
    var lastingRedness: ClosedRange<Double>?
    /// Index of a photo that is blurred.
    var blurred: Int?
    /// JPEG bytes for the thumbnails.
    var thumbnail: [UInt8]?
    /// Days of the sessions after the first.
    var sessions: [Double] = [0]

    private let start = SampleReport.date(2026, 3, 2)

    private func since(_ day: Double) -> Double? { sessions.last { $0 <= day }.map { day - $0 } }

    private func redness(_ day: Double) -> Double {
        sessions.reduce(0.2) { $1 <= day ? $0 + 12 * Steady.exp(-(day - $1) / 1.8) : $0 }
    }

    private func darkness(_ u: Double) -> Double {
        let shape = { (u: Double) in
            0.56 + 0.44 / (1 + Steady.exp((u - 6) / 1.2)) - 0.08
                * Steady.exp(-((u - 11) / 3) * ((u - 11) / 3))
        }
        return shape(u) / shape(0) * Steady.exp(-0.1 * u / 365)
    }

    private func band(_ value: Double, _ spread: Double) -> ExpectedBand {
        ExpectedBand(low: value - spread, median: value, high: value + spread)
    }

    /// The photos' values before noise, by measure.
    private func course(_ measure: CurveMeasure, _ day: Double) -> ExpectedBand? {
        let u = since(day)
        switch measure {
        case .redness: return band(redness(day), u == nil ? 1.6 : 1.3 + 3.5 * Steady.exp(-(u ?? 0) / 3))
        case .darkness: return u.map { band(darkness($0), 0.04 + 0.12 * (1 - Steady.exp(-$0 / 8))) }
        case .coverage:
            return u.map { band(0.05 * darkness($0) * Double(sessions.count { $0 <= day }), 0.006) }
        case .density: return u.map { band(118 * (0.86 + 0.14 / (1 + Steady.exp(($0 - 8) / 1.8))), 9) }
        case .scabs:
            return u.map {
                let area = 0.012 * (1 - Steady.exp(-$0 / 0.7)) / (1 + Steady.exp($0 - 5.5))
                return ExpectedBand(low: area * 0.2, median: area, high: area * 2.4 + 0.002)
            }
        }
    }

    private func photo(_ index: Int, _ random: inout SeededRandom) -> ReportPhoto {
        let day = days[index]
        let u = since(day)
        var measures = SampleMeasurement()
        var bands: [CurveMeasure: ExpectedBand] = [:]
        var statuses: [CurveMeasure: CurveStatus] = [:]
        var upperTails: [CurveMeasure: Double] = [:]
        func draw(_ measure: CurveMeasure, _ error: Double, _ add: Double = 0) -> Measured {
            guard let band = course(measure, day) else { return .unknown(.noTreatedRegion) }
            let value = band.median + add + error * random.normal()
            if index > 1 || measure == .redness {
                bands[measure] = band
                statuses[measure] =
                    value > band.high + 1.5 * error
                    ? .above : value < band.low - 1.5 * error ? .below : .asExpected
            }
            upperTails[measure] =
                1 - Steady.normalCDF((value - band.median) / (band.high - band.median) * 1.645)
            let isFraction = measure == .scabs || measure == .coverage
            return .known(Estimate(value: isFraction ? max(value, 0) : value, standardError: error))
        }
        measures.redness = draw(.redness, 0.6, lastingRedness.map { $0.contains(day) ? 7 : 0 } ?? 0)
        measures.coverage = draw(.coverage, 0.001)
        measures.density = draw(.density, 2)
        measures.scabs = draw(.scabs, 0.0006)
        let left = draw(.darkness, 0.012).estimate
        if u == nil {
            measures.darkness = .unknown(.noTreatedRegion)
            measures.opticalDensity = .unknown(.noTreatedRegion)
            measures.tone = .unknown(.noTreatedRegion)
        }
        if index == blurred { measures.problems = [.blurred] }
        let taken = WallClock(secondsSince1970: start.secondsSince1970 + Int((day * 86_400).rounded()))
        let since = u ?? day
        let stage: HealingStage =
            since < 0
            ? .before
            : since < 4 ? .immediateCare : since < 15 ? .initialHealing : since < 43 ? .settling : .longTerm
        var expectation = VisitExpectation(
            bands: bands, statuses: statuses,
            relativeDarkness: sessions.map { session in
                guard session <= day, let left else { return nil }
                return CurveValue(value: left.value, standardError: left.standardError)
            })
        expectation.upperTails = upperTails
        expectation.lowerTails = upperTails.mapValues { 1 - $0 }
        return ReportPhoto(
            file: "\(taken.dateText).jpg", sha256: String(repeating: "0", count: 64), width: 1_600,
            height: 1_200,
            taken: taken, dateSource: "exif", warnings: [], outcome: .success(measures.value),
            visit: ReportVisit(
                day: since, chartDay: day, stage: stage,
                withheld: index == blurred ? .blurred : u == nil ? .noSession : nil,
                expectation: expectation,
                sessionShares: sessions.map { session in
                    session > day ? nil : SessionShare(dotsMade: 4_630, load: nil, visibleShare: nil)
                },
                registration: Registration(homography: .identity, overlap: 0.97, residualPixels: 0.4),
                overlay: "overlays/\(taken.dateText).jpg", thumbnail: thumbnail))
    }

    /// The report of the client.
    func report(client: String, name: String?) -> ClientReport {
        var random = SeededRandom(seed: 7)
        var report = ClientReport(client: client, displayName: name, method: "scalpline 0.1.0")
        report.sessions = sessions.map { day in
            ReportSession(
                date: WallClock(secondsSince1970: start.secondsSince1970 + Int(day) * 86_400),
                details: ["pointillism", "3RL", "Graphite 2", "Kim"])
        }
        report.photos = days.indices.map { photo($0, &random) }
        let last = days.last ?? 0
        for measure in CurveMeasure.allCases {
            report.charts[measure] = (0...240).compactMap { step in
                let day = -3 + (last + 3) * Steady.pow(Double(step) / 240, 3)
                return course(measure, day).map { CurveChartPoint(day: day, band: $0) }
            }
            report.foretoldCharts[measure] = report.charts[measure]?.map { point in
                // Each photo narrows what is foretold of the days after it.
                let width = 1 + 2 / Double(1 + days.count { $0 < point.day })
                let band = point.band
                return CurveChartPoint(
                    day: point.day,
                    band: ExpectedBand(
                        low: band.median - width * (band.median - band.low), median: band.median,
                        high: band.median + width * (band.high - band.median)))
            }
        }
        for photo in report.photos {
            guard let day = photo.visit?.day, let verdict = report.verdict(on: .redness, in: photo),
                verdict.status == .above
            else { continue }
            report.findings.append(
                Finding(
                    code: "redness-above-expected", photo: photo.file, day: day, severity: .attention,
                    message: english.findings.message(code: "redness-above-expected", day: day, evidence: [:])
                ))
        }
        if let blurred {
            let day = report.photos[blurred].visit?.day
            report.findings.append(
                Finding(
                    code: "photo-not-comparable", photo: report.photos[blurred].file, day: day,
                    severity: .note,
                    message: english.findings.message(
                        code: "photo-not-comparable", day: day, evidence: [:], reasons: [.blurred])))
        }
        report.symptoms = [(1, 2.0, 4.0), (3, 5, 3), (6, 3, 1), (10, 1, 0)].map { day, itching, tenderness in
            ReportSymptom(
                date: WallClock(secondsSince1970: start.secondsSince1970 + day * 86_400), itching: itching,
                tenderness: tenderness, note: day == 3 ? "slept badly" : nil)
        }
        report.forecastHistory = report.photos.enumerated().compactMap { index, photo in
            guard photo.visit?.stage != .before else { return nil }
            let width = 0.15 + 0.3 / Double(index + 1)
            return ForecastStep(
                photo: photo.file,
                forecast: CurveForecast(
                    settledDarkness: ExpectedBand(low: 0.55 - width, median: 0.55, high: 0.55 + width),
                    touchUp: ExpectedBand(low: 1_050 - 1_000 * width, median: 1_050, high: 2_300)))
        }
        report.forecast = CurveForecast(
            settledDarkness: ExpectedBand(low: 0.42, median: 0.55, high: 0.71),
            touchUp: ExpectedBand(low: 610, median: 1_050, high: 2_300))
        report.targetDensity = 120
        return report
    }
}
