import PhotoSeries
import Raster
import SteadyMath
import Testing

@Suite("Homographies")
struct HomographyTests {
    private static let maps: [Homography] = (0..<12).map { (number: Int) -> Homography in
        let k = Double(number)
        return SyntheticField.map(
            from: PixelPoint(x: 500, y: 300), to: PixelPoint(x: 420 + k, y: 380),
            degrees: k * 33, scale: 0.5 + 0.13 * k, tilt: 0.02 * k, mirrored: number % 2 == 1)
    }
    private static let places: [PixelPoint] = (0..<30).map { (k: Int) -> PixelPoint in
        PixelPoint(x: Double(k * 37 % 1_000), y: Double(k * 91 % 750))
    }

    @Test("a map and its inverse lead back", arguments: maps)
    func inverse(map: Homography) throws {
        let back = try #require(map.inverse)
        for place in Self.places {
            let there = back.apply(map.apply(place))
            #expect(abs(there.x - place.x) < 1e-8 && abs(there.y - place.y) < 1e-8)
        }
    }

    @Test("a composed map is one map after the other", arguments: maps)
    func composition(map: Homography) {
        let second = Self.maps[3]
        for place in Self.places {
            let step = second.apply(map.apply(place))
            let once = second.composed(after: map).apply(place)
            #expect(abs(step.x - once.x) < 1e-7 && abs(step.y - once.y) < 1e-7)
        }
    }

    @Test("the Jacobian is the slope, and tells mirror images", arguments: 0..<12)
    func jacobian(index: Int) {
        let map = Self.maps[index]
        let step = 1e-4
        for place in Self.places.prefix(5) {
            let j = map.jacobian(at: place)
            let here = map.apply(place)
            let right = map.apply(PixelPoint(x: place.x + step, y: place.y))
            let down = map.apply(PixelPoint(x: place.x, y: place.y + step))
            #expect(abs((right.x - here.x) / step - j.xx) < 1e-4)
            #expect(abs((right.y - here.y) / step - j.yx) < 1e-4)
            #expect(abs((down.x - here.x) / step - j.xy) < 1e-4)
            #expect(abs((down.y - here.y) / step - j.yy) < 1e-4)
            #expect(abs(map.areaScale(at: place) - abs(j.xx * j.yy - j.xy * j.yx)) < 1e-12)
            #expect(map.isMirrored(at: place) == (index % 2 == 1))
        }
    }

    @Test("a fit finds the map of exact pairs", arguments: maps)
    func fit(map: Homography) throws {
        let fitted = try #require(
            Homography.fit(from: Self.places, to: Self.places.map(map.apply), model: .projective))
        #expect(SyntheticField.difference(fitted, map, width: 1_000, height: 750) < 1e-6)
    }

    @Test("a robust fit is not moved by one wrong partner in four", arguments: maps)
    func robust(map: Homography) throws {
        var random = SeededRandom(seed: 4)
        let source = (0..<200).map { _ in
            PixelPoint(x: random.uniform(0...1_000), y: random.uniform(0...750))
        }
        var target = source.map(map.apply)
        for k in target.indices {
            let wrong = k % 4 == 0 ? random.uniform(5...20) : 0
            target[k].x += 0.1 * random.normal() + wrong
            target[k].y += 0.1 * random.normal()
        }
        let fitted = try #require(Homography.robustFit(from: source, to: target, model: .projective))
        #expect(SyntheticField.difference(fitted, map, width: 1_000, height: 750) < 0.1)
    }

    @Test("points in a line fix no map")
    func line() {
        let points = (0..<10).map { PixelPoint(x: Double($0), y: 2 * Double($0)) }
        #expect(Homography.fit(from: points, to: points, model: .projective) == nil)
        #expect(Homography.fit(from: points, to: points, model: .affine) == nil)
        #expect(Homography.fit(from: [points[0]], to: [points[0]], model: .similarity) == nil)
    }
}
