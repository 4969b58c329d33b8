import Raster
import SteadyMath

/// A disc fitted to the dots that a visit lost, its expectations from the skin around it.
///
/// What it would lose is a plane over the places outside of it, so that a patch does not speak for itself.
struct DiscFit {
    /// Steps of the centre in the dots' spacings, the wide ones first.
    private static let steps = [2.0, 1.0, 0.5, 0.25]
    /// Steps of one width at most.
    private static let mostSteps = 12
    /// Radii about the disc that speak neither for it nor for what is around it.
    private static let clearance = 1.3
    /// Largest radius that is tried, over the one it begins with, and the share of all dots within at most.
    private static let largestGrowth = 1.8
    private static let largestShare = 0.45
    /// Fall of the likelihood within which a radius may be right: two standard errors either way.
    private static let fall = 2.0
    /// Share of the radius by which the middle of a round patch's losses is off its own at most.
    private static let roundShare = 0.2
    /// Least and most of its dots that a disc is expected to lose.
    private static let leastShare = 0.002
    private static let mostShare = 0.98

    private let visit: Int
    private let places: [PixelPoint]
    private let lost: [Bool]
    private let expected: [Double]
    private var centre: PixelPoint
    private var radius: Double
    private var radiusStandardError = 0.0
    /// Middle of the losses where the disc's own is far from it.
    private var lossMiddle: PixelPoint?

    /// Fits the disc that begins at one the scan found.
    init(of histories: LossHistories, start: LossScan.Disc, spacing: Double) {
        self.init(of: histories, visit: start.visit, centre: start.centre, radius: start.radius)
        let reach = Self.largestGrowth * start.radius
        var best = bestRadius(at: centre, reach: reach)
        for step in Self.steps {
            for _ in 0..<Self.mostSteps {
                var next = best
                for (x, y) in [
                    (1.0, 0.0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (0.7, -0.7), (-0.7, 0.7), (-0.7, -0.7),
                ] {
                    let moved = PixelPoint(
                        x: best.centre.x + step * spacing * x, y: best.centre.y + step * spacing * y)
                    // The disc stays about where the scan found it.
                    guard moved.distance(to: start.centre) < max(start.radius, 3 * spacing) else { continue }
                    let found = bestRadius(at: moved, reach: reach)
                    if found.statistic > next.statistic { next = found }
                }
                if next.statistic <= best.statistic { break }
                best = next
            }
        }
        guard best.statistic > 0 else { return }
        centre = best.centre
        radius = best.radius
        // A patch that is not round sticks out of the likeliest disc on one side: its middle is that of its losses.
        var (x, y, weight) = (0.0, 0.0, 0.0)
        for index in places.indices where places[index].distance(to: best.centre) <= best.radius {
            let excess = (lost[index] ? 1 : 0) - expected[index]
            x += excess * places[index].x
            y += excess * places[index].y
            weight += excess
        }
        let middle = weight > 0 ? PixelPoint(x: x / weight, y: y / weight) : centre
        let off = middle.distance(to: centre)
        if off > Self.roundShare * radius, off < radius { lossMiddle = middle }
        radiusStandardError = best.error
    }

    /// A disc as it is.
    init(of histories: LossHistories, visit: Int, centre: PixelPoint, radius: Double) {
        self.visit = visit
        self.centre = centre
        self.radius = radius
        let known = histories.places.indices.filter { histories.isKnown[visit][$0] }
        places = known.map { histories.places[$0] }
        lost = known.map { histories.isLost($0, at: visit) }
        var plane = NormalEquations(size: 3)
        var outside = 0.0
        var gone = 0.0
        func row(_ place: PixelPoint) -> [Double] {
            [1, (place.x - centre.x) / radius, (place.y - centre.y) / radius]
        }
        for (place, isLost) in zip(places, lost)
        where place.distance(to: centre) > Self.clearance * radius {
            plane.add(row: row(place), value: isLost ? 1 : 0, weight: 1)
            outside += 1
            gone += isLost ? 1 : 0
        }
        let overall = outside > 0 ? gone / outside : 0
        let numbers = plane.solved()
        expected = places.map { place in
            guard let numbers else { return min(Self.mostShare, max(Self.leastShare, overall)) }
            let share = zip(numbers, row(place)).reduce(0) { $0 + $1.0 * $1.1 }
            // A plane runs below none and above all.
            return min(Self.mostShare, max(Self.leastShare, overall / 2, min(share, 2 * overall)))
        }
    }

    /// The disc's own statistic: how much likelier its losses are with a rate of its own; 0 where it lost less.
    var statistic: Double {
        let (known, gone, expected) = counts
        return gone > expected ? LossScan.likelihood(gone, of: known, expected: expected) : 0
    }

    /// The disc as a patch, or nil where it lost less than expected.
    var patch: LostPatchScan.Patch? { statistic > 0 ? plainPatch : nil }

    /// The disc as a patch, whatever it lost; nil without dots.
    var plainPatch: LostPatchScan.Patch? {
        let (known, gone, expected) = counts
        guard known > 0 else { return nil }
        return LostPatchScan.Patch(
            visit: visit, centre: lossMiddle ?? centre, disc: centre, radius: radius,
            radiusStandardError: radiusStandardError,
            known: Int(known), lost: Int(gone), expected: expected, probability: 1)
    }

    private var counts: (known: Double, gone: Double, expected: Double) {
        var (known, gone, sum) = (0.0, 0.0, 0.0)
        for index in places.indices where places[index].distance(to: centre) <= radius {
            known += 1
            gone += lost[index] ? 1 : 0
            sum += expected[index]
        }
        return (known, gone, sum)
    }

    /// The radius at which a disc about a place is the likeliest, and its standard error.
    private func bestRadius(
        at centre: PixelPoint, reach: Double
    ) -> (statistic: Double, centre: PixelPoint, radius: Double, error: Double) {
        var near: [(distance: Double, index: Int)] = []
        for index in places.indices {
            let distance = places[index].distance(to: centre)
            if distance <= reach { near.append((distance, index)) }
        }
        near.sort { $0.distance != $1.distance ? $0.distance < $1.distance : $0.index < $1.index }
        let most = Int(Self.largestShare * Double(places.count))
        var statistics: [Double] = []
        var (gone, sum) = (0.0, 0.0)
        for (number, dot) in near.prefix(most).enumerated() {
            gone += lost[dot.index] ? 1 : 0
            sum += expected[dot.index]
            // The edge of a disc lies behind a lost dot.
            statistics.append(
                gone > sum && lost[dot.index]
                    ? LossScan.likelihood(gone, of: Double(number + 1), expected: sum) : 0)
        }
        guard let greatest = statistics.max(), greatest > 0,
            let place = statistics.firstIndex(of: greatest)
        else { return (0, centre, radius, 0) }
        /// Half-way to the next dot.
        func edge(_ number: Int) -> Double {
            number + 1 < near.count
                ? (near[number].distance + near[number + 1].distance) / 2 : near[number].distance
        }
        let fair = statistics.indices.filter { statistics[$0] >= greatest - Self.fall }
        let error = (edge(fair.last ?? place) - edge(fair.first ?? place)) / 4
        return (greatest, centre, edge(place), max(error, (edge(place) - near[place].distance)))
    }
}
