import PhotoSeries
import Raster
import ScalpMeasurement
import SteadyMath
import Testing

@Suite("Photos of a round head are one scalp")
struct CurvedHeadTests {
    /// 1,300 px per head's radius of 90 mm: about 14 px/mm, dots 13 px apart.
    private static let radius = 1_300.0
    private static let width = 1_000.0
    private static let height = 750.0

    /// Where a tilted head shows a place of its skin, from 4,200 px (300 mm) away.
    private static func shown(_ arc: PixelPoint, tilt: (x: Double, y: Double), degrees: Double) -> PixelPoint
    {
        let length = (arc.x * arc.x + arc.y * arc.y).squareRoot()
        let angle = length / radius
        let across = length > 0 ? radius * Steady.sin(angle) / length : 1
        let (x, y, z) = (across * arc.x, across * arc.y, radius * (Steady.cos(angle) - 1))
        let (c, s) = (Steady.cos(tilt.x), Steady.sin(tilt.x))
        let (v, w) = (c * y - s * z, s * y + c * z)
        let (e, f) = (Steady.cos(tilt.y), Steady.sin(tilt.y))
        let (u, depth) = (e * x + f * w, e * w - f * x)
        let near = 4_200 / (4_200 - depth)
        let (a, b) = (Steady.cos(degrees * .pi / 180), Steady.sin(degrees * .pi / 180))
        return PixelPoint(
            x: width / 2 + near * (a * u - b * v), y: height / 2 + near * (b * u + a * v))
    }

    private struct Photo {
        var field: DotField
        var places: [Int: PixelPoint]
    }

    private static func photo(
        of scalp: [PixelPoint], tilt: (x: Double, y: Double), degrees: Double, seed: UInt64
    ) -> Photo {
        var random = SeededRandom(seed: seed)
        var places: [Int: PixelPoint] = [:]
        var points: [PixelPoint] = []
        for (number, arc) in scalp.enumerated() {
            let place = shown(arc, tilt: tilt, degrees: degrees)
            let (jitterX, jitterY) = (0.2 * random.normal(), 0.2 * random.normal())
            guard place.x >= 0, place.y >= 0, place.x < width, place.y < height else { continue }
            places[number] = place
            if random.uniform() > 0.15 {
                points.append(PixelPoint(x: place.x + jitterX, y: place.y + jitterY))
            }
        }
        for _ in 0..<points.count / 20 {
            points.append(
                PixelPoint(x: random.uniform(0...width - 1), y: random.uniform(0...height - 1)))
        }
        return Photo(field: DotField(points: points, width: width, height: height), places: places)
    }

    @Test("all dots of a head tilted by 10° are met, where a homography misses by spacings", arguments: 0..<4)
    func spread(round: Int) throws {
        let side = 1_400.0
        let scalp = SyntheticField.scalp(dots: 11_600, side: side, seed: UInt64(round))
            .map { PixelPoint(x: $0.x - side / 2, y: $0.y - side / 2) }
        let turn = Double(round) * 60
        let ten = 10 * Double.pi / 180
        let fixed = Self.photo(of: scalp, tilt: (0, 0), degrees: 0, seed: UInt64(50 + round))
        let moving = Self.photo(
            of: scalp, tilt: (round % 2 == 0 ? ten : -ten, round < 2 ? ten : -ten / 2), degrees: turn,
            seed: UInt64(90 + round))
        let match = try #require(FieldMatcher(field: fixed.field).match(moving.field).match)
        let spread = try #require(
            MatchSpread(moving: moving.field, fixed: fixed.field).spread(from: match.homography))
        var flat = 0.0
        var warped = 0.0
        var back = 0.0
        var count = 0.0
        for (number, point) in moving.places {
            guard let truth = fixed.places[number] else { continue }
            count += 1
            flat += Self.square(match.homography.apply(point), truth)
            warped += Self.square(spread.map.apply(point), truth)
            back += Self.square(try #require(spread.map.point(at: spread.map.apply(point))), point)
        }
        #expect(count > 2_000)
        #expect((flat / count).squareRoot() > 2, "the scene tests nothing")
        #expect((warped / count).squareRoot() < 0.3)
        #expect((back / count).squareRoot() < 0.01)
        #expect(Double(spread.pairs.count) > 0.6 * count)
    }

    @Test("a flat scalp is not warped")
    func flat() throws {
        let scalp = SyntheticField.scalp(dots: 1_500, side: 700, seed: 9)
        let view = SyntheticField.View(
            map: .identity, width: 700, height: 700, lost: 0.1, extra: 0.05, jitter: 0.3)
        let fields = (0..<2).map { seed in
            DotField(
                points: SyntheticField.photo(of: scalp, view: view, seed: UInt64(seed)), width: 700,
                height: 700)
        }
        let match = try #require(FieldMatcher(field: fields[0]).match(fields[1]).match)
        let spread = try #require(
            MatchSpread(moving: fields[1], fixed: fields[0]).spread(from: match.homography))
        for (x, y) in [(5.0, 5.0), (350, 350), (690, 10), (690, 690)] {
            let point = PixelPoint(x: x, y: y)
            #expect(Self.square(spread.map.apply(point), point) < 0.15 * 0.15)
        }
    }

    private static func square(_ a: PixelPoint, _ b: PixelPoint) -> Double {
        (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
    }
}
