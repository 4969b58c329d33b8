import Foundation
import PhotoSeries
import Raster
import ScalpMeasurement
import SteadyMath
import Testing

/// Rare failures, looked for by many tries: `SCALPLINE_FOREIGN_TRIES` (10,000 by `make series`) and
/// `SCALPLINE_NORMAL_SERIES` (600) say how many.
@Suite("What must not happen does not happen in many tries")
struct SeriesTriesTests {
    private static func count(_ name: String, _ usual: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
    }

    @Test("no foreign field matches")
    func foreign() {
        let tries = Self.count("SCALPLINE_FOREIGN_TRIES", 120)
        var first = 0
        var done = 0
        var matched = 0
        // Fields as they come: loose and even, few dots and many; and one in eight in rows.
        func field(_ number: Int) -> DotField {
            let dots = [40, 90, 180, 320, 500][number % 5]
            let side = 18 * Double(dots).squareRoot()
            if number % 8 == 3 {
                let rows = SyntheticField.lattice(
                    dots: dots, jitter: [0.05, 0.1, 0.15, 0.2][number / 8 % 4],
                    degrees: Double(number % 60), seed: UInt64(20_000 + number))
                return DotField(points: rows, width: side, height: side)
            }
            let points = SyntheticField.scalp(
                dots: dots, side: side, seed: UInt64(20_000 + number),
                clearance: [0.2, 0.45, 0.7][number % 3])
            return DotField(points: points, width: side, height: side)
        }
        let ring = (0..<24).map { field(100_000 + $0) }
        while done < tries {
            let matcher = FieldMatcher(field: field(first))
            for other in ring where done < tries {
                done += 1
                if matcher.match(other).match != nil { matched += 1 }
            }
            first += 1
        }
        #expect(matched == 0, "\(matched) of \(done)")
    }

    @Test("the false-alarm probability of normal series is uniform, and at most 1 in 200 is flagged")
    func uniform() {
        let count = Self.count("SCALPLINE_NORMAL_SERIES", 30)
        var chances: [Double] = []
        var flagged = 0
        for number in 0..<count {
            let dots = count > 100 ? [300, 600, 1_200, 2_000, 4_000][number % 5] : 300 + 100 * (number % 3)
            let losses = SyntheticLosses(dots: dots, darkSide: number % 2 == 0 ? 0 : 0.1)
            let scan = LostPatchScan(
                of: losses.outcome(seed: UInt64(900_000 + 7 * number)).histories,
                spacing: SyntheticLosses.spacing)
            chances.append(scan.falseAlarmProbability)
            if !scan.patches().isEmpty { flagged += 1 }
        }
        let ordered = chances.sorted()
        var gap = 0.0
        for (rank, chance) in ordered.enumerated() {
            gap = max(
                gap, abs(chance - Double(rank) / Double(count)),
                abs(Double(rank + 1) / Double(count) - chance)
            )
        }
        // Kolmogorov & Smirnov: 1.63 is passed once in a hundred.
        let statistic = gap * Double(count).squareRoot()
        #expect(statistic < 1.63)
        #expect(flagged * 200 <= max(count, 200), "\(flagged) of \(count)")
        if count > 100 {
            let tenths = (1...10).map { tenth in
                chances.count { $0 > Double(tenth - 1) / 10 && $0 <= Double(tenth) / 10 }
            }
            print(
                "\(count) normal series: \(flagged) flagged, Kolmogorov-Smirnov \(statistic), below 0.05:",
                chances.count { $0 < 0.05 }, "below 0.005:", chances.count { $0 < 0.005 }, "tenths:", tenths)
        }
    }

    @Test("normal series have no lost patch")
    func normal() {
        let count = min(60, Self.count("SCALPLINE_NORMAL_SERIES", 12))
        var flagged = 0
        for number in 0..<count {
            let source = SyntheticSeries(dots: 700, seed: UInt64(40_000 + number))
            var random = SeededRandom(seed: UInt64(50_000 + number))
            let photos = [0.6, 4, 12, 28, 60].enumerated().map { index, day in
                let angle = random.uniform(-15...15)
                let gone = [0, 0.03, 0.1, 0.15, 0.17][index]
                let visit = SyntheticSeries.Visit(
                    day: 100 + day, left: [1, 0.95, 0.5, 0.55, 0.5][index], gone: gone,
                    map: SyntheticField.map(
                        from: PixelPoint(x: 320, y: 320), to: PixelPoint(x: 325, y: 318), degrees: angle,
                        scale: random.uniform(0.95...1.05), tilt: 0.02),
                    overlooked: random.uniform(0.02...0.1))
                return source.evidence(of: visit, seed: UInt64(60_000 + 10 * number + index))
            }
            if !ScalpSeries(photos: photos, sessionDays: [100.5]).lostPatches.isEmpty { flagged += 1 }
        }
        #expect(flagged * 200 <= max(count, 200), "\(flagged) of \(count)")
    }
}
