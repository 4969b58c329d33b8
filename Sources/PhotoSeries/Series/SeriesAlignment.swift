import Raster
import ScalpMeasurement

/// The photos of a series brought over one of them, the anchor.
struct SeriesAlignment {
    /// The photo that the others are brought over, or nil where none has enough dots.
    let anchor: Int?
    /// What is told of each photo.
    let registrations: [Registration]
    /// Scatter of the matched dots in the anchor's pixels after the warp, 0 where not matched.
    let scatters: [Double]
    /// Dots' spacing in the anchor, in its pixels.
    let spacing: Double
    /// The whole map of each photo, warp included.
    let warps: [WarpedMap?]
    private let shared: [Double?]

    /// The maps from each photo to the anchor.
    var maps: [Homography?] { registrations.map(\.homography) }

    /// Photos tried as a stepping stone to the anchor, the nearest in time first.
    private static let steppingStones = 3

    /// Brings the photos over one another.
    ///
    /// - Parameter photos: In order of time.
    init(of photos: [PhotoEvidence]) {
        let fields = photos.map(\.field)
        let anchor = Self.anchor(of: photos)
        self.anchor = anchor
        var registrations = photos.map { photo in
            Registration(
                homography: nil,
                reason: photo.dots.count < FieldMatcher.fewestDots ? .tooFewDots : .notRegistered)
        }
        var scatters = [Double](repeating: 0, count: photos.count)
        var shared = [Double?](repeating: nil, count: photos.count)
        var warps = [WarpedMap?](repeating: nil, count: photos.count)
        guard let anchor else {
            self.registrations = registrations
            self.scatters = scatters
            self.shared = shared
            self.warps = warps
            spacing = 0
            return
        }
        spacing = fields[anchor].spacing
        let spacing = spacing
        registrations[anchor] = Registration(homography: .identity, overlap: 1, residualPixels: 0)
        warps[anchor] = WarpedMap(.identity)
        shared[anchor] = 1
        var matchers: [FieldMatcher?] = Array(repeating: nil, count: photos.count)
        func result(of moving: Int, over fixed: Int) -> FieldMatchResult {
            let matcher = matchers[fixed] ?? FieldMatcher(field: fields[fixed])
            matchers[fixed] = matcher
            return matcher.match(fields[moving])
        }
        /// Takes a match over a photo that is registered.
        func accept(_ match: FieldMatch, of photo: Int, over fixed: Int) {
            guard let stone = warps[fixed] else { return }
            let field = fields[photo]
            let spread = MatchSpread(moving: field, fixed: fields[fixed]).spread(from: match.homography)
            let pairs = spread?.pairs ?? match.pairs
            let points = pairs.map { field.points[$0.moving] }
            let places = pairs.map { stone.apply(fields[fixed].points[$0.fixed]) }
            guard let map = WarpedMap(from: points, to: places, spacing: spacing),
                map.homography.isPlausible(width: field.width, height: field.height, scales: 0.2...5)
            else { return }
            var square = 0.0
            for (point, place) in zip(points, places) {
                square += map.apply(point).squaredDistance(to: place)
            }
            let residual = (square / Double(pairs.count)).squareRoot()
            let middle = PixelPoint(x: field.width / 2, y: field.height / 2)
            warps[photo] = map
            registrations[photo] = Registration(
                homography: map.homography, mirrored: map.homography.isMirrored(at: middle),
                overlap: match.sharedPart, residualPixels: residual)
            scatters[photo] = residual / 2.0.squareRoot()
            shared[photo] = match.sharedPart
        }
        for photo in photos.indices where photo != anchor {
            switch result(of: photo, over: anchor) {
            case .matched(let match): accept(match, of: photo, over: anchor)
            case .tooFewDots: registrations[photo].reason = .tooFewDots
            case .littleOverlap: registrations[photo].reason = .littleOverlap
            case .notRegistered: registrations[photo].reason = .notRegistered
            }
        }
        // What shares too little with the anchor may share enough with a photo that is registered.
        var tried = Set<Int>()
        var progress = true
        while progress {
            progress = false
            for photo in photos.indices
            where registrations[photo].homography == nil
                && fields[photo].points.count >= FieldMatcher.fewestDots
            {
                let stones = photos.indices
                    .filter { registrations[$0].homography != nil && $0 != anchor }
                    .sorted {
                        abs($0 - photo) != abs($1 - photo) ? abs($0 - photo) < abs($1 - photo) : $0 < $1
                    }
                for stone in stones.prefix(Self.steppingStones)
                where tried.insert(photo * photos.count + stone).inserted {
                    guard let match = result(of: photo, over: stone).match else { continue }
                    accept(match, of: photo, over: stone)
                    let anchored = MatchVerification(moving: fields[photo], fixed: fields[anchor])
                    if let start = registrations[photo].homography,
                        let direct = anchored.verified(start)?.match
                    {
                        accept(direct, of: photo, over: anchor)
                    }
                    progress = progress || registrations[photo].homography != nil
                    break
                }
            }
        }
        self.registrations = registrations
        self.scatters = scatters
        self.shared = shared
        self.warps = warps
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

    /// The photo with the most dots in its treated region, usable ones first; nil where none has enough.
    private static func anchor(of photos: [PhotoEvidence]) -> Int? {
        var best: Int?
        for index in photos.indices where photos[index].dots.count >= FieldMatcher.fewestDots {
            guard let leader = best else {
                best = index
                continue
            }
            let (photo, other) = (photos[index], photos[leader])
            if photo.isUsable != other.isUsable {
                if photo.isUsable { best = index }
            } else if photo.dots.count > other.dots.count {
                best = index
            }
        }
        return best
    }
}
