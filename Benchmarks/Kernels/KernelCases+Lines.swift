import KernelTable
import PixelMath

extension KernelCase {
    /// The kernels of the opening by lines, most of them on bytes.
    static var lines: [KernelCase] {
        let steps = -10...10
        return [
            // One choice for each step of the segment but the first.
            KernelCase(
                name: "smallest of 21", read: 1, written: 1,
                work: Work(operations: Double(steps.count - 1), lane: 1),
                reason: loads, reasonInMemory: loads + "; memory is waited for beside"
            ) { kernels, p, y in
                // Bounded: 32 rows stand before the first and behind the last.
                unsafe kernels.smallest(
                    p.byte(0, y), offsets: offsets(steps, p.width), count: steps.count, into: p.byte(2, y),
                    width: p.width)
            },
            KernelCase(
                name: "largest of 21", read: 1, written: 1,
                work: Work(operations: Double(steps.count - 1), lane: 1),
                reason: loads, reasonInMemory: loads + "; memory is waited for beside"
            ) { kernels, p, y in
                unsafe kernels.largest(
                    p.byte(0, y), offsets: offsets(steps, p.width), count: steps.count, into: p.byte(2, y),
                    width: p.width)
            },
            // The difference, the larger.
            KernelCase(
                name: "keepLargerDifference", read: 3, written: 1, isInPlace: true,
                work: Work(operations: 2, lane: 1)
            ) { kernels, p, y in
                unsafe kernels.keepLargerDifference(p.byte(2, y), p.byte(0, y), p.byte(1, y), width: p.width)
            },
            // The product, two limits, the rounding sum, two steps to bytes.
            KernelCase(name: "wholeNumbers", read: 4, written: 1, work: Work(operations: 6)) {
                kernels, p, y in
                unsafe kernels.wholeNumbers(p.float(0, y), scale: 255, into: p.byte(2, y), width: p.width)
            },
            // The product, three limits, the rounding sum, two steps to bytes.
            KernelCase(
                name: "shares", read: 8, written: 1, work: Work(operations: 7, divisions: 1)
            ) { kernels, p, y in
                unsafe kernels.shares(
                    of: p.float(0, y), in: p.float(1, y), least: 0.2, into: p.byte(2, y), width: p.width)
            },
        ]
    }

    private static let loads =
        "a load for each choice, half of them across two cache lines"

    /// Where the pixels of a segment at 30 degrees stand.
    private static func offsets(_ steps: ClosedRange<Int>, _ width: Int) -> [Int] {
        steps.map { step in
            let (dx, dy) = (Double(step) * 0.866, Double(step) * 0.5)
            return Int(dy.rounded()) * width + Int(dx.rounded())
        }
    }
}
