import Raster

/// From a match to all dots that are the same on a curved head: pairs spread from where the homography holds.
///
/// A homography fits a curved head in a part only, and beyond it dots lie spacings off. The pairs that agree with
/// their neighbours fix a smooth warp; the warp reaches a little further than they do, finds new pairs there, and
/// so on until nothing is added. A pair counts only where most dots around it are paired and shifted alike, so
/// that chance pairs never lead the warp.
package struct MatchSpread {
    /// The photo's dots.
    package let moving: DotField
    /// What they are brought over, in its own pixels.
    package let fixed: DotField

    /// Makes it ready.
    ///
    /// - Parameters:
    ///   - moving: The photo's dots.
    ///   - fixed: What they are brought over.
    package init(moving: DotField, fixed: DotField) {
        self.moving = moving
        self.fixed = fixed
    }

    /// How far a dot may lie from its partner, as a share of the spacing: chance meets one in six.
    private static let reach = 0.25
    /// Neighbours of a dot that must be paired as well, and how alike their shifts must be, in spacings: chance
    /// alone passes less than one in two hundred.
    private static let leastShare = 0.6
    private static let leastNeighbours = 3
    private static let likeness = 0.12
    /// Growth below which nothing more is looked for, and rounds at most.
    private static let leastGrowth = 0.005
    private static let mostRounds = 16
    /// Final pairs lie within so many scatters, and this many pixels in any case.
    private static let reachInScatters = 3.5
    private static let narrowestReach = 0.6

    /// The pairs that a match leads to, and the map through them; nil where too few agree.
    ///
    /// - Parameter start: The homography of the match.
    /// - Returns: The warped map in the fixed field's pixels and the pairs.
    package func spread(from start: Homography) -> (map: WarpedMap, pairs: [FieldMatch.Pair])? {
        var map = WarpedMap(start)
        var trusted: [FieldMatch.Pair] = []
        for _ in 0..<Self.mostRounds {
            let next = agreeing(under: map, reach: Self.reach * fixed.spacing)
            guard next.count >= MatchVerification.fewestPairs, let better = fitted(next) else { break }
            let isDone = Double(next.count) < (1 + Self.leastGrowth) * Double(trusted.count)
            trusted = next
            map = better
            if isDone { break }
        }
        guard trusted.count >= MatchVerification.fewestPairs else { return nil }
        let distances = trusted.map {
            map.apply(moving.points[$0.moving]).distance(to: fixed.points[$0.fixed])
        }
        let reach = max(Self.narrowestReach, Self.reachInScatters * distances.median / 1.1774)
        let final = agreeing(under: map, reach: min(Self.reach * fixed.spacing, reach))
        guard final.count >= MatchVerification.fewestPairs, let last = fitted(final) else { return nil }
        return (last, final)
    }

    private func fitted(_ pairs: [FieldMatch.Pair]) -> WarpedMap? {
        WarpedMap(
            from: pairs.map { moving.points[$0.moving] }, to: pairs.map { fixed.points[$0.fixed] },
            spacing: fixed.spacing)
    }

    /// Dots that are each other's nearest and shifted like most dots around them.
    private func agreeing(under map: WarpedMap, reach: Double) -> [FieldMatch.Pair] {
        var best = [Double](repeating: .infinity, count: fixed.points.count)
        var partner = [Int](repeating: -1, count: fixed.points.count)
        var shifts = [PixelPoint?](repeating: nil, count: moving.points.count)
        var isInside = [Bool](repeating: false, count: moving.points.count)
        for index in moving.points.indices {
            let place = map.apply(moving.points[index])
            guard fixed.contains(place) else { continue }
            isInside[index] = true
            guard let near = fixed.buckets.nearest(to: place, within: reach) else { continue }
            let square = place.squaredDistance(to: fixed.points[near])
            if square < best[near] {
                if partner[near] >= 0 { shifts[partner[near]] = nil }
                best[near] = square
                partner[near] = index
                shifts[index] = PixelPoint(
                    x: fixed.points[near].x - place.x, y: fixed.points[near].y - place.y)
            }
        }
        let k = DotField.neighbourCount
        let likeness = Self.likeness * fixed.spacing
        var pairs: [FieldMatch.Pair] = []
        for near in partner.indices where partner[near] >= 0 {
            let dot = partner[near]
            guard let own = shifts[dot] else { continue }
            var inside = 0
            var alike = 0
            for slot in 0..<k {
                let other = Int(moving.neighbours[dot * k + slot])
                guard other >= 0, isInside[other] else { continue }
                inside += 1
                if let shift = shifts[other], shift.distance(to: own) < likeness { alike += 1 }
            }
            if alike >= Self.leastNeighbours, Double(alike) >= Self.leastShare * Double(inside) {
                pairs.append(FieldMatch.Pair(moving: dot, fixed: near))
            }
        }
        return pairs.sorted { $0.moving < $1.moving }
    }
}
