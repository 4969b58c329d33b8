import KernelTable
import PixelMath
import Testing

@Suite(
    "Kernels on whole numbers: every instruction set gives the scalar's numbers for every row length from 0 to 70"
)
struct WholeNumberKernelTests {
    @Test("the smallest and the largest of 1 to 25 neighbours", arguments: 1...25)
    func extremes(count: Int) {
        let reach = 30
        var rows = RandomRows(seed: 10 + count)
        // The first stays where it is, the others lead anywhere.
        let offsets = [0] + rows.floats(count, in: -30...30).prefix(count - 1).map { Int($0) }
        for width in EveryKernelSet.lengths {
            let source = rows.bytes(width + 2 * reach)
            func neighbours(_ x: Int) -> [UInt8] { offsets.map { source[reach + x + $0] } }
            for isLargest in [false, true] {
                let expected = (0..<width).map { x in
                    neighbours(x).reduce(source[reach + x]) { isLargest ? max($0, $1) : min($0, $1) }
                }
                EveryKernelSet.expect(
                    expected, from: Array(repeating: 0, count: width), guarding: 77,
                    "\(isLargest ? "largest" : "smallest"), width \(width)"
                ) { kernels, target in
                    unsafe source.withUnsafeBufferPointer { source in
                        guard let start = source.baseAddress else { return }
                        // Bounded: `reach` samples stand on both sides.
                        if isLargest {
                            unsafe kernels.largest(
                                start + reach, offsets: offsets, count: count, into: target, width: width)
                        } else {
                            unsafe kernels.smallest(
                                start + reach, offsets: offsets, count: count, into: target, width: width)
                        }
                    }
                }
            }
        }
    }

    @Test("a larger difference is kept")
    func keepLargerDifference() {
        var rows = RandomRows(seed: 40)
        for width in EveryKernelSet.lengths {
            let best = Array(rows.bytes(width).prefix(width))
            let (one, other) = (rows.bytes(width), rows.bytes(width))
            EveryKernelSet.expect(
                (0..<width).map { max(best[$0], one[$0] - min(one[$0], other[$0])) }, from: best,
                guarding: 77,
                "width \(width)"
            ) { unsafe $0.keepLargerDifference($1, one, other, width: width) }
        }
    }

    @Test("whole numbers: halves to the even one, held within 0 and 255")
    func wholeNumbers() {
        var rows = RandomRows(seed: 41)
        for scale: Float in [1, 400] {
            for width in EveryKernelSet.lengths {
                let source = rows.floats(width, in: -1...300).map { $0 / scale }
                let expected = (0..<width).map { x in
                    UInt8(min(max((source[x] * scale).rounded(.toNearestOrEven), 0), 255))
                }
                EveryKernelSet.expect(
                    expected, from: Array(repeating: 0, count: width), guarding: 77, "width \(width)"
                ) { unsafe $0.wholeNumbers(source, scale: scale, into: $1, width: width) }
            }
        }
    }

    @Test("whole numbers of what is no light: none traps, NaN gives 0, whichever lane it stands in")
    func strangeNumbers() {
        let known: [(Float, UInt8)] = [
            (.nan, 0), (.signalingNaN, 0), (-.nan, 0), (.infinity, 255), (-.infinity, 0),
            (.greatestFiniteMagnitude, 255), (-.greatestFiniteMagnitude, 0), (.leastNonzeroMagnitude, 0),
            (-0, 0), (-0.25, 0), (0.5, 0), (0.500_01, 1), (1.5, 2), (2.5, 2), (254.5, 254), (255, 255),
            (255.5, 255), (256, 255), (8_388_609, 255),
        ]
        for shift in 0..<33 {
            let all = (0..<70).map { known[($0 + shift) % known.count] }
            let source = all.map(\.0)
            EveryKernelSet.expect(
                all.map(\.1), from: Array(repeating: 5, count: all.count), guarding: 77, "shift \(shift)"
            ) { unsafe $0.wholeNumbers(source, scale: 1, into: $1, width: source.count) }
        }
    }

    @Test("shares of a whole in 255ths, of no less than the least; what is no number gives 0")
    func shares() {
        var rows = RandomRows(seed: 43)
        for width in EveryKernelSet.lengths {
            var (part, whole) = (rows.floats(width, in: -0.2...1.2), rows.floats(width, in: -0.1...1))
            for x in stride(from: 2, to: width, by: 11) { (part[x], whole[x]) = (.nan, 0.5) }
            for x in stride(from: 5, to: width, by: 11) { (part[x], whole[x]) = (0.01, .nan) }
            for x in stride(from: 7, to: width, by: 11) { (part[x], whole[x]) = (.infinity, .infinity) }
            for x in stride(from: 9, to: width, by: 11) { (part[x], whole[x]) = (0.5, 1) }
            let least: Float = 0.02
            let expected = (0..<width).map { x -> UInt8 in
                let value = 255 * part[x] / (whole[x] > least ? whole[x] : least)
                return value.isNaN ? 0 : UInt8(min(max(value, 0), 255).rounded(.toNearestOrEven))
            }
            EveryKernelSet.expect(
                expected, from: Array(repeating: 0, count: width), guarding: 77, "width \(width)"
            ) { unsafe $0.shares(of: part, in: whole, least: least, into: $1, width: width) }
        }
    }

    @Test("every step of a byte comes back from the height that it stands for")
    func everyStep() {
        let source = (0...255).map { Float($0) / LineOpening.stepsPerUnit }
        EveryKernelSet.expect(
            (0...255).map { UInt8($0) }, from: Array(repeating: 0, count: source.count), guarding: 77, "steps"
        ) { unsafe $0.wholeNumbers(source, scale: LineOpening.stepsPerUnit, into: $1, width: source.count) }
    }
}
