import Raster
import SteadyMath

/// From a proposed map of four dots to a map of the whole field, or to the end of the proposal.
struct MatchGrowth {
    private let moving: DotField
    private let fixed: DotField
    /// How dots are compared while the map is still that of four dots, one entry a tolerance of the codes.
    private let early: [(comparison: Comparison, reachMap: ReachMap)]
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
    /// Dots that are looked at before the odds are.
    private static let dotsAtOnce = 8
    /// Log-odds below which a proposal ends, and which it needs to go on.
    private static let lowestOdds = -1.5
    private static let neededOdds = [0.7, 0.9]
    /// Dots compared at each step outward, and the log-odds needed to go on.
    private static let steps = [(dots: 44, odds: 6.5), (dots: 100, odds: 11.0)]
    /// Each later step reaches over this many times the dots.
    private static let stepFactor = 2.4
    /// Comparisons that a dot of such a step costs: put in order, met twice, fitted.
    private static let fitsPerDot = 8

    /// What growing proposals cost so far.
    struct Work {
        /// Dots compared.
        var dots = 0
        /// Maps that grew to the whole field.
        var wholeFields = 0
    }

    /// Dots around a seed.
    struct Surroundings {
        /// The dot in their middle.
        let seed: Int
        /// Their numbers, the nearest first.
        let dots: [Int]
        /// Where the nearest of them lie from the seed, in pixels.
        fileprivate let steps: [SIMD2<Float>]
    }

    /// Makes it ready.
    ///
    /// - Parameters:
    ///   - moving: The field that is brought over.
    ///   - fixed: The field that it is brought over.
    ///   - reachMaps: What lies within each of `earlyReaches` of the fixed field's dots.
    init(moving: DotField, fixed: DotField, reachMaps: [ReachMap]) {
        self.moving = moving
        self.fixed = fixed
        early = zip(Self.earlyReaches, reachMaps).map {
            (Comparison(reachInSpacings: $0, spacing: fixed.spacing), $1)
        }
        late = Comparison(reachInSpacings: Self.lateReach, spacing: fixed.spacing)
    }

    /// What lies within reach of a field's dots, one map a tolerance of the codes.
    static func reachMaps(of field: DotField) -> [ReachMap] {
        earlyReaches.map { ReachMap(points: field.points, reach: max(1e-6, $0 * field.spacing)) }
    }

    /// The dots around a seed, the nearest first.
    func surroundings(of seed: Int) -> Surroundings {
        let origin = moving.points[seed]
        let dots = Array(moving.buckets.nearest(Self.steps[0].dots + 1, to: origin).dropFirst())
        return Surroundings(
            seed: seed, dots: dots,
            steps: dots.prefix(Self.firstDots).map {
                SIMD2(Float(moving.points[$0].x - origin.x), Float(moving.points[$0].y - origin.y))
            })
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
    ///
    /// The three dots that made the map are met in any case: they are taken off.
    @inline(__always)
    func survives(_ map: Similarity, surroundings: Surroundings, level: Int) -> Bool {
        let comparison = early[level].comparison
        let reachMap = early[level].reachMap
        let middle = map.apply(moving.points[surroundings.seed])
        let cells = reachMap.scale
        let ax = Float(map.ax) * cells
        let ay = Float(map.ay) * cells
        let flip: Float = map.mirrored ? -1 : 1
        let x = (Float(middle.x) - reachMap.left) * cells
        let y = (Float(middle.y) - reachMap.top) * cells
        let (low, high) = (
            SIMD2(-reachMap.left * cells, -reachMap.top * cells),
            SIMD2(
                (Float(fixed.width) - 1 - reachMap.left) * cells,
                (Float(fixed.height) - 1 - reachMap.top) * cells)
        )
        var odds = -3 * comparison.met
        var next = 0
        while next < surroundings.steps.count {
            let end = min(next + Self.dotsAtOnce, surroundings.steps.count)
            var compared = 0
            var met = 0
            while next < end {
                let step = surroundings.steps[next]
                let stepY = flip * step.y
                let column = ax * step.x - ay * stepY + x
                let row = ay * step.x + ax * stepY + y
                // No branch: all of it is a guess to the processor.
                let isInside =
                    (column >= low.x ? 1 : 0) & (row >= low.y ? 1 : 0) & (column <= high.x ? 1 : 0)
                    & (row <= high.y ? 1 : 0)
                compared &+= isInside
                met &+= isInside & (reachMap.isMet(column: column, row: row) ? 1 : 0)
                next &+= 1
            }
            odds += Double(met) * comparison.met + Double(compared &- met) * comparison.missed
            if odds < Self.lowestOdds { return false }
        }
        return odds >= Self.neededOdds[level]
    }

    /// The map of the whole field that grows from a proposal, or nil where it ends on the way.
    ///
    /// - Parameters:
    ///   - proposal: The map of the seed's surroundings.
    ///   - surroundings: The dots around the seed.
    ///   - work: Counts what is done.
    /// - Returns: What the whole field says, or nil where the proposal was wrong.
    func grown(
        from proposal: Similarity, surroundings: Surroundings, work: inout Work
    ) -> FieldMatchResult? {
        let seed = surroundings.seed
        work.dots += Self.firstDots + 2 * surroundings.dots.count
        let first = fitted(proposal.apply, seed: seed, dots: surroundings.dots.prefix(Self.firstDots))
        guard let first else { return nil }
        guard let second = fitted(first.map.apply, seed: seed, dots: surroundings.dots[...]),
            second.odds >= Self.steps[0].odds,
            let third = fitted(second.map.apply, seed: seed, dots: surroundings.dots[...]),
            third.odds >= Self.steps[0].odds
        else { return nil }
        var map = third.map
        let origin = moving.points[seed]
        var count = Self.steps[1].dots
        while true {
            // Put in order only as far as the map came: few come beyond the first step.
            let dots = moving.buckets.nearest(count + 1, to: origin).dropFirst()
            work.dots += Self.fitsPerDot * dots.count
            guard let next = refitted(map, dots: dots, needed: Self.steps[1].odds) else { return nil }
            map = next
            if count >= moving.points.count - 1 { break }
            count = Int(Double(count) * Self.stepFactor)
        }
        work.wholeFields += 1
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
