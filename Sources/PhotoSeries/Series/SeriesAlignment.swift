import Raster
import ScalpMeasurement

/// The photos of a series brought over one of them, the anchor.
struct SeriesAlignment {
    /// The photo that the others are brought over, or nil where none has enough dots.
    let anchor: Int?
    /// What is told of each photo.
    let registrations: [Registration]
    /// Dots' spacing in the anchor, in its pixels.
    let spacing: Double
    /// The whole map of each photo, warp included.
    let warps: [WarpedMap?]
    private let shared: [Double?]

    /// The maps from each photo to the anchor.
    var maps: [Homography?] { registrations.map(\.homography) }

    /// Photos tried as a stepping stone to the anchor, the nearest in time first.
    static let steppingStones = 3

    /// Brings photos over one another that show one place of a head.
    ///
    /// - Parameter photos: In order of time.
    init(of photos: [PhotoEvidence]) {
        var matches = PhotoMatches(of: photos)
        let members = Array(photos.indices)
        let anchor = Self.anchor(of: photos, among: members, matches: &matches)
        self.init(of: photos, members: members, anchor: anchor, matches: &matches)
    }

    /// Brings some photos over one another that show one place of a head.
    ///
    /// - Parameters:
    ///   - all: All photos, in order of time.
    ///   - members: Which of them; what is told speaks of these, in their order.
    ///   - leader: The one of them that the others are brought over, or nil where none has enough dots.
    ///   - matches: The matches known so far.
    init(of all: [PhotoEvidence], members: [Int], anchor leader: Int?, matches: inout PhotoMatches) {
        let photos = members.map { all[$0] }
        let anchor = leader.flatMap { members.firstIndex(of: $0) }
        var brought = Brought(photos: photos)
        guard let anchor else {
            self.init(brought, spacing: 0)
            return
        }
        let spacing = matches.field(of: members[anchor], .dots).spacing
        brought.registrations[anchor] = Registration(homography: .identity, overlap: 1, residualPixels: 0)
        brought.warps[anchor] = WarpedMap(.identity)
        brought.shared[anchor] = 1
        func field(_ photo: Int, _ marks: PhotoMatches.Marks) -> DotField {
            matches.field(of: members[photo], marks)
        }
        /// Takes a match over a photo that is registered.
        func accept(_ match: FieldMatch, of photo: Int, over fixed: Int, _ marks: PhotoMatches.Marks) {
            brought.accept(
                match, of: photo, field(photo, marks), over: fixed, field(fixed, marks),
                spacing: marks == .dots ? spacing : nil)
        }
        for photo in photos.indices where photo != anchor {
            switch matches.result(of: members[photo], over: members[anchor], .dots) {
            case .matched(let match): accept(match, of: photo, over: anchor, .dots)
            case .tooFewDots: brought.registrations[photo].reason = .tooFewDots
            case .littleOverlap: brought.registrations[photo].reason = .littleOverlap
            case .notRegistered: brought.registrations[photo].reason = .notRegistered
            }
        }
        // What shares too little with the anchor may share enough with a photo that is registered; what shows too
        // few dots, or other ones, may still show the same hairs and pores.
        for marks in [PhotoMatches.Marks.dots, .landmarks] {
            var tried = Set<Int>()
            var progress = true
            while progress {
                progress = false
                for photo in photos.indices where brought.registrations[photo].homography == nil {
                    let stones = photos.indices
                        .filter {
                            brought.registrations[$0].homography != nil
                                && ($0 != anchor || marks == .landmarks)
                        }
                        .sorted {
                            abs($0 - photo) != abs($1 - photo) ? abs($0 - photo) < abs($1 - photo) : $0 < $1
                        }
                    for stone in stones.prefix(Self.steppingStones)
                    where tried.insert(photo * photos.count + stone).inserted {
                        guard
                            let match = matches.result(of: members[photo], over: members[stone], marks).match
                        else { continue }
                        accept(match, of: photo, over: stone, marks)
                        if marks == .dots, let start = brought.registrations[photo].homography,
                            let direct = MatchVerification(
                                moving: field(photo, .dots), fixed: field(anchor, .dots)
                            ).verified(start)?.match
                        {
                            accept(direct, of: photo, over: anchor, .dots)
                        }
                        progress = progress || brought.registrations[photo].homography != nil
                        break
                    }
                }
            }
        }
        self.init(brought, anchor: anchor, spacing: spacing)
    }

    private init(_ brought: Brought, anchor: Int? = nil, spacing: Double) {
        self.anchor = anchor
        self.spacing = spacing
        registrations = brought.registrations
        warps = brought.warps
        shared = brought.shared
    }

    /// The photos as far as they are brought over the anchor.
    private struct Brought {
        var registrations: [Registration]
        var shared: [Double?]
        var warps: [WarpedMap?]

        init(photos: [PhotoEvidence]) {
            registrations = photos.map { photo in
                Registration(
                    homography: nil,
                    reason: photo.dots.count < FieldMatcher.fewestDots ? .tooFewDots : .notRegistered)
            }
            shared = [Double?](repeating: nil, count: photos.count)
            warps = [WarpedMap?](repeating: nil, count: photos.count)
        }

        /// Takes a match over a photo that is registered.
        ///
        /// - Parameters:
        ///   - match: The match.
        ///   - photo: The photo.
        ///   - moving: What of it was looked at.
        ///   - fixed: What it matches.
        ///   - still: What of that was looked at.
        ///   - spacing: The marks' spacing in the anchor's pixels, or nil for that of the fixed ones.
        mutating func accept(
            _ match: FieldMatch, of photo: Int, _ moving: DotField, over fixed: Int, _ still: DotField,
            spacing: Double?
        ) {
            guard let stone = warps[fixed] else { return }
            let spread = MatchSpread(moving: moving, fixed: still).spread(from: match.homography)
            let pairs = spread?.pairs ?? match.pairs
            let points = pairs.map { moving.points[$0.moving] }
            let places = pairs.map { stone.apply(still.points[$0.fixed]) }
            let middle = PixelPoint(x: moving.width / 2, y: moving.height / 2)
            let own = still.spacing * stone.areaScale(at: match.homography.apply(middle)).squareRoot()
            guard let map = WarpedMap(from: points, to: places, spacing: spacing ?? own),
                map.homography.isPlausible(width: moving.width, height: moving.height, scales: 0.2...5)
            else { return }
            var square = 0.0
            for (point, place) in zip(points, places) {
                square += map.apply(point).squaredDistance(to: place)
            }
            let residual = (square / Double(pairs.count)).squareRoot()
            warps[photo] = map
            registrations[photo] = Registration(
                homography: map.homography, mirrored: map.homography.isMirrored(at: middle),
                overlap: match.sharedPart, residualPixels: residual)
            shared[photo] = match.sharedPart
        }
    }

    /// Share of a photo's treated cells that the anchor shows on visible skin, or nil where not known.
    ///
    /// - Parameters:
    ///   - photo: Index of the photo.
    ///   - treated: Its treated region.
    ///   - photos: All photos.
    /// - Returns: 0…1; the share of its dots where it has no region.
    func overlap(of photo: Int, treated: Mask?, photos: [PhotoEvidence]) -> Double? {
        guard let anchor, let map = registrations[photo].homography else { return nil }
        guard let treated = treated ?? photos[photo].treated else { return shared[photo] }
        let grid = photos[photo].grid
        var total = 0
        var shown = 0
        for row in 0..<grid.rows {
            for column in 0..<grid.columns where treated[column, row] {
                total += 1
                if photos[anchor].contains(map.apply(grid.centre(column: column, row: row))) { shown += 1 }
            }
        }
        return total > 0 ? Double(shown) / Double(total) : shared[photo]
    }

    /// The photo to bring the others over: of those with the most dots, usable ones first, the first that half of the
    /// others register with, or else the one that most do; nil where none has enough dots.
    ///
    /// - Parameters:
    ///   - photos: All photos.
    ///   - members: Which of them are to lie over one another.
    ///   - matches: The matches known so far.
    /// - Returns: Its index in `photos`.
    static func anchor(
        of photos: [PhotoEvidence], among members: [Int], matches: inout PhotoMatches
    ) -> Int? {
        let candidates = candidates(of: photos, among: members)
        var best: (photo: Int, met: Int)?
        for candidate in candidates.prefix(mostTried) {
            let met = candidates.count {
                $0 != candidate && matches.result(of: $0, over: candidate, .dots).match != nil
            }
            if met > best?.met ?? -1 { best = (candidate, met) }
            if 2 * met >= candidates.count - 1 { break }
        }
        return best?.photo
    }

    /// Photos with dots enough to be an anchor, the best first.
    ///
    /// - Parameters:
    ///   - photos: All photos.
    ///   - members: Which of them are looked at.
    /// - Returns: Their indices in `photos`.
    static func candidates(of photos: [PhotoEvidence], among members: [Int]) -> [Int] {
        members.filter { photos[$0].dots.count >= FieldMatcher.fewestDots }.sorted {
            let (photo, other) = (photos[$0], photos[$1])
            if photo.isUsable != other.isUsable { return photo.isUsable }
            return photo.dots.count != other.dots.count ? photo.dots.count > other.dots.count : $0 < $1
        }
    }

    /// Photos tried as anchor: one may show another scalp.
    private static let mostTried = 4
}
