import KernelTable
import PixelMath
import Raster
import SteadyMath
import Testing

/// A number that is held against another bit by bit, so that a NaN is equal to itself and −0 is not 0.
protocol ExactBits {
    /// The number's bits.
    var bits: UInt32 { get }
}

extension Float: ExactBits {
    var bits: UInt32 { bitPattern }
}

extension UInt8: ExactBits {
    var bits: UInt32 { UInt32(self) }
}

extension Bool: ExactBits {
    var bits: UInt32 { self ? 1 : 0 }
}

/// The kernels of every instruction set that this processor runs, held against one oracle.
enum EveryKernelSet {
    /// Every row length that the kernels are tried with: all tails of one and of two blocks of 32.
    static let lengths = 0...70
    /// Samples before and behind what a kernel may write.
    private static let guardLength = 40

    /// Has each set write over a row, and holds what it wrote, and what it had to leave alone, against an oracle's.
    ///
    /// - Parameters:
    ///   - expected: The row as it must be, bit by bit.
    ///   - row: The row before.
    ///   - guarding: What stands beside the row, and must stay.
    ///   - what: What is tried, for the message of a failure.
    ///   - write: Calls the kernel with the row's first sample.
    @safe static func expect<Sample: ExactBits>(
        _ expected: [Sample], from row: [Sample], guarding: Sample, _ what: @autoclosure () -> String,
        _ write: (any KernelSet.Type, UnsafeMutablePointer<Sample>) -> Void
    ) {
        let beside = [Sample](repeating: guarding, count: guardLength)
        let whole = (beside + expected + beside).map(\.bits)
        for set in InstructionSet.runnable {
            var buffer = beside + row + beside
            unsafe buffer.withUnsafeMutableBufferPointer { buffer in
                guard let start = buffer.baseAddress else { return }
                // Bounded: the row stands between both guards.
                unsafe write(set.kernels, start + guardLength)
            }
            #expect(buffer.map(\.bits) == whole, "\(set.rawValue): \(what())")
        }
    }

    /// What each set returns, which must be equal to what the first does, bit by bit as `bits` tells.
    ///
    /// - Parameters:
    ///   - what: What is tried, for the message of a failure.
    ///   - bits: The bits of a result.
    ///   - call: Calls the kernel.
    /// - Returns: What the baseline returns.
    static func agreed<Result>(
        _ what: @autoclosure () -> String, bits: (Result) -> [UInt32], _ call: (any KernelSet.Type) -> Result
    ) -> Result {
        let first = call(InstructionSet.baseline.kernels)
        for set in InstructionSet.runnable.dropFirst() {
            #expect(bits(call(set.kernels)) == bits(first), "\(set.rawValue): \(what())")
        }
        return first
    }
}

/// Rows of seeded numbers, at least one of them so that each has an address.
struct RandomRows {
    private var random: SeededRandom

    /// Makes rows.
    ///
    /// - Parameter seed: Where chance starts.
    init(seed: Int) { random = SeededRandom(seed: UInt64(seed)) }

    /// Numbers spread evenly over a range.
    mutating func floats(_ count: Int, in range: ClosedRange<Double> = -1...1) -> [Float] {
        (0..<max(count, 1)).map { _ in
            Float(range.lowerBound + (range.upperBound - range.lowerBound) * random.uniform())
        }
    }

    /// Bytes spread evenly over all there are.
    mutating func bytes(_ count: Int) -> [UInt8] { floats(count, in: 0...255.99).map { UInt8($0) } }

    /// Choices, true for about two in three.
    mutating func choices(_ count: Int) -> [Bool] { (0..<max(count, 1)).map { _ in random.uniform() < 0.67 } }
}
