import Raster
import SteadyMath

/// How much of a plane's height lies on lines: longer and thinner than a round spot.
///
/// An opening by a straight segment (the smallest value along the segment, then the largest of those among all
/// segments through a pixel) keeps what is at least as long as the segment in its direction. A line is kept by a long
/// segment along itself and dropped by a short one across; a round spot is dropped by the long one, and two that touch
/// are kept by both. What is told is the largest difference of the two over sixteen directions.
///
/// Source: openings by segments after Soille, Morphological Image Analysis, 2nd edition, 4.3.
package struct LineOpening: Sendable {
    /// Pixels from the middle of the long segment to its ends.
    package let long: Int
    private let along: [[Step]]
    private let across: [[Step]]

    /// Directions that are tried, an eighth of a right angle apart.
    static let directionCount = 16
    /// Rows that nowhere rise above this have no lines.
    private static let leastHeight: Float = 1e-3
    /// Rows that are worked on at a time.
    private static let rowsAtOnce = 128

    /// Makes an opening.
    ///
    /// - Parameters:
    ///   - long: Pixels from the middle of the long segment to its ends, at least 1.
    ///   - short: The same of the short segment, at least 1 and no more than `long`.
    package init(long: Int, short: Int) {
        precondition(short >= 1 && long >= short, "a segment has a length")
        self.long = long
        func steps(reach: Int, quarterTurns: Int) -> [[Step]] {
            (0..<Self.directionCount).map { number in
                let part = Double(number) / Double(Self.directionCount) + Double(quarterTurns) / 2
                let (cosine, sine) = (Steady.cos(.pi * part), Steady.sin(.pi * part))
                return (-reach...reach).map { step in
                    Step(
                        dx: Int((Double(step) * cosine).rounded()), dy: Int((Double(step) * sine).rounded()))
                }
            }
        }
        along = steps(reach: long, quarterTurns: 0)
        across = steps(reach: short, quarterTurns: 1)
    }

    /// The height that lies on lines, 0 or more; beyond its edge the plane goes on as its outermost pixels.
    ///
    /// - Parameter plane: Heights; what lies below 0 counts as 0.
    /// - Returns: A plane of the same size.
    /// - Complexity: O(pixels · length of the long segment).
    package func lines(in plane: Plane) -> Plane {
        var result = Plane(width: plane.width, height: plane.height)
        for top in stride(from: 0, to: plane.height, by: Self.rowsAtOnce) {
            let rows = top..<min(top + Self.rowsAtOnce, plane.height)
            // The opening of a row needs what lies two halves of a segment around it.
            let heights = PaddedRows(of: plane, rows: rows, margin: 2 * long)
            guard heights.samples.contains(where: { $0 > Self.leastHeight }) else { continue }
            var strip = [Float](repeating: 0, count: rows.count * plane.width)
            for direction in 0..<Self.directionCount {
                let kept = heights.opened(by: along[direction])
                let wide = heights.opened(by: across[direction])
                for pixel in 0..<strip.count { strip[pixel] = max(strip[pixel], kept[pixel] - wide[pixel]) }
            }
            result.samples.replaceSubrange(top * plane.width..<rows.upperBound * plane.width, with: strip)
        }
        return result
    }

    /// A pixel of a segment, from its middle.
    struct Step {
        var dx: Int
        var dy: Int
    }
}

/// Some rows of a plane with a margin all around that goes on as the plane's outermost pixels.
struct PaddedRows {
    private(set) var samples: [Float]
    let width: Int
    let rows: Int
    let margin: Int
    private var stride: Int { width + 2 * margin }

    init(of plane: Plane, rows: Range<Int>, margin: Int) {
        width = plane.width
        self.rows = rows.count
        self.margin = margin
        samples = []
        samples.reserveCapacity((width + 2 * margin) * (rows.count + 2 * margin))
        for y in rows.lowerBound - margin..<rows.upperBound + margin {
            let start = min(max(y, 0), plane.height - 1) * width
            samples.append(contentsOf: repeatElement(max(plane.samples[start], 0), count: margin))
            samples.append(contentsOf: plane.samples[start..<start + width].lazy.map { max($0, 0) })
            samples.append(
                contentsOf: repeatElement(max(plane.samples[start + width - 1], 0), count: margin))
        }
    }

    private init(samples: [Float], width: Int, rows: Int, margin: Int) {
        self.samples = samples
        self.width = width
        self.rows = rows
        self.margin = margin
    }

    /// The rows opened by a segment, without margin.
    func opened(by steps: [LineOpening.Step]) -> [Float] {
        let lowest = gathered(steps, margin: margin / 2) { $0.replacing(with: $1, where: $1 .< $0) }
        return lowest.gathered(steps, margin: 0) { $0.replacing(with: $1, where: $1 .> $0) }.samples
    }

    /// What a choice between two values leaves of all that lies at some steps around each pixel, with a narrower margin:
    /// narrower by the steps' reach at least.
    @inline(__always)
    private func gathered(
        _ steps: [LineOpening.Step], margin inner: Int, _ chosen: (SIMD8<Float>, SIMD8<Float>) -> SIMD8<Float>
    ) -> PaddedRows {
        let (outWidth, outRows) = (width + 2 * inner, rows + 2 * inner)
        let lanes = 8
        var result = [Float](repeating: 0, count: outWidth * outRows)
        let offsets = steps.map { ($0.dy + margin - inner) * stride + $0.dx + margin - inner }
        unsafe samples.withUnsafeBytes { source in
            unsafe result.withUnsafeMutableBytes { target in
                for y in 0..<outRows {
                    var x = 0
                    while x < outWidth {
                        // The last lanes of a row are done again rather than apart; a narrow row is done one by one.
                        if x + lanes > outWidth { x = max(outWidth - lanes, 0) }
                        let count = min(lanes, outWidth - x)
                        let first = y * stride + x
                        var best = SIMD8<Float>()
                        for (number, offset) in offsets.enumerated() {
                            // Bounded: a step leads no farther than the margins differ.
                            let place = (first + offset) * 4
                            var values = SIMD8<Float>()
                            if count == lanes {
                                values = unsafe source.loadUnaligned(
                                    fromByteOffset: place, as: SIMD8<Float>.self)
                            } else {
                                for lane in 0..<count {
                                    values[lane] = unsafe source.load(
                                        fromByteOffset: place + 4 * lane, as: Float.self)
                                }
                            }
                            best = number == 0 ? values : chosen(best, values)
                        }
                        let place = (y * outWidth + x) * 4
                        if count == lanes {
                            unsafe target.storeBytes(of: best, toByteOffset: place, as: SIMD8<Float>.self)
                        } else {
                            for lane in 0..<count {
                                unsafe target.storeBytes(
                                    of: best[lane], toByteOffset: place + 4 * lane, as: Float.self)
                            }
                        }
                        x += lanes
                    }
                }
            }
        }
        return PaddedRows(samples: result, width: width, rows: rows, margin: inner)
    }
}
