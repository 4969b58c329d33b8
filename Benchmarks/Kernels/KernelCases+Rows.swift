import KernelTable
import PixelMath

extension KernelCase {
    /// The kernels that work on rows of Floats and truths.
    static var rows: [KernelCase] {
        [1.0, 2.5, 8.0].flatMap(blurs) + floats + chosen
    }

    /// A blur by a sigma: the middle's product, and for each pair of taps two sums and a product.
    private static func blurs(sigma: Double) -> [KernelCase] {
        let kernel = GaussianKernel(sigma: sigma)
        let (taps, count) = (kernel.sides, kernel.radius)
        let work = Work(operations: 1 + 3 * Double(count))
        return [
            KernelCase(name: "blurAlongRow, sigma \(sigma)", read: 4, written: 4, work: work) {
                kernels, p, y in
                // Bounded: the rows' margin is longer than the taps.
                unsafe kernels.blurAlongRow(
                    p.float(0, y), into: p.float(3, y), width: p.width, middle: kernel.middle, taps: taps,
                    count: count)
            },
            KernelCase(
                name: "blurAcrossRows, sigma \(sigma)", read: 4, written: 4, work: work, reason: rowsAgain
            ) {
                kernels, p, y in
                // Bounded: 32 rows stand before the first and behind the last.
                // Two rows by one call: the other row has none.
                guard y % 2 == 0 else { return }
                for step in -count...count + 1 {
                    unsafe p.rows[count + step] = UnsafePointer(p.float(0, y + step))
                }
                unsafe kernels.blurAcrossRows(
                    p.rows, into: p.float(3, y), and: p.float(3, y + 1), width: p.width,
                    middle: kernel.middle, taps: taps, count: count)
            },
        ]
    }

    private static let rowsAgain =
        "the rows around do not stay in the first cache: each comes from the second again for every tap, with sigma 8 from the third"
    private static let pairs =
        "pairs are taken apart or put together by shuffles, which are not counted as operations"
    private static let truthsOneByOne =
        "the compiler loads truths a byte at a time and inserts each into a register; with AVX-512 into a mask"

    private static var floats: [KernelCase] {
        [
            KernelCase(name: "subtract", read: 8, written: 4, work: Work(operations: 1)) { kernels, p, y in
                unsafe kernels.subtract(p.float(0, y), p.float(1, y), into: p.float(3, y), width: p.width)
            },
            // Three sums and a product for four pixels of the rows, which are read as pairs.
            KernelCase(
                name: "halve, a pixel of the half", read: 16, written: 4, work: Work(operations: 4),
                reason: pairs
            ) { kernels, p, y in
                // Bounded: 32 rows stand behind the last.
                unsafe kernels.halve(p.float(0, y), p.float(1, y), into: p.float(3, y), width: p.width)
            },
            // A difference, a product, a sum.
            KernelCase(name: "between", read: 8, written: 4, work: Work(operations: 3)) { kernels, p, y in
                unsafe kernels.between(
                    p.float(0, y), p.float(1, y), share: 0.37, into: p.float(3, y), width: p.width)
            },
            // Three products, two sums.
            KernelCase(name: "mix", read: 12, written: 4, work: Work(operations: 5)) { kernels, p, y in
                unsafe kernels.mix(
                    red: p.float(0, y), green: p.float(1, y), blue: p.float(2, y), shares: [0.2, 0.7, 0.1],
                    into: p.float(3, y), width: p.width)
            },
            // Five comparisons, four unions, a test.
            KernelCase(
                name: "maxima, a dot on 20 × 20 pixels", read: 4, written: 0,
                work: Work(operations: 10)
            ) { kernels, p, y in
                let row = unsafe p.dot(0, y)
                _ = unsafe kernels.maxima(
                    of: row, above: row - p.width, below: row + p.width, width: p.width, threshold: 0.5,
                    found: p.found)
            },
        ]
    }

    private static var chosen: [KernelCase] {
        [
            // A difference; the truth made as wide as a Float, its negative, and what that leaves.
            KernelCase(
                name: "missingLight", read: 9, written: 4, work: Work(operations: 4, divisions: 1)
            ) { kernels, p, y in
                unsafe kernels.missingLight(
                    p.float(0, y), over: p.float(1, y), where: p.flag(0, y), into: p.float(3, y),
                    width: p.width)
            },
            // The truth widened, its negative, what that leaves; three differences, a product, two limits, the rounding sum, and
            // one of two steps from words to bytes.
            KernelCase(
                name: "rebasedBytes", read: 9, written: 1, work: Work(operations: 11, divisions: 1)
            ) { kernels, p, y in
                unsafe kernels.rebasedBytes(
                    p.float(0, y), on: p.float(1, y), where: p.flag(0, y), least: -0.4, stepsPerUnit: 180,
                    into: p.byte(2, y), width: p.width)
            },
            // The truth widened, its negative, what that leaves, the sum.
            KernelCase(
                name: "add", read: 9, written: 4, isInPlace: true, work: Work(operations: 4)
            ) { kernels, p, y in
                unsafe kernels.add(p.float(0, y), where: p.flag(0, y), to: p.float(3, y), width: p.width)
            },
            // The truth's bit, the sum.
            KernelCase(
                name: "count", read: 2, written: 1, isInPlace: true, work: Work(operations: 2, lane: 1),
                reason: truthsOneByOne
            ) { kernels, p, y in
                unsafe kernels.count(p.flag(0, y), in: p.byte(2, y), width: p.width)
            },
            // Two products, two differences, the larger, two comparisons, their union, the step to bytes, the count.
            KernelCase(
                name: "above", read: 12, written: 1, work: Work(operations: 10),
                reason: "the compiler leaves it a pixel at a time: a branch between the two comparisons"
            ) { kernels, p, y in
                _ = unsafe kernels.above(
                    0.94, red: p.dot(0, y), luminance: p.dot(1, y), blue: p.dot(2, y),
                    shares: [0.2, 0.7, 0.1], into: p.flag(1, y), width: p.width)
            },
            // The union and its bit.
            KernelCase(
                name: "unite", read: 2, written: 1, isInPlace: true, work: Work(operations: 2, lane: 1),
                reason: truthsOneByOne
            ) { kernels, p, y in
                unsafe kernels.unite(p.flag(1, y), with: p.flag(0, y), width: p.width)
            },
        ]
    }
}
