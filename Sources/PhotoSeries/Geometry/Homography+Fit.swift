import Raster

/// How much freedom a fitted map has.
package enum MapModel: Sendable {
    /// Turn, scale, shift, and a mirror image where the points say so: 4 numbers.
    case similarity
    /// Any linear map and shift: 6 numbers.
    case affine
    /// A whole plane projective map: 8 numbers.
    case projective

    var parameterCount: Int {
        switch self {
        case .similarity: 4
        case .affine: 6
        case .projective: 8
        }
    }
}

extension Homography {
    /// The map that brings points over their partners with the least sum of squared distances.
    ///
    /// Points are shifted and scaled to unit spread first (Hartley 1997, doi 10.1109/34.601246). The projective
    /// map solves the linear equations a few times over, each divided by the denominator found before, so that
    /// distances in the target's pixels count and not algebraic ones.
    ///
    /// - Parameters:
    ///   - source: Points, at least half as many as the model has numbers.
    ///   - target: Their partners, in the same order.
    ///   - weights: What each pair counts, 0 or more, or nil for all the same.
    ///   - model: How much freedom the map has.
    /// - Returns: The map, or nil where the points don't fix it.
    /// - Complexity: O(points).
    package static func fit(
        from source: [PixelPoint], to target: [PixelPoint], weights: [Double]? = nil, model: MapModel
    ) -> Homography? {
        precondition(source.count == target.count, "each point has its partner")
        guard source.count * 2 >= model.parameterCount,
            let a = Normalisation(of: source, weights: weights),
            let b = Normalisation(of: target, weights: weights)
        else { return nil }
        switch model {
        case .similarity:
            return similarity(from: source, to: target, weights: weights, a, b)
        case .affine:
            return linear(from: source, to: target, weights: weights, a, b, size: 6, rounds: 1)
        case .projective:
            return linear(from: source, to: target, weights: weights, a, b, size: 8, rounds: 3)
        }
    }

    /// The map that brings points over their partners, wrong partners weighed down (Tukey's biweight).
    ///
    /// - Parameters:
    ///   - source: Points.
    ///   - target: Their partners, in the same order.
    ///   - model: How much freedom the map has.
    ///   - smallestScatter: The scatter in the target's pixels that is taken for granted, above 0.
    ///   - rounds: How often weights are found anew.
    /// - Returns: The map, or nil where the points don't fix it.
    package static func robustFit(
        from source: [PixelPoint], to target: [PixelPoint], model: MapModel, smallestScatter: Double = 0.02,
        rounds: Int = 6
    ) -> Homography? {
        guard var map = fit(from: source, to: target, model: model) else { return nil }
        for _ in 0..<rounds {
            let distances = zip(source, target).map { map.apply($0).distance(to: $1) }
            // The median distance of a plane scatter σ is 1.1774 σ.
            let scatter = max(smallestScatter, distances.median / 1.1774)
            let reach = tukeyReach * scatter
            let weights = distances.map { distance -> Double in
                guard distance < reach else { return 0 }
                let part = distance / reach
                return (1 - part * part) * (1 - part * part)
            }
            guard let next = fit(from: source, to: target, weights: weights, model: model) else { return map }
            map = next
        }
        return map
    }

    /// Tukey's usual 4.685 σ: 95 % as good as least squares where all is normal.
    private static let tukeyReach = 4.685

    private static func similarity(
        from source: [PixelPoint], to target: [PixelPoint], weights: [Double]?, _ a: Normalisation,
        _ b: Normalisation
    ) -> Homography? {
        // Sums of the complex products z̄ z' (upright) and z z' (mirrored): the larger one wins.
        var upright = (x: 0.0, y: 0.0)
        var mirrored = (x: 0.0, y: 0.0)
        var square = 0.0
        for k in source.indices {
            let weight = weights?[k] ?? 1
            let p = a.apply(source[k])
            let q = b.apply(target[k])
            upright.x += weight * (p.x * q.x + p.y * q.y)
            upright.y += weight * (p.x * q.y - p.y * q.x)
            mirrored.x += weight * (p.x * q.x - p.y * q.y)
            mirrored.y += weight * (p.x * q.y + p.y * q.x)
            square += weight * (p.x * p.x + p.y * p.y)
        }
        guard square > 0 else { return nil }
        let plain =
            upright.x * upright.x + upright.y * upright.y
            >= mirrored.x * mirrored.x + mirrored.y * mirrored.y
        let x = (plain ? upright.x : mirrored.x) / square
        let y = (plain ? upright.y : mirrored.y) / square
        let sign = plain ? 1.0 : -1.0
        let inner = Homography(elements: [x, -sign * y, 0, y, sign * x, 0, 0, 0, 1])
        return b.backMap.composed(after: inner.composed(after: a.map))
    }

    private static func linear(
        from source: [PixelPoint], to target: [PixelPoint], weights: [Double]?, _ a: Normalisation,
        _ b: Normalisation, size: Int, rounds: Int
    ) -> Homography? {
        var h: [Double] = [1, 0, 0, 0, 1, 0, 0, 0, 1]
        for _ in 0..<rounds {
            var equations = NormalEquations(size: size)
            for k in source.indices {
                let p = a.apply(source[k])
                let q = b.apply(target[k])
                let w = h[6] * p.x + h[7] * p.y + 1
                guard w > 0.05 else { continue }
                let weight = (weights?[k] ?? 1) / (w * w)
                guard weight > 0 else { continue }
                equations.add(point: p, image: q, weight: weight)
            }
            guard let solution = equations.solved() else { return nil }
            for k in 0..<size { h[k] = solution[k] }
        }
        return b.backMap.composed(after: Homography(elements: h).composed(after: a.map))
    }
}

/// Shift and scale that bring points to middle 0 and unit spread.
private struct Normalisation {
    let x: Double
    let y: Double
    let scale: Double

    init?(of points: [PixelPoint], weights: [Double]?) {
        var total = 0.0
        var sumX = 0.0
        var sumY = 0.0
        for k in points.indices {
            let weight = weights?[k] ?? 1
            total += weight
            sumX += weight * points[k].x
            sumY += weight * points[k].y
        }
        guard total > 0 else { return nil }
        x = sumX / total
        y = sumY / total
        var square = 0.0
        for k in points.indices {
            let dx = points[k].x - x
            let dy = points[k].y - y
            square += (weights?[k] ?? 1) * (dx * dx + dy * dy)
        }
        guard square > 0, square.isFinite else { return nil }
        scale = (2 * total / square).squareRoot()
    }

    func apply(_ point: PixelPoint) -> PixelPoint {
        PixelPoint(x: (point.x - x) * scale, y: (point.y - y) * scale)
    }

    var map: Homography {
        Homography(elements: [scale, 0, -scale * x, 0, scale, -scale * y, 0, 0, 1])
    }

    var backMap: Homography {
        Homography(elements: [1 / scale, 0, x, 0, 1 / scale, y, 0, 0, 1])
    }
}
