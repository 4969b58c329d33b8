import Raster
import SteadyMath

/// A shift that changes over a plane as a polynomial of low degree: a curved head, seen from two sides.
///
/// A round head of radius R, tilted by an angle t between two photos, shifts what lies r from the middle by
/// about `t · r² / 2R`, of which a homography takes up a part: degrees 2 to 4 hold the rest to a few hundredths of
/// a pixel over all that one photo shows.
struct PolynomialShift: Sendable, Equatable {
    private let middle: PixelPoint
    private let half: PixelPoint
    private let reach: PixelPoint
    private let degree: Int
    private let x: [Double]
    private let y: [Double]

    /// No shift.
    static let none = PolynomialShift(
        middle: PixelPoint(x: 0, y: 0), half: PixelPoint(x: 1, y: 1), reach: PixelPoint(x: 1, y: 1),
        degree: -1,
        x: [], y: [])

    /// Whether nothing is shifted.
    var isNone: Bool { degree < 0 }

    private static let degrees = 1...4
    /// Pairs that each number of the polynomial needs: fewer let it follow the noise.
    private static let pairsPerTerm = 8
    /// Beyond the places it was fitted to the polynomial is followed this far, in spacings, and held there.
    private static let extrapolationInSpacings = 3.0
    /// Tukey's usual 4.685 σ.
    private static let tukeyReach = 4.685
    private static let rounds = 4
    /// Scatter in pixels that is taken for granted.
    private static let leastScatter = 0.02

    private init(
        middle: PixelPoint, half: PixelPoint, reach: PixelPoint, degree: Int, x: [Double], y: [Double]
    ) {
        self.middle = middle
        self.half = half
        self.reach = reach
        self.degree = degree
        self.x = x
        self.y = y
    }

    /// Fits shifts, wrong ones weighed down (Tukey's biweight); the degree is the one that the Bayesian
    /// information criterion (Schwarz 1978, doi 10.1214/aos/1176344136) prefers, none among them.
    ///
    /// - Parameters:
    ///   - places: Where.
    ///   - shifts: What has to be added there, in the same order.
    ///   - spacing: The dots' spacing in the same pixels.
    /// - Returns: The polynomial.
    /// - Complexity: O(places).
    static func fitted(
        places: [PixelPoint], shifts: [PixelPoint], spacing: Double
    ) -> PolynomialShift {
        guard let first = places.first, places.count >= 3 * pairsPerTerm else { return .none }
        var (low, high) = (first, first)
        for place in places {
            low = PixelPoint(x: min(low.x, place.x), y: min(low.y, place.y))
            high = PixelPoint(x: max(high.x, place.x), y: max(high.y, place.y))
        }
        let middle = PixelPoint(x: (low.x + high.x) / 2, y: (low.y + high.y) / 2)
        let half = PixelPoint(x: max(1, (high.x - low.x) / 2), y: max(1, (high.y - low.y) / 2))
        let margin = extrapolationInSpacings * spacing
        let reach = PixelPoint(x: 1 + margin / half.x, y: 1 + margin / half.y)
        let count = 2 * Double(places.count)
        var choice = PolynomialShift.none
        var best = information(scatter: scatter(of: shifts), count: count, terms: 0)
        for degree in degrees {
            let terms = (degree + 1) * (degree + 2) / 2
            guard places.count >= pairsPerTerm * terms else { break }
            let start = PolynomialShift(
                middle: middle, half: half, reach: reach, degree: degree, x: [], y: [])
            guard let (fitted, scatter) = start.fitted(places: places, shifts: shifts) else { break }
            let told = information(scatter: scatter, count: count, terms: 2 * terms)
            if told < best { (best, choice) = (told, fitted) }
        }
        return choice
    }

    private static func information(scatter: Double, count: Double, terms: Int) -> Double {
        2 * count * Steady.log(max(leastScatter, scatter)) + Double(terms) * Steady.log(count)
    }

    /// Scatter of one coordinate; the median length of a plane scatter σ is 1.1774 σ.
    private static func scatter(of shifts: [PixelPoint]) -> Double {
        shifts.map { ($0.x * $0.x + $0.y * $0.y).squareRoot() }.median / 1.1774
    }

    private func fitted(
        places: [PixelPoint], shifts: [PixelPoint]
    ) -> (shift: PolynomialShift, scatter: Double)? {
        let terms = (degree + 1) * (degree + 2) / 2
        let rows = places.map { row(at: $0) }
        var weights = [Double](repeating: 1, count: places.count)
        var current: (shift: PolynomialShift, scatter: Double)?
        for _ in 0..<Self.rounds {
            var equations = (x: NormalEquations(size: terms), y: NormalEquations(size: terms))
            for k in places.indices where weights[k] > 0 {
                equations.x.add(row: rows[k], value: shifts[k].x, weight: weights[k])
                equations.y.add(row: rows[k], value: shifts[k].y, weight: weights[k])
            }
            guard let x = equations.x.solved(), let y = equations.y.solved() else { return current }
            let next = PolynomialShift(middle: middle, half: half, reach: reach, degree: degree, x: x, y: y)
            let left = places.indices.map { k in
                PixelPoint(
                    x: shifts[k].x - Self.sum(rows[k], x), y: shifts[k].y - Self.sum(rows[k], y))
            }
            let scatter = max(Self.leastScatter, Self.scatter(of: left))
            let reach = Self.tukeyReach * scatter
            for k in left.indices {
                let part = (left[k].x * left[k].x + left[k].y * left[k].y) / (reach * reach)
                weights[k] = part < 1 ? (1 - part) * (1 - part) : 0
            }
            current = (next, scatter)
        }
        return current
    }

    /// What has to be added at a place.
    func shift(at place: PixelPoint) -> PixelPoint {
        guard degree >= 0 else { return PixelPoint(x: 0, y: 0) }
        let row = row(at: place)
        return PixelPoint(x: Self.sum(row, x), y: Self.sum(row, y))
    }

    /// Products of Legendre's polynomials, which are far from alike over the places.
    private func row(at place: PixelPoint) -> [Double] {
        let u = min(reach.x, max(-reach.x, (place.x - middle.x) / half.x))
        let v = min(reach.y, max(-reach.y, (place.y - middle.y) / half.y))
        let p = Self.legendre(u)
        let q = Self.legendre(v)
        var row: [Double] = []
        row.reserveCapacity(15)
        for total in 0...degree {
            for k in 0...total { row.append(p[total - k] * q[k]) }
        }
        return row
    }

    private static func legendre(_ t: Double) -> SIMD8<Double> {
        let s = t * t
        return SIMD8(1, t, (3 * s - 1) / 2, t * (5 * s - 3) / 2, ((35 * s - 30) * s + 3) / 8, 0, 0, 0)
    }

    private static func sum(_ row: [Double], _ numbers: [Double]) -> Double {
        var sum = 0.0
        for k in numbers.indices { sum += row[k] * numbers[k] }
        return sum
    }
}
