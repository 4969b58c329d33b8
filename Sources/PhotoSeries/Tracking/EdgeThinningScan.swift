import Raster
import ScalpMeasurement

/// Finds out whether dots went more along the edge of the treated skin than inside.
///
/// For each visit and some widths the losses in the seam are held against those that a plane over all places lets
/// expect there: light that falls off to one side is no seam. The greatest excess in its standard deviations is
/// held against that of the same dots with their losses dealt anew (`DealtMaxima`).
package struct EdgeThinningScan {
    /// A seam is told if chance makes one as marked in fewer than one series in so many.
    private static let seriesPerFalseAlarm = 200.0
    /// Share of its dots that a seam lost beyond the inside.
    private static let leastExcess = 0.1
    /// Widths in the dots' spacings.
    private static let widths = [2.0, 4.0, 6.0, 9.0]
    /// Dots in the seam and inside at least.
    private static let fewestDots = 30
    /// Deviations below which nothing is dealt: chance passes it often.
    private static let leastDeviation = 3.0
    /// A visit shows a seam that is known to come from this deviation on, and this share of its excess.
    private static let datingDeviation = 3.0
    private static let datingShare = 0.5

    /// A seam at a visit.
    private struct Seam {
        let visit: Int
        let width: Double
        /// What a lost dot adds to the excess: in the seam or not, less the plane that follows the seam best.
        let weights: [Double]
        /// Sum of the weights' squares.
        let square: Double
        /// Dots that the visit tells of.
        let count: Double
    }

    private let histories: LossHistories
    private let distances: [Double]
    private let seams: [Seam]

    /// Makes it ready.
    ///
    /// - Parameters:
    ///   - histories: The dots' losses, lost patches best left out.
    ///   - distances: Of each dot to the edge, in the anchor's pixels.
    ///   - spacing: The dots' spacing in the anchor's pixels.
    /// - Complexity: O(dots · visits).
    package init(of histories: LossHistories, distances: [Double], spacing: Double) {
        precondition(distances.count == histories.places.count, "a distance a dot")
        self.histories = histories
        self.distances = distances
        var seams: [Seam] = []
        for visit in 0..<histories.visits {
            let known = histories.places.indices.filter { histories.isKnown[visit][$0] }
            for width in Self.widths.map({ $0 * spacing }) {
                let inside = known.count { distances[$0] < width }
                guard inside >= Self.fewestDots, known.count - inside >= Self.fewestDots else { continue }
                var plane = NormalEquations(size: 3)
                let origin = histories.places[known[0]]
                func row(_ dot: Int) -> [Double] {
                    let place = histories.places[dot]
                    return [1, (place.x - origin.x) / spacing, (place.y - origin.y) / spacing]
                }
                for dot in known {
                    plane.add(row: row(dot), value: distances[dot] < width ? 1 : 0, weight: 1)
                }
                guard let numbers = plane.solved() else { continue }
                var weights = [Double](repeating: 0, count: histories.places.count)
                var square = 0.0
                for dot in known {
                    let follows = zip(numbers, row(dot)).reduce(0) { $0 + $1.0 * $1.1 }
                    weights[dot] = (distances[dot] < width ? 1 : 0) - follows
                    square += weights[dot] * weights[dot]
                }
                seams.append(
                    Seam(
                        visit: visit, width: width, weights: weights, square: square,
                        count: Double(known.count)))
            }
        }
        self.seams = seams
    }

    /// The chance that a series without thinning shows a seam as marked, whatever is told of it.
    ///
    /// - Returns: 0…1; 1 where nothing is lost or no seam has dots enough.
    package var falseAlarmProbability: Double {
        guard let best = greatest(of: histories) else { return 1 }
        return chance(of: best.deviation)
    }

    /// The seam, at the first visit that shows it; nil where none is told.
    package func thinning() -> EdgeThinning? {
        guard let best = greatest(of: histories), best.deviation > Self.leastDeviation,
            excess(of: best.seam) >= Self.leastExcess
        else { return nil }
        let probability = chance(of: best.deviation)
        guard probability * Self.seriesPerFalseAlarm < 1 else { return nil }
        let found = seams[best.seam]
        let first =
            seams.indices.first { seam in
                seams[seam].width == found.width && seams[seam].visit < found.visit
                    && deviation(of: seams[seam], in: histories) >= Self.datingDeviation
                    && excess(of: seam) >= Self.datingShare * excess(of: best.seam)
            } ?? best.seam
        let shares = shares(of: first)
        return EdgeThinning(
            photo: seams[first].visit, widthInPixels: found.width, shareLostAtEdge: shares.edge,
            shareLostInside: shares.inside, falseAlarmProbability: probability)
    }

    private func chance(of deviation: Double) -> Double {
        DealtMaxima.chance(of: deviation, in: histories, seed: UInt64(histories.places.count) &+ 1) {
            greatest(of: $0)?.deviation ?? 0
        }
    }

    private func greatest(of histories: LossHistories) -> (deviation: Double, seam: Int)? {
        var best: (deviation: Double, seam: Int)?
        for seam in seams.indices {
            let value = deviation(of: seams[seam], in: histories)
            if value > best?.deviation ?? 0 { best = (value, seam) }
        }
        return best
    }

    /// The excess of a seam's losses in standard deviations.
    private func deviation(of seam: Seam, in histories: LossHistories) -> Double {
        var sum = 0.0
        var lost = 0.0
        for dot in seam.weights.indices
        where histories.isKnown[seam.visit][dot] && histories.isLost(dot, at: seam.visit) {
            sum += seam.weights[dot]
            lost += 1
        }
        let share = lost / seam.count
        let variance = share * (1 - share) * seam.square
        return variance > 0 ? sum / variance.squareRoot() : 0
    }

    private func excess(of seam: Int) -> Double {
        let shares = shares(of: seam)
        return shares.edge - shares.inside
    }

    private func shares(of seam: Int) -> (edge: Double, inside: Double) {
        var counts = [(known: 0.0, lost: 0.0), (known: 0.0, lost: 0.0)]
        let visit = seams[seam].visit
        for dot in distances.indices where histories.isKnown[visit][dot] {
            let side = distances[dot] < seams[seam].width ? 0 : 1
            counts[side].known += 1
            counts[side].lost += histories.isLost(dot, at: visit) ? 1 : 0
        }
        return (counts[0].lost / max(1, counts[0].known), counts[1].lost / max(1, counts[1].known))
    }

    /// The distance of each place to the nearest visible skin that is not treated.
    ///
    /// - Parameters:
    ///   - places: In the pixels of the photo whose masks are given: the anchor.
    ///   - treated: The series' treated region there.
    ///   - skin: Visible skin there.
    ///   - grid: Of both masks.
    /// - Returns: In pixels, 0 at the edge; nil where the photo shows no untreated skin beside the region, so that its
    ///   edge is the picture's.
    package static func distances(
        of places: [PixelPoint], treated: Mask, skin: Mask, grid: CellGrid
    ) -> [Double]? {
        var beside: [PixelPoint] = []
        for row in 0..<grid.rows {
            for column in 0..<grid.columns where skin[column, row] && !treated[column, row] {
                let isBeside = (max(0, row - 1)...min(grid.rows - 1, row + 1)).contains { r in
                    (max(0, column - 1)...min(grid.columns - 1, column + 1)).contains { treated[$0, r] }
                }
                if isBeside { beside.append(grid.centre(column: column, row: row)) }
            }
        }
        guard !beside.isEmpty else { return nil }
        let buckets = PointBuckets(points: beside, pointsPerBucket: 2)
        return places.map { place in
            let near = buckets.nearest(1, to: place).first.map { beside[$0].distance(to: place) } ?? 0
            return max(0, near - Double(grid.side) / 2)
        }
    }

    /// The seam of a series along which its dots thinned, lost patches left out; nil where none is told.
    ///
    /// - Parameters:
    ///   - tracks: The dots' states.
    ///   - map: Where they are.
    ///   - anchor: The anchor photo.
    ///   - treated: The series' treated region in it.
    /// - Returns: The seam at the first photo that shows it.
    static func thinning(
        in tracks: DotTracks, map: ScalpMap, anchor: PhotoEvidence, treated: Mask?
    ) -> EdgeThinning? {
        guard let treated,
            let distances = distances(of: map.places, treated: treated, skin: anchor.skin, grid: anchor.grid)
        else { return nil }
        let histories = LossHistories(places: map.places, firsts: tracks.firstPhotos, states: tracks.states)
        let patches = LostPatchScan(of: histories, spacing: map.spacing).patches()
        func isKept(_ dot: Int) -> Bool {
            !patches.contains { map.places[dot].distance(to: $0.disc) < patchReach * $0.radius }
        }
        let kept = map.places.indices.filter(isKept)
        return EdgeThinningScan(
            of: histories.filtered(isKept), distances: kept.map { distances[$0] }, spacing: map.spacing
        ).thinning()
    }

    /// Radii about a lost patch whose dots say nothing of the edge.
    private static let patchReach = 1.3
}
