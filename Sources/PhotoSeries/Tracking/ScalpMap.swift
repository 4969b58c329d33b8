import Raster
import ScalpMeasurement

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
    var views: [[View]]
    /// RMS of what the whole map leaves over at the matched dots, in the anchor's pixels; nil where the photo is
    /// not registered.
    private(set) var residuals: [Double?]
    /// Dots' spacing in the anchor, in its pixels.
    let spacing: Double
    /// The map of each photo to the anchor, fitted to the dots of all photos together.
    let maps: [WarpedMap?]
    /// What the loads are held against, once they are measured.
    var heldAgainst = SessionShare.HeldAgainst.bareSkin
    /// For each photo its dots that are no place's.
    var strays: [[PixelPoint]]

    /// Widest distance at which a dot is still the place's, as a share of the dots' spacing.
    static let widestReach = 0.3
    /// The same in units of the scatter, and its least in pixels.
    private static let reachInScatters = 3.5
    private static let narrowestReach = 0.6
    /// A dot that only the first or the last photo of its place shows must be as sure as this.
    private static let singleProbability = 0.9

    /// Shares of the first load below which a place is empty and above which it is dark again while the dots around it
    /// have not faded, and the errors that must lie between.
    private static let emptyShare = 0.3
    private static let returnedShare = 0.5
    static let sureErrors = 2.0
    /// What dots have left in photos that count as fresh.
    static let freshLevel = 0.85

    /// Gathers the dots of all registered photos.
    ///
    /// - Parameters:
    ///   - photos: All photos.
    ///   - alignment: How they lie over one another.
    ///   - sessionDays: Days since 1970 of the sessions.
    init(of photos: [PhotoEvidence], alignment: SeriesAlignment, sessionDays: [Double]) {
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
        // The first photo after a session may be the only one that shows those of its dots that go.
        let mayBeFresh = photos.indices.map { photo in
            guard let day = photos[photo].day?.rounded(.down) else { return false }
            return sessionDays.contains { session in
                let session = session.rounded(.down)
                return session <= day
                    && !registered.contains { other in
                        other < photo && photos[other].day.map { $0.rounded(.down) > session } == true
                    }
            }
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
            return mayBeFresh[only.photo]
                || !registered.contains { $0 < only.photo && photos[$0].treated != nil && isShown($0) }
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
            residuals[photo] = points.isEmpty ? nil : (square / Double(points.count)).squareRoot()
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
    mutating func keep(_ isKept: (PixelPoint) -> Bool) { keep(isKept: places.map(isKept)) }

    /// Leaves out places that are no dots of the series.
    ///
    /// - Parameter kept: For each place whether it stays.
    mutating func keep(isKept kept: [Bool]) {
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
    /// Their places are surely empty in one photo and as dark as ever in a later one; pigment that comes back, a little
    /// at most, has faded as the other dots have. What a photo from before treatment shows bare is no hair.
    ///
    /// - Parameter stages: For each photo the sessions that it comes after.
    mutating func leaveOutWhatReturns(stages: [Int]) {
        let photos = views.indices.filter { !views[$0].isEmpty }
        let first = places.indices.map { place in
            photos.first { views[$0][place].dot != nil && views[$0][place].load != nil }
                .flatMap { views[$0][place].load?.value }
        }
        let levels = views.map { view in
            view.indices.compactMap { place -> Double? in
                guard view[place].dot != nil, let now = view[place].load?.value, let then = first[place],
                    then > 0
                else { return nil }
                return now / then
            }.median
        }
        var returns = [Bool](repeating: false, count: places.count)
        for place in places.indices {
            let wasBare = photos.contains {
                stages[$0] == 0 && views[$0][place].dot == nil && views[$0][place].load != nil
            }
            guard let fresh = first[place], !wasBare else { continue }
            var isShown = false
            var wasEmpty = false
            for photo in photos {
                let view = views[photo][place]
                guard let load = view.load else { continue }
                if isShown {
                    let off = Self.sureErrors * load.standardError
                    if view.dot == nil, load.value + off < Self.emptyShare * fresh { wasEmpty = true }
                    let returned =
                        levels[photo] > Self.freshLevel ? Self.returnedShare : (1 + levels[photo]) / 2
                    if wasEmpty, load.value - off > returned * fresh { returns[place] = true }
                } else if view.dot != nil {
                    isShown = true
                }
            }
        }
        keep(isKept: returns.map { !$0 })
    }

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
