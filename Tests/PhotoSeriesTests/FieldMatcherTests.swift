import PhotoSeries
import Raster
import SteadyMath
import Testing

@Suite("Fields of dots are brought over one another")
struct FieldMatcherTests {
    /// 1,100 dots at 18 px spacing, the fixed photo showing the middle of the scalp upright.
    private static let side = 600.0
    private static let middle = PixelPoint(x: 300, y: 300)

    private struct Trial {
        var degrees = 0.0
        var scale = 1.0
        var tilt = 0.0
        var mirrored = false
        var shift = 0.0
        var lost = 0.1
        var extra = 0.05
        var jitter = 0.3
    }

    /// Error of the found map in the fixed photo's pixels, or nil where none was found.
    private func error(of trial: Trial, seed: UInt64, dots: Int = 1_100) -> (
        error: Double, match: FieldMatch
    )? {
        let scalp = SyntheticField.scalp(dots: dots, side: Self.side, seed: seed)
        let plain = SyntheticField.View(
            map: .identity, width: Self.side, height: Self.side, lost: trial.lost, extra: trial.extra,
            jitter: trial.jitter)
        let width = Self.side * max(1, trial.scale)
        var other = plain
        other.map = SyntheticField.map(
            from: PixelPoint(x: Self.middle.x + trial.shift, y: Self.middle.y),
            to: PixelPoint(x: width / 2, y: width / 2), degrees: trial.degrees, scale: trial.scale,
            tilt: trial.tilt, mirrored: trial.mirrored, size: width)
        other.width = width
        other.height = width
        let fixed = DotField(
            points: SyntheticField.photo(of: scalp, view: plain, seed: seed &+ 1), width: Self.side,
            height: Self.side)
        let moving = DotField(
            points: SyntheticField.photo(of: scalp, view: other, seed: seed &+ 2), width: width,
            height: width)
        guard let match = FieldMatcher(field: fixed).match(moving).match, let truth = other.map.inverse else {
            return nil
        }
        return (
            SyntheticField.difference(match.homography, truth, width: width, height: width), match
        )
    }

    @Test("turned, tilted, mirrored, nearer and farther photos are found", arguments: 0..<6)
    func poses(round: Int) throws {
        let seed = UInt64(1_000 + round * 100)
        var random = SeededRandom(seed: seed)
        for (number, trial) in [
            Trial(), Trial(degrees: 180), Trial(degrees: 71, tilt: 0.15), Trial(degrees: 30, mirrored: true),
            Trial(degrees: -120, scale: 2, lost: 0.2), Trial(degrees: 15, scale: 0.5, jitter: 0.2),
            Trial(degrees: random.uniform(0...360), scale: random.uniform(0.6...1.6), tilt: 0.1),
        ].enumerated() {
            let found = error(of: trial, seed: seed &+ UInt64(number))
            let (error, match) = try #require(found, "trial \(number) of round \(round)")
            #expect(error < 0.5, "trial \(number): \(error) px")
            #expect(match.mirrored == trial.mirrored)
        }
    }

    @Test("30 % lost on both sides, 10 % false and 1 px scatter still match")
    func hard() {
        var found = 0
        for seed in 0..<20 {
            let trial = Trial(degrees: Double(seed) * 37, lost: 0.3, extra: 0.1, jitter: 1.0)
            if let (error, _) = error(of: trial, seed: UInt64(5_000 + seed * 10)), error < 1.5 { found += 1 }
        }
        #expect(found >= 18)
    }

    @Test("a photo that shares 30 % still matches")
    func overlap() {
        var found = 0
        for seed in 0..<20 {
            let trial = Trial(degrees: Double(seed) * 7, shift: 0.7 * Self.side, lost: 0.15)
            if let (error, _) = error(of: trial, seed: UInt64(7_000 + seed * 10)), error < 4 { found += 1 }
        }
        #expect(found >= 19)
    }

    /// Scalps that have nothing to do with each other, as loose and as even as dots come.
    private static let strangers: [DotField] = (0..<22).map { (number: Int) -> DotField in
        let points = SyntheticField.scalp(
            dots: 60 + 20 * (number % 12), side: 500, seed: UInt64(9_000 + number),
            clearance: number % 3 == 0 ? 0.75 : 0.3)
        return DotField(points: points, width: 500, height: 500)
    }

    @Test("foreign fields never match, 231 pairs", arguments: 1..<22)
    func foreign(first: Int) {
        let matcher = FieldMatcher(field: Self.strangers[first])
        for second in 0..<first {
            #expect(matcher.match(Self.strangers[second]) == .notRegistered, "\(first) and \(second)")
        }
    }

    @Test("foreign dots in rows never match", arguments: [60, 200, 900, 2_500])
    func foreignRows(dots: Int) {
        let side = 18 * Double(dots).squareRoot()
        for (number, jitter) in [0.02, 0.06, 0.1, 0.15, 0.2].enumerated() {
            let fields = [11.0, 77].enumerated().map { index, degrees in
                DotField(
                    points: SyntheticField.lattice(
                        dots: dots, jitter: jitter, degrees: degrees, seed: UInt64(50 + 2 * number + index)),
                    width: side, height: side)
            }
            let result = FieldMatcher(field: fields[0]).match(fields[1])
            #expect(result == .notRegistered, "shaken by \(jitter)")
        }
    }

    @Test("a few foreign dots in rows don't match many", arguments: 0..<12)
    func fewForeignRows(number: Int) {
        let sides = [40.0, 320].map { 18 * $0.squareRoot() }
        let fields = [40, 320].enumerated().map { index, dots in
            DotField(
                points: SyntheticField.lattice(
                    dots: dots, jitter: 0.05, degrees: Double(40 + 23 * index),
                    seed: UInt64(900 + 2 * number + index)),
                width: sides[index], height: sides[index])
        }
        #expect(FieldMatcher(field: fields[0]).match(fields[1]) == .notRegistered)
        #expect(FieldMatcher(field: fields[1]).match(fields[0]) == .notRegistered)
    }

    @Test("dots in rows match their own", arguments: [100, 400, 1_100])
    func ownRows(dots: Int) throws {
        let side = 18 * Double(dots).squareRoot()
        let middle = PixelPoint(x: side / 2, y: side / 2)
        for (number, jitter) in [0.1, 0.15, 0.2].enumerated() {
            let scalp = SyntheticField.lattice(dots: dots, jitter: jitter, degrees: 20, seed: UInt64(number))
            var view = SyntheticField.View(
                map: .identity, width: side, height: side, lost: 0.2, extra: 0.05, jitter: 0.5)
            let fixed = DotField(
                points: SyntheticField.photo(of: scalp, view: view, seed: 71), width: side, height: side)
            view.map = SyntheticField.map(from: middle, to: middle, degrees: 65, scale: 1)
            let moving = DotField(
                points: SyntheticField.photo(of: scalp, view: view, seed: 72), width: side, height: side)
            let match = try #require(FieldMatcher(field: fixed).match(moving).match, "shaken by \(jitter)")
            let truth = try #require(view.map.inverse)
            let error = SyntheticField.difference(match.homography, truth, width: side, height: side)
            #expect(error < 1, "shaken by \(jitter)")
        }
    }

    @Test("1.5 px scatter on either side, 30 % lost, still match")
    func scattered() {
        var found = 0
        for seed in 0..<10 {
            let trial = Trial(degrees: Double(seed) * 37, lost: 0.3, extra: 0.1, jitter: 1.5)
            if let (error, _) = error(of: trial, seed: UInt64(6_000 + seed * 10)), error < 4 { found += 1 }
        }
        #expect(found >= 8)
    }

    @Test("too few dots are told")
    func few() {
        let points = SyntheticField.scalp(dots: 20, side: 300, seed: 3)
        let field = DotField(points: points, width: 300, height: 300)
        #expect(FieldMatcher(field: field).match(field) == .tooFewDots)
        let none = DotField(points: [], width: 300, height: 300)
        #expect(FieldMatcher(field: none).match(none) == .tooFewDots)
    }

    @Test("40,000 dots match, and the same way each time")
    func large() throws {
        let side = 3_600.0
        let scalp = SyntheticField.scalp(dots: 40_000, side: side, seed: 5)
        let middle = PixelPoint(x: side / 2, y: side / 2)
        var view = SyntheticField.View(
            map: .identity, width: side, height: side, lost: 0.2, extra: 0.1, jitter: 0.5)
        let fixed = DotField(
            points: SyntheticField.photo(of: scalp, view: view, seed: 8), width: side, height: side)
        view.map = SyntheticField.map(from: middle, to: middle, degrees: 170, scale: 1.1)
        let moving = DotField(
            points: SyntheticField.photo(of: scalp, view: view, seed: 9), width: side, height: side)
        let match = try #require(FieldMatcher(field: fixed).match(moving).match)
        let truth = try #require(view.map.inverse)
        #expect(SyntheticField.difference(match.homography, truth, width: side, height: side) < 0.1)
        #expect(FieldMatcher(field: fixed).match(moving).match == match)
    }
}
