import CMachineLimits
import Glibc
import PixelMath

/// What this machine can do at best, measured in this process on one thread.
@safe
struct MachineLimits {
    /// Cycles in a nanosecond, by additions that wait for each other.
    let cyclesPerNanosecond: Double
    /// Nanoseconds of a division of one register, by bits.
    let division: [Int: Double]
    /// Nanoseconds of a square root of one register, by bits.
    let root: [Int: Double]

    private let first: UnsafeMutableRawPointer
    private let second: UnsafeMutableRawPointer
    private var known: [Int: (copy: Double, read: Double)] = [:]

    /// Vector operations that a cycle is taken to have room for.
    static let operationsPerCycle = 2.0

    /// Measures all but the bandwidth, which is measured when asked for.
    ///
    /// - Parameter largest: The largest working set in bytes.
    init(largest: Int) {
        let rounds = 2_000
        let adds = bestNanoseconds(for: .milliseconds(100)) { sml_dependent_adds(rounds) }
        cyclesPerNanosecond = 64 * Double(rounds) / adds
        let widths = InstructionSet.runnable.map(\.bits)
        func each(_ run: (Int32, Int) -> Void) -> [Int: Double] {
            Dictionary(
                uniqueKeysWithValues: widths.map { bits in
                    (bits, bestNanoseconds { run(Int32(bits), rounds) } / (8 * Double(rounds)))
                })
        }
        division = each(sml_divisions)
        root = each(sml_roots)
        func memory() -> UnsafeMutableRawPointer {
            let start = UnsafeMutableRawPointer.allocate(byteCount: largest, alignment: 2 << 20)
            _ = unsafe madvise(start, largest, Int32(MADV_HUGEPAGE))
            // Bounded: as many bytes as were allocated.
            unsafe start.initializeMemory(as: UInt8.self, repeating: 1, count: largest)
            return unsafe start
        }
        unsafe (first, second) = unsafe (memory(), memory())
    }

    /// How fast memory is copied and read in a working set.
    ///
    /// - Parameter size: Bytes of the working set: those read, or those read and written together.
    /// - Returns: Bytes a nanosecond of a copy, both what it reads and what it writes, and of reading alone.
    mutating func bandwidth(of size: Int) -> (copy: Double, read: Double) {
        if let found = known[size] { return found }
        // Bounded: no more than was allocated.
        let (half, whole) = (size / 2, size / 512 * 512)
        let (first, second) = unsafe (first, second)
        let copied = bestNanoseconds { unsafe memcpy(second, first, half) }
        var sum: UInt = 0
        let read = [1, 4].map { streams in
            bestNanoseconds { sum |= unsafe sml_read(first, UInt(whole), Int32(streams)) }
        }
        precondition(sum != 0, "the memory holds ones")
        let found = (copy: 2 * Double(half) / copied, read: Double(whole) / min(read[0], read[1]))
        known[size] = found
        return found
    }
}

/// The shortest of many runs: on a shared machine the one that was disturbed least.
///
/// - Parameters:
///   - span: How long to go on; five runs at least.
///   - run: One run.
/// - Returns: Nanoseconds.
func bestNanoseconds(for span: Duration = .milliseconds(150), _ run: () -> Void) -> Double {
    let clock = ContinuousClock()
    var (best, count) = (Duration.seconds(1_000), 0)
    run()
    let start = clock.now
    while count < 5 || clock.now - start < span {
        best = min(best, clock.measure(run))
        count += 1
    }
    return best / .nanoseconds(1)
}

extension InstructionSet {
    /// Bits of its registers.
    var bits: Int {
        switch self {
        case .baseline: 128
        case .avx2: 256
        case .avx512: 512
        }
    }

    /// Its name in a table.
    var title: String {
        switch self {
        case .baseline: "baseline"
        case .avx2: "AVX2"
        case .avx512: "AVX-512"
        }
    }
}
