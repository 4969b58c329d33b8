import Raster
import ScalpMeasurement
import SteadyMath

/// Every dot that the registered photos show, each once, in the anchor's frame.
struct ScalpMap {
    /// A place of one photo.
    struct View {
        /// Where the place lies in the photo's pixels, as the map and the smooth residual foretell.
        var position: PixelPoint
        /// The detected dot's number, or nil.
        var dot: Int?
        /// The load in the anchor's px², nil where hidden or outside.
        var load: Estimate?
        /// Whether the place lies outside the picture.
        var isOutside: Bool
    }

    /// Places of the dots in the anchor's pixels.
    private(set) var places: [PixelPoint] = []
    /// For each photo one view a place; empty where the photo is not registered.
    private(set) var views: [[View]]
    /// RMS of what the whole map leaves over at the matched dots, in the anchor's pixels; nil where the photo is
    /// not registered.
    private(set) var residuals: [Double?]
    /// Dots' spacing in the anchor, in its pixels.
    let spacing: Double
    /// The map of each photo to the anchor, fitted to the dots of all photos together.
    let maps: [WarpedMap?]
    private var strays: [[PixelPoint]]

    /// Widest distance at which a dot is still the place's, as a share of the dots' spacing.
    private static let widestReach = 0.3
    /// The same in units of the scatter, and its least in pixels.
    private static let reachInScatters = 3.5
    private static let narrowestReach = 0.6
    /// A dot that only the first or the last photo of its place shows must be as sure as this.
    private static let singleProbability = 0.9

    /// Shares of the first load below which a place is empty and above which it is dark again, the errors that
    /// must lie between: the pale phase leaves a dot about half of its load.
    private static let emptyShare = 0.3
    private static let returnedShare = 0.5
    private static let sureErrors = 2.0

    /// Gathers the dots of all registered photos.
    ///
    /// - Parameters:
    ///   - photos: All photos.
    ///   - alignment: How they lie over one another.
    init(of photos: [PhotoEvidence], alignment: SeriesAlignment) {
        spacing = alignment.spacing
        views = Array(repeating: [], count: photos.count)
        residuals = Array(repeating: nil, count: photos.count)
        strays = Array(repeating: [], count: photos.count)
        let registered = photos.indices.filter { alignment.warps[$0] != nil }
        guard let anchor = alignment.anchor, spacing > 0 else {
            maps = alignment.warps
            return
        }
        var gathering = Gathering(spacing: spacing)
        for photo in [anchor] + registered.filter({ $0 != anchor }) {
            guard let map = alignment.warps[photo] else { continue }
            gathering.add(photo: photo, dots: photos[photo].dots.map { map.apply($0.position) })
        }
        let kept = gathering.candidates.filter { candidate in
            guard candidate.sightings.count == 1, let only = candidate.sightings.first else { return true }
            guard photos[only.photo].dots[only.dot].probability >= Self.singleProbability else {
                return false
            }
            // A dot that goes at once, or that came last; in the midst of the visits it would have been seen again.
            func isShown(_ photo: Int) -> Bool {
                alignment.warps[photo]?.point(at: candidate.position).map(photos[photo].showsSkin) ?? false
            }
            return !registered.contains { $0 < only.photo && photos[$0].treated != nil && isShown($0) }
                || !registered.contains { $0 > only.photo && isShown($0) }
        }
        places = kept.map(\.position)
        var maps = alignment.warps
        for photo in registered {
            var points: [PixelPoint] = []
            var targets: [PixelPoint] = []
            for candidate in gathering.candidates where candidate.sightings.count > 1 {
                for sighting in candidate.sightings where sighting.photo == photo {
                    points.append(photos[photo].dots[sighting.dot].position)
                    targets.append(candidate.position)
                }
            }
            if photo != anchor, points.count >= MatchVerification.fewestPairs,
                let joint = WarpedMap(from: points, to: targets, spacing: spacing)
            {
                maps[photo] = joint
            }
            guard let map = maps[photo] else { continue }
            var square = 0.0
            for (point, target) in zip(points, targets) {
                square += map.apply(point).squaredDistance(to: target)
            }
            residuals[photo] = points.isEmpty ? 0 : (square / Double(points.count)).squareRoot()
            views[photo] = places.map { place in
                guard let position = map.point(at: place) else {
                    return View(position: place, dot: nil, load: nil, isOutside: true)
                }
                return View(
                    position: position, dot: nil, load: nil, isOutside: !photos[photo].contains(position))
            }
        }
        self.maps = maps
        var taken = photos.map { [Bool](repeating: false, count: $0.dots.count) }
        for (number, candidate) in kept.enumerated() {
            for sighting in candidate.sightings where !views[sighting.photo].isEmpty {
                views[sighting.photo][number].dot = sighting.dot
                views[sighting.photo][number].position = photos[sighting.photo].dots[sighting.dot].position
                views[sighting.photo][number].isOutside = false
                taken[sighting.photo][sighting.dot] = true
            }
        }
        for photo in registered {
            strays[photo] = photos[photo].dots.indices.filter { !taken[photo][$0] }
                .map { photos[photo].dots[$0].position }
        }
    }

    /// Leaves out places that are no dots of the series, such as stubble beside the treated skin.
    ///
    /// - Parameter isKept: Whether a place in the anchor's pixels stays.
    mutating func keep(_ isKept: (PixelPoint) -> Bool) {
        let kept = places.map(isKept)
        for photo in views.indices where !views[photo].isEmpty {
            for place in kept.indices where !kept[place] && views[photo][place].dot != nil {
                strays[photo].append(views[photo][place].position)
            }
            views[photo] = kept.indices.filter { kept[$0] }.map { views[photo][$0] }
        }
        places = kept.indices.filter { kept[$0] }.map { places[$0] }
    }

    /// Leaves out hair that was shaved and grew back, and crusts where each session leaves them.
    ///
    /// Their places are surely empty in one photo and dark again in a later one; pigment does not come back.
    mutating func leaveOutWhatReturns() {
        let photos = views.indices.filter { !views[$0].isEmpty }
        var returns = [Bool](repeating: false, count: places.count)
        for place in places.indices {
            var first: Double?
            var wasEmpty = false
            for photo in photos {
                let view = views[photo][place]
                guard let load = view.load else { continue }
                if let first {
                    let isEmpty =
                        view.dot == nil
                        && load.value + Self.sureErrors * load.standardError < Self.emptyShare * first
                    if isEmpty { wasEmpty = true }
                    let least = load.value - Self.sureErrors * load.standardError
                    if wasEmpty, least > Self.returnedShare * first {
                        returns[place] = true
                    }
                } else if view.dot != nil {
                    first = load.value
                }
            }
        }
        var number = -1
        keep { _ in
            number += 1
            return !returns[number]
        }
    }

    /// Leaves out what does not fade while the dots around it do: shaved hairs and moles.
    ///
    /// Healing takes a third to two thirds of a session's pigment from the skin (the expected curve's settled
    /// share), while a shaved hair is as dark as ever. Each place's load after healing over its fresh load is
    /// therefore drawn from the dots' own scatter about their median, or from a hair's about 1; where the latter is
    /// likelier the place is no dot. Nothing is left out where the dots have not faded enough to tell.
    ///
    /// - Parameter stages: For each photo the sessions that it comes after; each session's places are told apart
    ///   for themselves.
    mutating func leaveOutWhatStays(stages: [Int]) {
        let photos = views.indices.filter { !views[$0].isEmpty }
        var groups: [[Int]] = Array(repeating: [], count: (stages.max() ?? 0) + 1)
        for place in places.indices {
            guard let first = photos.first(where: { views[$0][place].dot != nil }) else { continue }
            groups[stages[first]].append(place)
        }
        var stays = [Bool](repeating: false, count: places.count)
        for stage in groups.indices where stage > 0 {
            let shown = photos.filter { stages[$0] >= stage }
            for place in placesThatStay(among: groups[stage], photos: shown) { stays[place] = true }
        }
        var number = -1
        keep { _ in
            number += 1
            return !stays[number]
        }
    }

    /// Places whose load after healing is that of a hair.
    private func placesThatStay(among group: [Int], photos: [Int]) -> [Int] {
        guard let first = photos.first, group.count >= Self.fewestFading else { return [] }
        // What the middle dot has left in each photo, over the session's first.
        let levels = photos.map { photo in
            group.compactMap { place -> Double? in
                guard let now = views[photo][place].load, let then = views[first][place].load,
                    then.value > Self.sureErrors * then.standardError
                else { return nil }
                return now.value / then.value
            }.median
        }
        let fresh = zip(photos, levels).filter { $0.1 >= Self.freshLevel }.map(\.0)
        let healed = zip(photos, levels).filter { $0.1 <= Self.healedLevel }.map(\.0)
        guard !fresh.isEmpty, !healed.isEmpty else { return [] }
        var ratios: [(place: Int, logarithm: Double, variance: Double)] = []
        for place in group {
            guard let then = mean(of: place, in: fresh), let now = mean(of: place, in: healed),
                then.value > Self.sureErrors * then.standardError,
                now.value > Self.sureErrors * now.standardError
            else { continue }
            let error = then.standardError / then.value
            ratios.append((place, Steady.log(now.value / then.value), error * error))
        }
        guard ratios.count >= Self.fewestFading else { return [] }
        let middle = ratios.map(\.logarithm).median
        guard middle < Steady.log(Self.healedLevel) else { return [] }
        // The skin beneath a place errs by the same amount in all photos: nothing of it is left where nothing fades,
        // and for a dot that keeps the share m it is (1 − m) / m of the first load's relative error.
        let lever = Steady.exp(-middle) - 1
        // The dots' own scatter, errors taken off, by those that have more left than most: the others may be on
        // their way out.
        let above = ratios.filter { $0.logarithm > middle }.map { $0.logarithm - middle }.median / 0.6745
        let errors = lever * lever * ratios.map(\.variance).median
        let scatter = max(Self.leastScatter, max(0, above * above - errors).squareRoot())
        func oddness(_ off: Double, _ variance: Double) -> Double {
            off * off / variance + Steady.log(variance)
        }
        return ratios.filter { ratio in
            guard ratio.logarithm > middle else { return false }
            let dot = oddness(ratio.logarithm - middle, scatter * scatter + lever * lever * ratio.variance)
            let hair = oddness(min(0, ratio.logarithm), Self.hairScatter * Self.hairScatter)
            return dot > hair + Self.dotsPerHair
        }.map(\.place)
    }

    /// Mean load of a place over photos, in the anchor's px², or nil where none shows it.
    private func mean(of place: Int, in photos: [Int]) -> Estimate? {
        var sum = 0.0
        var square = 0.0
        var count = 0.0
        for photo in photos {
            guard let load = views[photo][place].load else { continue }
            sum += load.value
            square += load.standardError * load.standardError
            count += 1
        }
        guard count > 0 else { return nil }
        // Most of the error is the skin's beneath the place, the same in all photos.
        return Estimate(value: sum / count, standardError: (square / count).squareRoot())
    }

    /// Places from which the dots' fading can be told.
    private static let fewestFading = 40
    /// Load left of the middle dot, over the session's first photo, in photos that count as fresh and as healed.
    private static let freshLevel = 0.85
    private static let healedLevel = 0.7
    /// Scatter of the logarithm of a hair's load from photo to photo (shaving, growth, focus), and the least of the
    /// dots'.
    private static let hairScatter = 0.2
    private static let leastScatter = 0.1
    /// Twice the logarithm of how many dots there are for one hair among them, as a rule: twenty.
    private static let dotsPerHair = 6.0

    /// Measures the load of every place in every registered photo, whether a dot is seen there or not.
    ///
    /// Bare skin between the dots is measured the same way, and what it shows in the mean is taken off: texture and
    /// an uneven background look like a little ink everywhere, which would hide a part of what fades. Their scatter
    /// is the least error that a load has.
    ///
    /// - Parameter photos: All photos.
    mutating func measure(_ photos: [PhotoEvidence]) {
        let blanks = blankPlaces()
        for photo in photos.indices where !views[photo].isEmpty {
            guard let map = maps[photo] else { continue }
            let shown = views[photo].indices.filter { !views[photo][$0].isOutside }
            let bare = blanks.compactMap { map.point(at: $0) }.filter(photos[photo].contains)
            // Dots that are no place's are told as well, so that their light is not given to a neighbour.
            let asked = shown.map { views[photo][$0].position } + strays[photo] + bare
            let loads = photos[photo].loads(asked)
            let (ground, spread) = Self.ground(
                zip(bare, loads.suffix(bare.count)).compactMap { place, load in
                    load.map { $0.value * map.areaScale(at: place) }
                })
            for (slot, place) in shown.enumerated() {
                guard let load = loads[slot] else { continue }
                let scale = map.areaScale(at: views[photo][place].position)
                views[photo][place].load = Estimate(
                    value: load.value * scale - ground,
                    standardError: max(load.standardError * scale, spread))
            }
        }
    }

    /// What bare skin shows in the mean, far-off values (a hair, a mole) left out, and how much it scatters: the
    /// error that a dot's load has from the skin beneath it. 0 where too little is known.
    private static func ground(_ loads: [Double]) -> (mean: Double, spread: Double) {
        guard loads.count >= fewestBlanks else { return (0, 0) }
        let middle = loads.median
        let spread = loads.map { abs($0 - middle) }.median / 0.6745
        let near = loads.filter { abs($0 - middle) <= farOff * spread }
        return near.isEmpty ? (0, spread) : (near.reduce(0, +) / Double(near.count), spread)
    }

    /// Places in the midst of bare skin between the dots, in the anchor's pixels.
    private func blankPlaces() -> [PixelPoint] {
        let dots = strays.indices.flatMap { photo in
            maps[photo].map { map in strays[photo].map { map.apply($0) } } ?? []
        }
        let buckets = PointBuckets(points: places + dots, pointsPerBucket: 2)
        var blanks: [PixelPoint] = []
        let stride = max(1, places.count / Self.mostBlanks)
        for (number, place) in places.enumerated() where number % stride == 0 {
            var best: (point: PixelPoint, clearance: Double)?
            for step in Self.around {
                let point = PixelPoint(x: place.x + step.x * spacing, y: place.y + step.y * spacing)
                guard let near = buckets.nearest(to: point, within: 2 * spacing) else { continue }
                let clearance = buckets.points[near].distance(to: point)
                if clearance > best?.clearance ?? 0 { best = (point, clearance) }
            }
            if let best, best.clearance >= Self.blankClearance * spacing { blanks.append(best.point) }
        }
        return blanks
    }

    /// Bare places at most and at least, and how far they lie from any dot in spacings.
    private static let mostBlanks = 800
    private static let fewestBlanks = 30
    private static let blankClearance = 0.55
    /// Robust deviations beyond which a bare place is none.
    private static let farOff = 4.0
    /// Steps from a dot to where bare skin is looked for, in spacings.
    private static let around: [PixelPoint] = [
        PixelPoint(x: 0.7, y: 0), PixelPoint(x: 0.5, y: 0.5), PixelPoint(x: 0, y: 0.7),
        PixelPoint(x: -0.5, y: 0.5), PixelPoint(x: -0.7, y: 0), PixelPoint(x: -0.5, y: -0.5),
        PixelPoint(x: 0, y: -0.7), PixelPoint(x: 0.5, y: -0.5),
    ]

    /// Dots of several photos that are gathered into places.
    private struct Gathering {
        struct Sighting {
            let photo: Int
            let dot: Int
        }
        struct Candidate {
            var position: PixelPoint
            var sightings: [Sighting]
        }
        var candidates: [Candidate] = []
        let spacing: Double

        init(spacing: Double) { self.spacing = spacing }

        /// Adds the dots of a photo, given in the anchor's frame.
        mutating func add(photo: Int, dots: [PixelPoint]) {
            let width = ScalpMap.widestReach * spacing
            let places = candidates.map(\.position)
            let buckets = PointBuckets(points: places, pointsPerBucket: 2)
            var pairs = matched(dots, in: buckets, reach: width)
            var field = ResidualField(places: [], residuals: [], spacing: spacing)
            var moved = dots
            for _ in 0..<2 where !pairs.isEmpty {
                let target = pairs.map { candidates[$0.place].position }
                let left = pairs.map { pair in
                    let place = candidates[pair.place].position
                    return PixelPoint(x: place.x - dots[pair.dot].x, y: place.y - dots[pair.dot].y)
                }
                field = ResidualField(places: target, residuals: left, spacing: spacing)
                moved = dots.map { dot in
                    let shift = field.residual(at: dot)
                    return PixelPoint(x: dot.x + shift.x, y: dot.y + shift.y)
                }
                let distances = pairs.map { moved[$0.dot].distance(to: candidates[$0.place].position) }
                let reach = max(
                    ScalpMap.narrowestReach, ScalpMap.reachInScatters * distances.median / 1.1774)
                pairs = matched(moved, in: buckets, reach: min(width, reach))
            }
            var isMatched = [Bool](repeating: false, count: dots.count)
            var isTaken = [Bool](repeating: false, count: candidates.count)
            for pair in pairs {
                isMatched[pair.dot] = true
                isTaken[pair.place] = true
                let count = Double(candidates[pair.place].sightings.count)
                let old = candidates[pair.place].position
                candidates[pair.place].position = PixelPoint(
                    x: (old.x * count + moved[pair.dot].x) / (count + 1),
                    y: (old.y * count + moved[pair.dot].y) / (count + 1))
                candidates[pair.place].sightings.append(Sighting(photo: photo, dot: pair.dot))
            }
            // The nearest first, so that a place goes to the dot that is nearest to it.
            let left = dots.indices.filter { !isMatched[$0] }
                .compactMap { dot -> (dot: Int, place: Int, distance: Double)? in
                    guard let near = buckets.nearest(to: moved[dot], within: width) else { return nil }
                    return (dot, near, places[near].squaredDistance(to: moved[dot]))
                }
                .sorted { $0.distance != $1.distance ? $0.distance < $1.distance : $0.dot < $1.dot }
            for (dot, near, _) in left {
                isMatched[dot] = true
                // A second dot beside a place that this photo already shows is that dot, split or doubled. Beside a
                // place that is still free it is the place's own, badly placed: its position doesn't count.
                if isTaken[near] { continue }
                isTaken[near] = true
                candidates[near].sightings.append(Sighting(photo: photo, dot: dot))
            }
            for dot in dots.indices where !isMatched[dot] {
                candidates.append(
                    Candidate(position: moved[dot], sightings: [Sighting(photo: photo, dot: dot)]))
            }
        }

        /// Each place with the dot that is nearest to it, one to one.
        private func matched(
            _ dots: [PixelPoint], in buckets: PointBuckets, reach: Double
        ) -> [(dot: Int, place: Int)] {
            var best = [Double](repeating: .infinity, count: candidates.count)
            var partner = [Int](repeating: -1, count: candidates.count)
            for dot in dots.indices {
                guard let near = buckets.nearest(to: dots[dot], within: reach) else { continue }
                let square = dots[dot].squaredDistance(to: candidates[near].position)
                if square < best[near] {
                    best[near] = square
                    partner[near] = dot
                }
            }
            return partner.indices.filter { partner[$0] >= 0 }.map { (partner[$0], $0) }
        }
    }
}
