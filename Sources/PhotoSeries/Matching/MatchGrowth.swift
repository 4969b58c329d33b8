import Raster
import SteadyMath

/// From a proposed map of four dots to a map of the whole field, or to the end of the proposal.
struct MatchGrowth {
    private let moving: DotField
    private let fixed: DotField
    /// How dots are compared while the map is still that of four dots, one entry a tolerance of the codes.
    private let early: [Comparison]
    /// How dots are compared afterwards.
    private let late: Comparison

    /// A radius within which a dot counts as met, and what that is worth.
    private struct Comparison {
        /// In the fixed field's pixels.
        let reach: Double
        /// What a met and a missed dot add to the log-odds of a right map over a chance one.
        let met: Double
        let missed: Double

        init(reachInSpacings: Double, spacing: Double) {
            reach = reachInSpacings * spacing
            let chance = 1 - Steady.exp(-.pi * reachInSpacings * reachInSpacings)
            met = Steady.log(MatchGrowth.leastShare / chance)
            missed = Steady.log((1 - MatchGrowth.leastShare) / (1 - chance))
        }
    }

    /// A plane similarity as complex numbers: `z' = a z + b`, or `a z̄ + b` for a mirror image.
    struct Similarity {
        let ax: Double
        let ay: Double
        let bx: Double
        let by: Double
        let mirrored: Bool

        @inline(__always)
        func apply(_ point: PixelPoint) -> PixelPoint {
            let y = mirrored ? -point.y : point.y
            return PixelPoint(x: ax * point.x - ay * y + bx, y: ay * point.x + ax * y + by)
        }
    }

    /// Radii as a share of the dots' spacing: for codes that agree well, and for a scatter of 1.5 px.
    ///
    /// Narrow enough to be met by chance only one time in fourteen, and in seven.
    private static let earlyReaches = [0.15, 0.22]
    private static let lateReach = 0.22
    /// Share of dots that a right map meets at least: 30 % lost on both sides, and wide scatter.
    private static let leastShare = 0.4
    /// Dots around a seed that are compared first.
    private static let firstDots = 24
    /// Log-odds below which a proposal ends, and which it needs to go on.
    private static let lowestOdds = -2.5
    private static let neededOdds = [6.0, 4.0]
    /// Dots compared at each step outward, and the log-odds needed to go on.
    private static let steps = [(dots: 44, odds: 6.5), (dots: 100, odds: 11.0)]
    /// Each later step reaches over this many times the dots.
    private static let stepFactor = 2.4

    init(moving: DotField, fixed: DotField) {
        self.moving = moving
        self.fixed = fixed
        early = Self.earlyReaches.map { Comparison(reachInSpacings: $0, spacing: fixed.spacing) }
        late = Comparison(reachInSpacings: Self.lateReach, spacing: fixed.spacing)
    }

    /// The dots around a seed, the nearest first.
    func surroundings(of seed: Int) -> [Int] {
        Array(moving.buckets.nearest(Self.steps[0].dots + 1, to: moving.points[seed]).dropFirst())
    }

    /// The similarity that brings four dots over four others with the least squares, or nil where its scale is
    /// none that is looked for.
    @inline(__always)
    func similarity(of dots: SIMD4<Int32>, over others: SIMD4<Int32>, mirrored: Bool) -> Similarity? {
        var x = 0.0
        var y = 0.0
        var u = 0.0
        var v = 0.0
        let sign = mirrored ? -1.0 : 1.0
        for k in 0..<4 {
            let p = moving.points[Int(dots[k])]
            let q = fixed.points[Int(others[k])]
            x += p.x
            y += sign * p.y
            u += q.x
            v += q.y
        }
        x /= 4
        y /= 4
        u /= 4
        v /= 4
        var square = 0.0
        var ax = 0.0
        var ay = 0.0
        for k in 0..<4 {
            let p = moving.points[Int(dots[k])]
            let q = fixed.points[Int(others[k])]
            let px = p.x - x
            let py = sign * p.y - y
            let qx = q.x - u
            let qy = q.y - v
            square += px * px + py * py
            ax += px * qx + py * qy
            ay += px * qy - py * qx
        }
        guard square > 0 else { return nil }
        ax /= square
        ay /= square
        let size = ax * ax + ay * ay
        let scales = FieldMatcher.scales
        guard size >= scales.lowerBound * scales.lowerBound, size <= scales.upperBound * scales.upperBound
        else { return nil }
        return Similarity(
            ax: ax, ay: ay, bx: u - ax * x + ay * y, by: v - ay * x - ax * y, mirrored: mirrored)
    }

    /// Whether the dots around the seed are met more often than chance does.
    @inline(__always)
    func survives(_ map: Similarity, surroundings: [Int], level: Int) -> Bool {
        let comparison = early[level]
        var odds = 0.0
        for k in 0..<min(Self.firstDots, surroundings.count) {
            let place = map.apply(moving.points[surroundings[k]])
            guard fixed.contains(place) else { continue }
            odds +=
                fixed.buckets.nearest(to: place, within: comparison.reach) != nil
                ? comparison.met : comparison.missed
            if odds < Self.lowestOdds { return false }
        }
        return odds >= Self.neededOdds[level]
    }

    /// The map of the whole field that grows from a proposal, or nil where it ends on the way.
    ///
    /// - Parameters:
    ///   - proposal: The map of the seed's surroundings.
    ///   - seed: The dot it grows from.
    ///   - surroundings: The dots around it, the nearest first.
    /// - Returns: What the whole field says, or nil where the proposal was wrong.
    func grown(from proposal: Similarity, seed: Int, surroundings: [Int]) -> FieldMatchResult? {
        let first = fitted(proposal.apply, seed: seed, dots: surroundings.prefix(Self.firstDots))
        guard let first else { return nil }
        guard let second = fitted(first.map.apply, seed: seed, dots: surroundings[...]),
            second.odds >= Self.steps[0].odds,
            let third = fitted(second.map.apply, seed: seed, dots: surroundings[...]),
            third.odds >= Self.steps[0].odds
        else { return nil }
        var map = third.map
        let origin = moving.points[seed]
        let near = moving.buckets.nearest(Self.steps[1].dots + 1, to: origin).dropFirst()
        guard let fourth = refitted(map, dots: near, needed: Self.steps[1].odds) else { return nil }
        map = fourth
        // Only what came this far pays for putting all dots in order of distance.
        let order = moving.points.indices.map { (moving.points[$0].squaredDistance(to: origin), $0) }
            .sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }.map(\.1)
        var count = near.count
        while count < order.count - 1 {
            count = Int(Double(count) * Self.stepFactor)
            let dots = order.dropFirst().prefix(count)
            guard let next = refitted(map, dots: dots, needed: Self.steps[1].odds) else { return nil }
            map = next
        }
        return MatchVerification(moving: moving, fixed: fixed).verified(map)
    }

    /// The affine map of the dots that a map meets, and the log-odds of the map that met them.
    @inline(__always)
    private func fitted(
        _ map: (PixelPoint) -> PixelPoint, seed: Int, dots: ArraySlice<Int>
    ) -> (map: Homography, odds: Double)? {
        var sums = AffineSums(origin: moving.points[seed])
        var odds = 0.0
        for dot in dots {
            let place = map(moving.points[dot])
            guard fixed.contains(place) else { continue }
            if let other = fixed.buckets.nearest(to: place, within: late.reach) {
                odds += late.met
                sums.add(moving.points[dot], fixed.points[other])
            } else {
                odds += late.missed
            }
        }
        return sums.map.map { ($0, odds) }
    }

    /// The map fitted anew to the dots that it meets, or nil where it meets too few.
    private func refitted(_ map: Homography, dots: ArraySlice<Int>, needed: Double) -> Homography? {
        var current = map
        for round in 0..<2 {
            var source: [PixelPoint] = []
            var target: [PixelPoint] = []
            var odds = 0.0
            for dot in dots {
                let place = current.apply(moving.points[dot])
                guard fixed.contains(place) else { continue }
                if let other = fixed.buckets.nearest(to: place, within: late.reach) {
                    odds += late.met
                    source.append(moving.points[dot])
                    target.append(fixed.points[other])
                } else {
                    odds += late.missed
                }
            }
            guard odds >= (round == 0 ? needed / 2 : needed) else { return nil }
            let model: MapModel =
                source.count < 9 ? .similarity : source.count < 40 ? .affine : .projective
            guard
                let next = Homography.robustFit(
                    from: source, to: target, model: model, smallestScatter: 0.1, rounds: 3),
                next.elements.allSatisfy(\.isFinite)
            else { return nil }
            current = next
        }
        return current
    }
}
