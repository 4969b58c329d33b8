import Raster
import SteadyMath

/// The last word on a map of a whole field: fitted to all dots, and held against chance.
struct MatchVerification {
    let moving: DotField
    let fixed: DotField

    /// Natural logarithm of the odds against chance that a match needs.
    ///
    /// Some 10⁷ maps are looked at for a pair
    /// of photos and each is fitted to what it meets; 45 leaves less than one false match in 10¹² pairs.
    static let neededEvidence = 45.0
    /// Share of the compared dots that a match meets at least.
    ///
    /// Two photos of one scalp meet more even after 30 %
    /// of either are lost; fields that are alike only in their spacing meet less.
    static let leastShare = 0.25
    /// What a match needs over the same map shifted by a row of dots: natural logarithm of the odds, and share of
    /// the compared dots.
    ///
    /// Foreign rows brought upon rows came to 10 (61 dots shaken by 3 % of their distance) and 0.04 beyond (many
    /// dots); true matches to 0.16 and more, even where 30 % of either side is lost and dots lie 1.5 px off.
    private static let neededOverElsewhere = 10.0
    private static let leastOverElsewhere = 0.15
    /// Neighbours of a dot, of eight, that are met where a map holds; and the least chance of a dot to be met.
    private static let fewestPairedNeighbours = 3
    private static let leastChance = 0.01
    /// Dots that a match needs.
    static let fewestPairs = 20
    /// Share of the moving field's dots within the fixed field's picture below which a map is not carried over
    /// the rest: it would be drawn far out from a corner.
    static let leastSharedPart = 0.1
    /// Widest and least radius of the final matches, as a share of the dots' spacing and in pixels.
    private static let widestReach = 0.25
    private static let narrowestReach = 0.5
    /// The final radius in units of the scatter: 3 leaves out 1 % of right pairs.
    private static let reachInScatters = 3.0

    /// The match of a map, or what is missing.
    func verified(_ start: Homography) -> FieldMatchResult? {
        var map = start
        var reach = Self.widestReach * fixed.spacing
        for _ in 0..<4 {
            let pairs = pairs(under: map, reach: reach)
            guard pairs.count >= Self.fewestPairs,
                let next = Homography.robustFit(
                    from: pairs.map { moving.points[$0.moving] }, to: pairs.map { fixed.points[$0.fixed] },
                    model: .projective, rounds: 4)
            else { return nil }
            map = next
            let distances = pairs.map {
                map.apply(moving.points[$0.moving]).distance(to: fixed.points[$0.fixed])
            }
            let scatter = distances.median / 1.1774
            reach = min(
                Self.widestReach * fixed.spacing, max(Self.narrowestReach, Self.reachInScatters * scatter))
        }
        let pairs = pairs(under: map, reach: reach)
        guard pairs.count >= Self.fewestPairs,
            map.isPlausible(width: moving.width, height: moving.height, scales: 0.3...3.3)
        else { return nil }
        var compared = 0
        var inside = 0
        var chance = 0.0
        for point in moving.points {
            let place = map.apply(point)
            guard fixed.contains(place) else { continue }
            inside += 1
            guard let near = fixed.buckets.nearest(to: place, within: 2 * fixed.spacing) else { continue }
            compared += 1
            chance += 1 - Steady.exp(-.pi * reach * reach * fixed.density[near])
        }
        guard compared > 0 else { return nil }
        let share = Double(pairs.count) / Double(compared)
        let evidence = Self.evidence(met: pairs.count, of: compared, chance: chance / Double(compared))
        guard evidence >= Self.neededEvidence, share >= Self.leastShare else { return nil }
        guard isBeyondRows(pairs, under: map, reach: reach) else { return nil }
        let sharedPart = Double(inside) / Double(moving.points.count)
        guard sharedPart >= Self.leastSharedPart else { return .littleOverlap }
        var square = 0.0
        for pair in pairs {
            square += map.apply(moving.points[pair.moving]).squaredDistance(to: fixed.points[pair.fixed])
        }
        let middle = PixelPoint(x: moving.width / 2, y: moving.height / 2)
        return .matched(
            FieldMatch(
                homography: map, mirrored: map.isMirrored(at: middle), pairs: pairs, comparedDots: compared,
                residualPixels: (square / Double(pairs.count)).squareRoot(), evidence: evidence,
                sharedPart: sharedPart))
    }

    /// Whether the dots are met far more often than after a shift by a row of dots.
    ///
    /// Held against each other where the map holds: on a curved head that is a part of the picture only.
    private func isBeyondRows(_ pairs: [FieldMatch.Pair], under map: Homography, reach: Double) -> Bool {
        let k = DotField.neighbourCount
        var isPaired = [Bool](repeating: false, count: moving.points.count)
        for pair in pairs { isPaired[pair.moving] = true }
        // The dot itself has no say, so that what is met is not chosen.
        let dots = moving.points.indices.filter { dot in
            var paired = 0
            for slot in dot * k..<(dot + 1) * k where moving.neighbours[slot] >= 0 {
                if isPaired[Int(moving.neighbours[slot])] { paired += 1 }
            }
            return paired >= Self.fewestPairedNeighbours
        }
        let met = dots.count { isPaired[$0] }
        let elsewhere = map.metElsewhere(from: dots.map { moving.points[$0] }, over: fixed, reach: reach)
        let count = max(elsewhere.covered, met)
        guard count > 0 else { return false }
        let own = Double(met) / Double(count)
        return own >= elsewhere.share + Self.leastOverElsewhere
            && Self.evidence(met: met, of: count, chance: max(elsewhere.share, Self.leastChance))
                >= Self.neededOverElsewhere
    }

    /// Dots that are each other's nearest under a map, within a radius in the fixed field's pixels.
    func pairs(under map: Homography, reach: Double) -> [FieldMatch.Pair] {
        var best = [Double](repeating: .infinity, count: fixed.points.count)
        var partner = [Int32](repeating: -1, count: fixed.points.count)
        for index in moving.points.indices {
            let place = map.apply(moving.points[index])
            guard fixed.contains(place), let near = fixed.buckets.nearest(to: place, within: reach) else {
                continue
            }
            let square = place.squaredDistance(to: fixed.points[near])
            if square < best[near] {
                best[near] = square
                partner[near] = Int32(index)
            }
        }
        var pairs: [FieldMatch.Pair] = []
        for (index, other) in partner.enumerated() where other >= 0 {
            pairs.append(FieldMatch.Pair(moving: Int(other), fixed: index))
        }
        return pairs.sorted { $0.moving < $1.moving }
    }

    /// Chernoff's bound on the chance of so many matches: `n · KL(met/n ‖ chance)`, 0 where not above chance.
    static func evidence(met: Int, of count: Int, chance: Double) -> Double {
        let share = Double(met) / Double(count)
        guard share > chance, chance > 0 else { return share > chance ? .infinity : 0 }
        var sum = share * Steady.log(share / chance)
        if share < 1 { sum += (1 - share) * Steady.log((1 - share) / (1 - chance)) }
        return Double(count) * sum
    }
}
