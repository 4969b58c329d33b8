import PhotoSeries
import Raster
import ScalpMeasurement
import SteadyMath

/// A scalp with dots of one or two sessions, photographed at visits.
struct SyntheticSeries {
    /// A dot in the scalp's frame (pixels of an upright photo).
    struct Pigment {
        var place: PixelPoint
        var load: Double
        var session: Int
        var random: Double
    }

    /// A visit.
    struct Visit {
        var day: Double
        /// Sessions made so far.
        var made = 1
        /// Load left of every dot that is still there.
        var left = 1.0
        /// Share of the dots that are gone.
        var gone = 0.0
        var map: Homography
        var isBefore: Bool?
        var scale: PhotoScale?
        /// Whether shaved hairs show beside the treated skin, in a corner.
        var stubble = false
        /// Hairs among the dots that are as dark in every photo.
        var hairs = 0
        /// Whether its pores and hairs are found.
        var landmarks = false
        /// Deviation of what the skin's texture adds to a load, the same at a place in all photos.
        var texture = 0.0
        /// Share of the dots that are still there and overlooked.
        var overlooked = 0.04
        /// Disc in the scalp's frame in which nine dots in ten are gone.
        var patch: (centre: PixelPoint, radius: Double)?
        /// Gaussian light in the scalp's frame: white that the surface throws back or a brighter lamp, at its middle so
        /// many times the skin's luminance.
        var light: (centre: PixelPoint, spread: Double, strength: Double, isShine: Bool)?

        /// Light over that of the skin elsewhere at a place in the scalp's frame.
        func brightness(at place: PixelPoint) -> Double {
            guard let light else { return 1 }
            let off = hypotenuse(place.x - light.centre.x, place.y - light.centre.y) / light.spread
            return 1 + light.strength * Steady.exp(-off * off / 2)
        }
    }

    /// Linear light of its skin.
    static let skin = SIMD3(0.5, 0.33, 0.25)
    static let skinLuminance = 0.36

    static let width = 640
    static let height = 640
    var dots: [Pigment] = []
    /// Pores and hairs, all over the skin.
    var marks: [PixelPoint] = []

    init(dots count: Int, sessions: Int = 1, seed: UInt64) {
        var random = SeededRandom(seed: seed)
        // The treated disc in the middle of the picture.
        marks = SyntheticField.scalp(dots: 260, side: 800, seed: seed + 9_999, clearance: 0.3)
            .map { PixelPoint(x: $0.x - 80, y: $0.y - 80) }
        let places = SyntheticField.scalp(dots: count * 2, side: 640, seed: seed)
            .filter { hypotenuse($0.x - 320, $0.y - 320) < 230 }
        dots = places.map { place in
            Pigment(
                place: place, load: 6 * Steady.exp(0.2 * random.normal()),
                session: sessions > 1 && random.uniform() < 0.4 ? 1 : 0, random: random.uniform())
        }
    }

    func evidence(of visit: Visit, seed: UInt64) -> PhotoEvidence {
        var random = SeededRandom(seed: seed)
        let grid = CellGrid(side: 16, photoWidth: Self.width, photoHeight: Self.height)
        var shown: [Dot] = []
        var truth: [(place: PixelPoint, load: Double)] = []
        for dot in dots where dot.session < visit.made {
            let place = visit.map.apply(dot.place)
            guard grid.cell(at: place) != nil else { continue }
            var gone = dot.random < visit.gone
            if let patch = visit.patch,
                hypotenuse(dot.place.x - patch.centre.x, dot.place.y - patch.centre.y) < patch.radius
            {
                gone = gone || dot.random < 0.9
            }
            let veil = visit.light?.isShine == true ? visit.brightness(at: dot.place) : 1
            let load = gone ? 0 : dot.load * visit.left * visit.map.areaScale(at: dot.place) / veil
            truth.append((place, load))
            // A fifth of a fresh dot is not detected.
            guard load > 1.2, random.uniform() > visit.overlooked else { continue }
            shown.append(
                Dot(
                    position: PixelPoint(
                        x: place.x + 0.25 * random.normal(), y: place.y + 0.25 * random.normal()),
                    diameterInPixels: 4, opticalDensity: 0.4, loadInSquarePixels: load))
        }
        for number in 0..<60 where visit.stubble {
            // Six rows: three beside the treated skin, three on it.
            let row = Double(number / 10)
            let hair = PixelPoint(
                x: (row < 3 ? 20 : 240) + 17 * Double(number % 10), y: (row < 3 ? 20 : 200) + 19 * row)
            let place = visit.map.apply(hair)
            truth.append((place, 6))
            shown.append(
                Dot(position: place, diameterInPixels: 4, opticalDensity: 0.3, loadInSquarePixels: 6))
        }
        var places = SeededRandom(seed: 4_711)
        for _ in 0..<visit.hairs {
            let angle = places.uniform(0...6.28)
            let radius = 220 * places.uniform().squareRoot()
            let place = visit.map.apply(
                PixelPoint(x: 320 + radius * Steady.cos(angle), y: 320 + radius * Steady.sin(angle)))
            let load = 6 * visit.map.areaScale(at: place)
            truth.append((place, load))
            shown.append(
                Dot(position: place, diameterInPixels: 4, opticalDensity: 0.4, loadInSquarePixels: load))
        }
        for _ in 0..<shown.count / 25 {
            shown.append(
                Dot(
                    position: PixelPoint(x: random.uniform(0...639), y: random.uniform(0...639)),
                    diameterInPixels: 4, opticalDensity: 0.2, loadInSquarePixels: 2, probability: 0.7))
        }
        var landmarks: [PixelPoint] = []
        for mark in marks where visit.landmarks && random.uniform() > 0.15 {
            let place = visit.map.apply(mark)
            guard grid.cell(at: place) != nil else { continue }
            landmarks.append(
                PixelPoint(x: place.x + 0.4 * random.normal(), y: place.y + 0.4 * random.normal()))
        }
        var treated = Mask(width: grid.columns, height: grid.rows)
        var reference = treated
        let back = visit.map.inverse ?? .identity
        for row in 0..<grid.rows {
            for column in 0..<grid.columns {
                let place = back.apply(grid.centre(column: column, row: row))
                let radius = hypotenuse(place.x - 320, place.y - 320)
                treated[column, row] = radius < 235
                reference[column, row] = radius > 290
            }
        }
        let hasDots = shown.count >= 24
        let field = DotField(
            points: truth.map(\.place), width: Double(Self.width), height: Double(Self.height))
        let loads = truth.map(\.load)
        let noise = seed
        return PhotoEvidence(
            dots: shown, landmarks: landmarks, grid: grid,
            skin: Mask(width: grid.columns, height: grid.rows, repeating: true),
            treated: hasDots ? treated : nil, reference: hasDots ? reference : nil, day: visit.day,
            scale: visit.scale, isBefore: visit.isBefore,
            skinLight: { places in
                places.map { place in
                    guard grid.cell(at: place) != nil else { return nil }
                    let bright = visit.brightness(at: back.apply(place))
                    return visit.light?.isShine == true
                        ? Self.skin + (bright - 1) * Self.skinLuminance : Self.skin * bright
                }
            },
            loads: { places, _ in
                var random = SeededRandom(seed: noise &+ 77)
                return places.map { place in
                    guard grid.cell(at: place) != nil else { return nil }
                    let near = field.nearest(to: place, within: 3)
                    let there = back.apply(place)
                    let wave = Steady.sin(0.9 * there.x + 0.4 * there.y) + Steady.sin(0.8 * there.y - there.x)
                    let load =
                        (near.map { loads[$0] } ?? 0) + visit.texture * wave
                        * visit.map.areaScale(at: there) + 0.4 * random.normal()
                    return ForcedLoad(
                        aperture: Estimate(value: load, standardError: 0.4), matched: 0.8 * load)
                }
            })
    }
}

/// Length of a step.
func hypotenuse(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
