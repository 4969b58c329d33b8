import KernelTable
import PixelMath

extension KernelCase {
    /// Operations that carry a window on to the next row.
    private static let window = 2.0
    /// Operations of a round aperture's share of a pixel: the difference, two limits of two.
    private static let rim = 5.0

    private static let empty =
        "12 of a block's 16 columns are the patch's, its window begins with two exponentials, and its sums are folded"
    private static let shortRows =
        "rows of 12 pixels in three planes are too short for the processor to fetch what comes next"

    /// The kernels that work on patches of 12 × 12 pixels, side by side on the plane.
    static var patches: [KernelCase] {
        let side = BenchPlanes.patchSide
        return [
            // Value, down, v0, v1; v2 and the window's square by a product and a sum each.
            KernelCase(
                name: "moments", read: 4, written: 0, work: Work(operations: window + 4 + 4),
                rowsAtOnce: side, reason: empty
            ) { kernels, p, y in
                p.eachPatch(from: y) { _ = unsafe kernels.moments(of: p.float(0, 0), in: $0) }
            },
            // The same, and paint's.
            KernelCase(
                name: "paintedMoments", read: 4, written: 4, isInPlace: true,
                work: Work(operations: window + 2 + 4 + 4), rowsAtOnce: side, reason: empty
            ) { kernels, p, y in
                p.eachPatch(from: y) { _ = unsafe kernels.paintedMoments(1e-4, on: p.float(3, 0), in: $0) }
            },
            // The window's square, and the value's product and sum.
            KernelCase(
                name: "match", read: 4, written: 0, work: Work(operations: window + 2 + 2),
                rowsAtOnce: side, reason: empty
            ) { kernels, p, y in
                p.eachPatch(from: y) { _ = unsafe kernels.match(of: p.float(0, 0), in: $0) }
            },
            // The amplitude and the sum.
            KernelCase(
                name: "paint", read: 4, written: 4, isInPlace: true, work: Work(operations: window + 2),
                rowsAtOnce: side, reason: empty
            ) { kernels, p, y in
                p.eachPatch(from: y) { unsafe kernels.paint(1e-4, on: p.float(3, 0), in: $0) }
            },
            // The distance's square, its root, the rim; three products and four sums.
            KernelCase(
                name: "disc", read: 12, written: 0, work: Work(operations: 1 + rim + 7, roots: 1),
                rowsAtOnce: side, reason: empty, reasonInMemory: shortRows
            ) { kernels, p, y in
                p.eachPatch(from: y) {
                    _ = unsafe kernels.disc(
                        of: p.float(0, 0), p.float(1, 0), p.float(2, 0), radius: 4.7, in: $0)
                }
            },
            // The amplitude and its sum; the distance's square and root; two rims with a product and two sums each.
            KernelCase(
                name: "apertures", read: 4, written: 0,
                work: Work(operations: window + 2 + 1 + 2 * (rim + 3), roots: 1),
                rowsAtOnce: side, reason: empty
            ) { kernels, p, y in
                p.eachPatch(from: y) {
                    _ = unsafe kernels.apertures(
                        of: p.float(0, 0), adding: 0.4, outer: 5.4, inner: 2.2, in: $0)
                }
            },
        ]
    }
}
