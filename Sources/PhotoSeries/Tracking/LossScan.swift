import Raster
import SteadyMath

/// A scan of the dots for the disc and visit whose losses exceed most what the place lets expect.
///
/// What is expected is the share of lost dots as a polynomial of the second degree of the place, fitted at each
/// visit: light that falls off to one side and a head that turns away make a photo overlook more dots there, and
/// none of that is a patch. The statistic is Kulldorff's (1997, doi 10.1080/03610929708831995) with these
/// expectations: how much likelier the losses are with a rate of its own inside the disc and one outside.
struct LossScan {
    /// A disc in the anchor's frame at a visit.
    struct Disc {
        var statistic: Double
        var visit: Int
        var centre: PixelPoint
        var radius: Double
    }

    /// Side of a bin in the dots' spacings, and bins at most.
    private static let binInSpacings = 1.0
    private static let mostBins = 900.0
    /// Radii of the discs in bins: each holds about half as many dots more.
    private static let radii = [0.5, 1.0, 1.5, 2.0, 2.5, 3.2, 4.0, 5.0, 6.3, 8.0, 10.0, 12.6, 16.0]
    /// A disc holds at most this share of all dots.
    private static let largestShare = 0.4
    /// Lost dots that a disc and a visit have at least.
    private static let fewestLost = 3
    /// Numbers of a polynomial of the second degree.
    private static let terms = 6

    /// The dots that a visit tells of.
    private struct Visit {
        /// Number of the visit.
        let number: Int
        /// Dots in all.
        let count: Int
        /// For each disc its dots, 0 where it isn't looked at.
        let inDisc: [Int32]
        /// For each disc the sums of the polynomial's terms over its dots.
        let moments: [Double]
        /// For each disc what its statistic is worth more because the polynomial took part of its losses for its own.
        let weights: [Double]
        /// Cholesky factor of the polynomial's normal equations, or nil where the dots don't fix it.
        let factor: [Double]?
    }

    private var visits: [Visit]
    private let homes: [Int32]
    /// For each bin the polynomial's terms at its middle.
    private let shape: [Double]
    private let columns: Int
    private let rows: Int
    private let left: Double
    private let top: Double
    private let side: Double
    /// For each radius the half widths of its rows, from the middle out.
    private let halves: [[Int]]

    /// Sorts the dots; nil where there is none.
    ///
    /// - Parameters:
    ///   - histories: The dots.
    ///   - spacing: Their spacing in the anchor's pixels.
    init?(of histories: LossHistories, spacing: Double) {
        guard let first = histories.places.first else { return nil }
        var (low, high) = (first, first)
        for place in histories.places {
            low = PixelPoint(x: min(low.x, place.x), y: min(low.y, place.y))
            high = PixelPoint(x: max(high.x, place.x), y: max(high.y, place.y))
        }
        let area = max(1, high.x - low.x) * max(1, high.y - low.y)
        let side = max(
            spacing * Self.binInSpacings, (area / Self.mostBins).squareRoot(),
            max(high.x - low.x, high.y - low.y) / Self.mostBins, 1e-6)
        let columns = Int((high.x - low.x) / side) + 1
        let rows = Int((high.y - low.y) / side) + 1
        homes = histories.places.map { place in
            let row = min(rows - 1, Int((place.y - low.y) / side))
            return Int32(row * columns + min(columns - 1, Int((place.x - low.x) / side)))
        }
        var shape: [Double] = []
        for row in 0..<rows {
            for column in 0..<columns {
                let x = 2 * (Double(column) + 0.5) / Double(columns) - 1
                let y = 2 * (Double(row) + 0.5) / Double(rows) - 1
                shape += [1, x, y, x * x, x * y, y * y]
            }
        }
        let longest = max(1, Double(max(columns, rows)) / 2)
        halves = Self.radii.filter { $0 <= longest }.map { radius in
            (0...Int(radius)).map { Int((radius * radius - Double($0 * $0)).squareRoot()) }
        }
        self.side = side
        self.columns = columns
        self.rows = rows
        self.shape = shape
        left = low.x
        top = low.y
        visits = []
        visits = histories.isKnown.indices.compactMap { visit(of: histories, number: $0) }
    }

    /// The disc and visit with the greatest statistic, or nil where nothing is lost anywhere.
    ///
    /// - Parameter histories: The dots, their losses as they are or dealt anew.
    /// - Returns: The first of equal ones.
    func best(of histories: LossHistories) -> Disc? {
        var best: (statistic: Double, visit: Int, disc: Int)?
        for visit in visits {
            var lost = [Int32](repeating: 0, count: columns * rows)
            let known = histories.isKnown[visit.number]
            for dot in known.indices where known[dot] && histories.isLost(dot, at: visit.number) {
                lost[Int(homes[dot])] += 1
            }
            if let found = greatest(in: visit, lost: lost, above: best?.statistic ?? 0) {
                best = (found.statistic, visit.number, found.disc)
            }
        }
        return best.map { best in
            let bin = best.disc / halves.count
            return Disc(
                statistic: best.statistic, visit: best.visit,
                centre: PixelPoint(
                    x: left + (Double(bin % columns) + 0.5) * side,
                    y: top + (Double(bin / columns) + 0.5) * side),
                radius: (Self.radii[best.disc % halves.count] + 0.5) * side)
        }
    }

    private func visit(of histories: LossHistories, number: Int) -> Visit? {
        var known = [Int32](repeating: 0, count: columns * rows)
        var count = 0
        for dot in homes.indices where histories.isKnown[number][dot] {
            known[Int(homes[dot])] += 1
            count += 1
        }
        guard count > 0 else { return nil }
        let sums = rowSums(of: known)
        let most = Int32(Self.largestShare * Double(count))
        let discs = columns * rows * halves.count
        var inDisc = [Int32](repeating: 0, count: discs)
        var moments = [Double](repeating: 0, count: discs * Self.terms)
        for bin in known.indices where known[bin] > 0 {
            for radius in halves.indices {
                let inside = sum(sums, bin: bin, radius: radius)
                if inside > most { break }
                let disc = bin * halves.count + radius
                inDisc[disc] = inside
                let column = bin % columns
                for (step, half) in halves[radius].enumerated() {
                    for row in step == 0 ? [bin / columns] : [bin / columns - step, bin / columns + step]
                    where row >= 0 && row < rows {
                        for x in max(0, column - half)...min(columns - 1, column + half) {
                            let other = row * columns + x
                            let weight = Double(known[other])
                            for term in 0..<Self.terms {
                                moments[disc * Self.terms + term] += weight * shape[other * Self.terms + term]
                            }
                        }
                    }
                }
            }
        }
        let factor = factor(of: known)
        let weights = inDisc.indices.map { disc -> Double in
            guard inDisc[disc] > 0, let factor else { return 1 }
            return Self.weight(
                Double(inDisc[disc]), of: Double(count),
                moments: moments[disc * Self.terms..<(disc + 1) * Self.terms], factor: factor)
        }
        return Visit(
            number: number, count: count, inDisc: inDisc, moments: moments, weights: weights, factor: factor)
    }

    /// The share of a disc that a constant leaves over of it, over that which the polynomial does.
    ///
    /// What the polynomial follows of a disc is missing in the disc's losses less the expected ones, as in a
    /// regression on both: their square is to be held against what is left.
    private static func weight(
        _ inside: Double, of all: Double, moments: ArraySlice<Double>, factor: [Double]
    ) -> Double {
        // The disc's length within the polynomials: forward substitution, then the square.
        var numbers = Array(moments)
        var square = 0.0
        for i in 0..<terms {
            for k in 0..<i { numbers[i] -= factor[i * terms + k] * numbers[k] }
            numbers[i] /= factor[i * terms + i]
            square += numbers[i] * numbers[i]
        }
        let left = 1 - square / inside
        return min(mostWeight, max(1, (1 - inside / all) / max(left, 1e-3)))
    }

    /// Bound of such a weight: a disc that the polynomial follows wholly can't be told from it.
    private static let mostWeight = 4.0

    /// The greatest statistic of a visit above one that is known.
    private func greatest(
        in visit: Visit, lost: [Int32], above: Double
    ) -> (statistic: Double, disc: Int)? {
        let total = lost.reduce(0, +)
        guard total >= Self.fewestLost, Int(total) < visit.count else { return nil }
        let sums = rowSums(of: lost)
        let trend = self.trend(of: lost, total: Double(total), in: visit)
        let (all, overall) = (Double(visit.count), Double(total) / Double(visit.count))
        let low = max(Self.leastOfOverall * overall, overall - Self.mostTrend)
        let high = min(Self.mostOfDots, overall + Self.mostTrend)
        var best: (statistic: Double, disc: Int)?
        var greatest = above
        for bin in 0..<columns * rows where visit.inDisc[bin * halves.count] > 0 {
            for radius in halves.indices {
                let disc = bin * halves.count + radius
                guard visit.inDisc[disc] > 0 else { break }
                let inside = Double(visit.inDisc[disc])
                var expected = 0.0
                for term in 0..<Self.terms {
                    expected += trend[term] * visit.moments[disc * Self.terms + term]
                }
                expected = min(max(expected, low * inside), high * inside)
                let gone = Double(sum(sums, bin: bin, radius: radius))
                guard gone >= Double(Self.fewestLost), gone > expected else { continue }
                // The likelihoods are at most χ²: most discs need no logarithm.
                let off = (gone - expected) * (gone - expected)
                let rest = Double(total) - expected
                let bound =
                    off * inside / (expected * (inside - expected)) + off * (all - inside)
                    / max(1e-9, rest * (all - inside - rest))
                let weight = visit.weights[disc]
                guard bound * weight > greatest || rest <= 0 else { continue }
                let statistic =
                    weight
                    * (Self.likelihood(gone, of: inside, expected: expected)
                        + Self.likelihood(Double(total) - gone, of: all - inside, expected: rest))
                if statistic > greatest {
                    greatest = statistic
                    best = (statistic, disc)
                }
            }
        }
        return best
    }

    /// Least and most that a trend lets a disc expect: about the visit's rate, as much as light and the turn of the
    /// head are believed to do; a share of that rate; and of the dots.
    private static let mostTrend = 0.15
    private static let leastOfOverall = 0.25
    private static let mostOfDots = 0.98

    /// `n · KL(gone/n ‖ expected/n)`.
    static func likelihood(_ gone: Double, of count: Double, expected: Double) -> Double {
        guard count > 0 else { return 0 }
        let share = min(max(expected, 1e-6 * count), (1 - 1e-6) * count)
        var sum = 0.0
        if gone > 0 { sum += gone * Steady.log(gone / share) }
        if gone < count { sum += (count - gone) * Steady.log((count - gone) / (count - share)) }
        return sum
    }

    /// The polynomial of a visit's lost share, or the plain share where the dots don't fix one.
    private func trend(of lost: [Int32], total: Double, in visit: Visit) -> [Double] {
        let size = Self.terms
        guard let lower = visit.factor else {
            return [total / Double(visit.count)] + [Double](repeating: 0, count: size - 1)
        }
        var numbers = [Double](repeating: 0, count: size)
        for bin in lost.indices where lost[bin] > 0 {
            for term in 0..<size { numbers[term] += Double(lost[bin]) * shape[bin * size + term] }
        }
        for i in 0..<size {
            for k in 0..<i { numbers[i] -= lower[i * size + k] * numbers[k] }
            numbers[i] /= lower[i * size + i]
        }
        for i in stride(from: size - 1, through: 0, by: -1) {
            for k in i + 1..<max(size, i + 1) { numbers[i] -= lower[k * size + i] * numbers[k] }
            numbers[i] /= lower[i * size + i]
        }
        return numbers
    }

    private func factor(of known: [Int32]) -> [Double]? {
        let size = Self.terms
        var matrix = [Double](repeating: 0, count: size * size)
        for bin in known.indices where known[bin] > 0 {
            for i in 0..<size {
                for j in 0...i {
                    matrix[i * size + j] += Double(known[bin]) * shape[bin * size + i] * shape[bin * size + j]
                }
            }
        }
        var lower = matrix
        for i in 0..<size {
            for j in 0...i {
                var sum = matrix[i * size + j]
                for k in 0..<j { sum -= lower[i * size + k] * lower[j * size + k] }
                if i == j {
                    // A pivot this small next to its own column is rounding error.
                    guard sum > 1e-9 * matrix[i * size + i], sum > 0 else { return nil }
                    lower[i * size + i] = sum.squareRoot()
                } else {
                    lower[i * size + j] = sum / lower[j * size + j]
                }
            }
        }
        return lower
    }

    /// Sums of each row's bins up to each bin, one more than bins a row.
    private func rowSums(of counts: [Int32]) -> [Int32] {
        var sums = [Int32](repeating: 0, count: rows * (columns + 1))
        for row in 0..<rows {
            var line: Int32 = 0
            for column in 0..<columns {
                line += counts[row * columns + column]
                sums[row * (columns + 1) + column + 1] = line
            }
        }
        return sums
    }

    /// Sum over a disc's bins.
    @inline(__always)
    private func sum(_ sums: [Int32], bin: Int, radius: Int) -> Int32 {
        let (row, column) = (bin / columns, bin % columns)
        var total: Int32 = 0
        let rowHalves = halves[radius]
        for step in rowHalves.indices {
            let from = max(0, column - rowHalves[step])
            let to = min(columns, column + rowHalves[step] + 1)
            if row + step < rows {
                let base = (row + step) * (columns + 1)
                total += sums[base + to] - sums[base + from]
            }
            if step > 0, row >= step {
                let base = (row - step) * (columns + 1)
                total += sums[base + to] - sums[base + from]
            }
        }
        return total
    }
}
