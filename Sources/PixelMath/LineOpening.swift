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
    /// The segments; those along that share their segment across stand together.
    private let segments: [(across: [Step], along: [[Step]])]

    /// Directions that are tried, an eighth of a right angle apart.
    static let directionCount = 16
    /// Steps of the bytes that heights are held in: finer than the noise of a photo's pixels.
    package static let stepsPerUnit: Float = 400
    /// The greatest height that they hold: what lies above counts as this.
    package static let greatestHeight = 255 / stepsPerUnit

    /// Makes an opening.
    ///
    /// - Parameters:
    ///   - long: Pixels from the middle of the long segment to its ends, at least 1.
    ///   - short: The same of the short segment, at least 1 and no more than `long`.
    package init(long: Int, short: Int) {
        precondition(short >= 1 && long >= short, "a segment has a length")
        self.long = long
        func steps(reach: Int, part: Double) -> [Step] {
            let (cosine, sine) = (Steady.cos(.pi * part), Steady.sin(.pi * part))
            return (-reach...reach).map { step in
                Step(dx: Int((Double(step) * cosine).rounded()), dy: Int((Double(step) * sine).rounded()))
            }
        }
        var segments = [(across: [Step], along: [[Step]])]()
        for number in 0..<Self.directionCount {
            let part = Double(number) / Double(Self.directionCount)
            let (along, across) = (steps(reach: long, part: part), steps(reach: short, part: part + 0.5))
            if let known = segments.firstIndex(where: { Set($0.across) == Set(across) }) {
                segments[known].along.append(along)
            } else {
                segments.append((across, [along]))
            }
        }
        self.segments = segments
    }

    /// The height that lies on lines, 0 or more; beyond its edge the plane goes on as its outermost pixels.
    ///
    /// - Parameters:
    ///   - plane: Heights, held within 0 … ``greatestHeight``, in steps of 1/``stepsPerUnit``.
    ///   - rows: Rows to look at, one or more.
    /// - Returns: A plane of these rows.
    /// - Complexity: O(pixels · length of the long segment).
    package func lines(in plane: Plane, rows: Range<Int>) -> Plane {
        // The opening of a row needs what lies two halves of a segment around it.
        let heights = HeightRows(of: plane, rows: rows, margin: 2 * long)
        let count = rows.count * plane.width
        var best = [UInt8](repeating: 0, count: count)
        for segment in segments {
            let wide = heights.opened(by: segment.across)
            for along in segment.along {
                let kept = heights.opened(by: along)
                unsafe best.withUnsafeMutableBufferPointer { best in
                    guard let best = best.baseAddress else { return }
                    // Bounded: all three hold as many heights as the rows.
                    unsafe kernels.keepLargerDifference(best, kept, wide, width: count)
                }
            }
        }
        return Plane(
            width: plane.width, height: rows.count, samples: best.map { Float($0) / Self.stepsPerUnit })
    }

    /// A pixel of a segment, from its middle.
    struct Step: Hashable {
        var dx: Int
        var dy: Int
    }
}

/// Heights of some rows of a plane in bytes, with a margin all around that goes on as the plane's outermost pixels.
private struct HeightRows {
    private(set) var samples: [UInt8]
    private let width: Int
    private let rows: Int
    private let margin: Int
    private var stride: Int { width + 2 * margin }

    init(of plane: Plane, rows: Range<Int>, margin: Int) {
        width = plane.width
        self.rows = rows.count
        self.margin = margin
        let (width, length) = (plane.width, plane.width + 2 * margin)
        samples = Array(repeating: 0, count: length * (rows.count + 2 * margin))
        unsafe plane.samples.withUnsafeBufferPointer { source in
            unsafe samples.withUnsafeMutableBufferPointer { target in
                guard let source = source.baseAddress, let target = target.baseAddress else { return }
                for (index, y) in (rows.lowerBound - margin..<rows.upperBound + margin).enumerated() {
                    let start = min(max(y, 0), plane.height - 1) * width
                    let row = unsafe target + index * length
                    // Bounded: margin + width + margin samples.
                    unsafe kernels.wholeNumbers(
                        source + start, scale: LineOpening.stepsPerUnit, into: row + margin, width: width)
                    unsafe row.update(repeating: row[margin], count: margin)
                    unsafe (row + margin + width).update(repeating: row[margin + width - 1], count: margin)
                }
            }
        }
    }

    private init(samples: [UInt8], width: Int, rows: Int, margin: Int) {
        self.samples = samples
        self.width = width
        self.rows = rows
        self.margin = margin
    }

    /// The rows opened by a segment, without margin.
    func opened(by steps: [LineOpening.Step]) -> [UInt8] {
        gathered(steps, margin: margin / 2, largest: false).gathered(steps, margin: 0, largest: true).samples
    }

    /// The smallest or largest of all that lies at some steps around each pixel, with a narrower margin: narrower by the
    /// steps' reach at least.
    private func gathered(_ steps: [LineOpening.Step], margin inner: Int, largest: Bool) -> HeightRows {
        let (outWidth, outRows) = (width + 2 * inner, rows + 2 * inner)
        let (kernels, stride) = (kernels, stride)
        let offsets = steps.map { ($0.dy + margin - inner) * stride + $0.dx + margin - inner }
        let result = unsafe [UInt8](unsafeUninitializedCapacity: outWidth * outRows) { target, count in
            count = outWidth * outRows
            unsafe samples.withUnsafeBufferPointer { source in
                unsafe offsets.withUnsafeBufferPointer { offsets in
                    guard let source = source.baseAddress, let target = target.baseAddress,
                        let first = offsets.baseAddress
                    else { return }
                    for y in 0..<outRows {
                        // Bounded: a step leads no farther than the margins differ.
                        let (from, to) = unsafe (source + y * stride, target + y * outWidth)
                        if largest {
                            unsafe kernels.largest(
                                from, offsets: first, count: offsets.count, into: to, width: outWidth)
                        } else {
                            unsafe kernels.smallest(
                                from, offsets: first, count: offsets.count, into: to, width: outWidth)
                        }
                    }
                }
            }
        }
        return HeightRows(samples: result, width: width, rows: rows, margin: inner)
    }
}
