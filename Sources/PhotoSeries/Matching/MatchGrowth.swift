import Raster
import SteadyMath

/// From a proposed map of four dots to a map of the whole field, or to the end of the proposal.
struct MatchGrowth {
    private let moving: DotField
    private let fixed: DotField
    /// Radius within which a dot counts as met, in the fixed field's pixels.
    private let reach: Double
    /// What a met and a missed dot add to the log-odds of a right map over a chance one.
    private let met: Double
    private let missed: Double

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

        var homography: Homography {
            let sign = mirrored ? -1.0 : 1.0
            return Homography(elements: [ax, -ay * sign, bx, ay, ax * sign, by, 0, 0, 1])
        }
    }

    /// A dot counts as met within this share of the dots' spacing: wide enough for a scatter of 1.5 px and the
    /// error of a map of four dots, narrow enough to be met by chance only one time in seven.
    private static let reachInSpacings = 0.22
    /// Share of dots that a right map meets at least: 30 % lost on both sides, and wide scatter.
    private static let leastShare = 0.4
    /// Dots around a seed that are compared first.
    private static let firstDots = 24
    /// Log-odds below which a proposal ends, and which it needs to go on.
    private static let lowestOdds = -2.5
    private static let neededOdds = 3.0
    /// Dots compared at each step outward, and the log-odds needed to go on.
    private static let steps = [(dots: 44, odds: 4.5), (dots: 100, odds: 11.0)]
    /// Each later step reaches over this many times the dots.
    private static let stepFactor = 2.4

    init(moving: DotField, fixed: DotField) {
        self.moving = moving
        self.fixed = fixed
        reach = Self.reachInSpacings * fixed.spacing
        let chance = 1 - Steady.exp(-.pi * Self.reachInSpacings * Self.reachInSpacings)
        met = Steady.log(Self.leastShare / chance)
        missed = Steady.log((1 - Self.leastShare) / (1 - chance))
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
        return Similarity(ax: ax, ay: ay, bx: u - ax * x + ay * y, by: v - ay * x - ax * y, mirrored: mirrored)
    }

    /// Whether the dots around the seed are met more often than chance does.
    @inline(__always)
    func survives(_ map: Similarity, surroundings: [Int]) -> Bool {
        var odds = 0.0
        for k in 0..<min(Self.firstDots, surroundings.count) {
            let place = map.apply(moving.points[surroundings[k]])
            guard fixed.contains(place) else { continue }
            odds += fixed.buckets.nearest(to: place, within: reach) != nil ? met : missed
            if odds < Self.lowestOdds { return false }
        }
        return odds >= Self.neededOdds
    }

    /// The map of the whole field that grows from a proposal, or nil where it ends on the way.
    ///
    /// - Parameters:
    ///   - proposal: The map of the seed's surroundings.
    ///   - seed: The dot it grows from.
    ///   - surroundings: The dots around it, the nearest first.
    func grown(from proposal: Homography, seed: Int, surroundings: [Int]) -> FieldMatchResult? {
        var map = proposal
        var dots = Array(surroundings.prefix(Self.firstDots))
        guard var next = refitted(map, dots: dots, needed: Self.neededOdds) else { return nil }
        map = next
        dots = surroundings
        guard let wider = refitted(map, dots: dots, needed: Self.steps[0].odds) else { return nil }
        map = wider
        // Only what came this far pays for putting all dots in order of distance.
        let origin = moving.points[seed]
        let order = moving.points.indices.map { (moving.points[$0].squaredDistance(to: origin), $0) }
            .sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }.map(\.1)
        var count = Self.steps[1].dots
        while true {
            dots = Array(order.dropFirst().prefix(count))
            guard let fitted = refitted(map, dots: dots, needed: Self.steps[1].odds) else { return nil }
            next = fitted
            map = next
            if count >= order.count - 1 { break }
            count = Int(Double(count) * Self.stepFactor)
        }
        return MatchVerification(moving: moving, fixed: fixed).verified(map)
    }

    /// The map fitted anew to the dots that it meets, or nil where it meets too few.
    private func refitted(_ map: Homography, dots: [Int], needed: Double) -> Homography? {
        var current = map
        for round in 0..<2 {
            var source: [PixelPoint] = []
            var target: [PixelPoint] = []
            var odds = 0.0
            for dot in dots {
                let place = current.apply(moving.points[dot])
                guard fixed.contains(place) else { continue }
                if let other = fixed.buckets.nearest(to: place, within: reach) {
                    odds += met
                    source.append(moving.points[dot])
                    target.append(fixed.points[other])
                } else {
                    odds += missed
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
