import PhotoSeries
import Raster
import SteadyMath

/// A year of visits as states of dots alone, with the errors that tracks make.
struct SyntheticLosses {
    /// Skin that loses more than the rest from some day on.
    struct Patch {
        enum Shape { case disc, ellipse, strip }
        var shape = Shape.disc
        /// Share of the skin, and of its dots that go.
        var area = 0.16
        var lost = 0.9
        var day = 14.0
    }

    var dots = 600
    var patch: Patch?
    /// What a photo overlooks more on one side than on the other, as a share.
    var darkSide = 0.0
    /// How many more dots one side loses than the other, as a share.
    var weakSide = 0.0
    /// What is overlooked under a lock of hair that lies over a tenth of the skin in a photo of three.
    var hair = 0.0
    /// Share of the dots within four spacings of the edge that go besides.
    var edge = 0.0

    static let days = [-1, 0.1, 1, 3, 7, 10, 14, 21, 28, 60, 150, 365]
    static let spacing = 18.0

    /// What was made of them.
    struct Outcome {
        var histories: LossHistories
        /// The patch's middle and its area in px².
        var centre: PixelPoint
        var area: Double
        /// Distance of each dot to the edge.
        var edgeDistances: [Double]
    }

    func outcome(seed: UInt64) -> Outcome {
        var random = SeededRandom(seed: seed)
        let side = Self.spacing * Double(dots).squareRoot()
        let places = SyntheticField.scalp(dots: dots, side: side, seed: seed &+ 1)
        let settled = random.uniform(0.7...0.95)
        let middle = random.uniform(6...12)
        let pace = random.uniform(1...3)
        func visible(_ day: Double) -> Double {
            settled + (1 - settled) / (1 + Steady.exp((day - middle) / pace))
        }
        let turn = random.uniform(0...6.283)
        let (cx, cy) = (Steady.cos(turn), Steady.sin(turn))
        /// −1…1 from one side to the other.
        func sideways(_ place: PixelPoint) -> Double {
            ((place.x - side / 2) * cx + (place.y - side / 2) * cy) / (0.7 * side)
        }
        let patchArea = (patch?.area ?? 0.16) * side * side
        let radius = (patchArea / .pi).squareRoot()
        let room = min(radius, side / 2)
        let centre = PixelPoint(x: random.uniform(room...side - room), y: random.uniform(room...side - room))
        func isInPatch(_ place: PixelPoint) -> Bool {
            let (dx, dy) = (place.x - centre.x, place.y - centre.y)
            switch patch?.shape {
            case .disc: return dx * dx + dy * dy < radius * radius
            case .ellipse:
                // Twice as long as it is wide.
                let (u, v) = (dx * cx + dy * cy, dy * cx - dx * cy)
                return u * u / 2 + 2 * v * v < radius * radius
            case .strip: return place.x < patchArea / side
            case nil: return false
            }
        }
        let weakness = places.map { 1 + weakSide * sideways($0) }
        let fate = places.map { _ in (random.uniform(), random.uniform(), random.uniform()) }
        let distances = places.map { min(min($0.x, $0.y), min(side - $0.x, side - $0.y)) }
        var firsts = places.map { _ in random.uniform() < 0.92 ? 1 : 2 + Int(random.uniform() * 2) }
        var states: [[TrackState]] = [[]]
        for (visit, day) in Self.days.enumerated().dropFirst() {
            let overlooked = random.uniform(0.002...0.02)
            let invented = random.uniform(0.01...0.04)
            let shift = (random.uniform(-0.04...0.04) * side, random.uniform(-0.04...0.04) * side)
            let glare = PixelPoint(x: random.uniform(0...side), y: random.uniform(0...side))
            let hasGlare = random.uniform() < 0.3
            let lock = PixelPoint(x: random.uniform(0...side), y: random.uniform(0...side))
            let hasLock = random.uniform() < 0.34
            let gone = 1 - visible(day) / visible(0)
            states.append(
                places.enumerated().map { dot, place in
                    if place.x + shift.0 < 0 || place.x + shift.0 > side || place.y + shift.1 < 0
                        || place.y + shift.1 > side
                    {
                        return .outside
                    }
                    if hasGlare, hypotenuse(place.x - glare.x, place.y - glare.y) < 0.1 * side {
                        return .hidden
                    }
                    var isGone = fate[dot].0 < gone * weakness[dot]
                    if let patch, day >= patch.day, fate[dot].1 < patch.lost, isInPatch(place) {
                        isGone = true
                    }
                    if distances[dot] < 4 * Self.spacing, day > 5, fate[dot].2 < edge { isGone = true }
                    if isGone { return random.uniform() < invented ? .seen : .lost }
                    var miss = overlooked + darkSide * (1 + sideways(place)) / 2
                    if hasLock, hypotenuse(place.x - lock.x, place.y - lock.y) < 0.178 * side { miss += hair }
                    return random.uniform() < miss ? .lost : .seen
                })
            for dot in places.indices where firsts[dot] == visit && states[visit][dot] != .seen {
                firsts[dot] += 1
            }
        }
        return Outcome(
            histories: LossHistories(places: places, firsts: firsts, states: states),
            centre: patch?.shape == .strip ? PixelPoint(x: patchArea / side / 2, y: side / 2) : centre,
            area: patchArea, edgeDistances: distances)
    }
}
