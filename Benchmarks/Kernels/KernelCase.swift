import KernelTable
import PixelMath

/// One kernel at work, and what it must do for each pixel.
struct KernelCase {
    /// The kernel's name in ``KernelSet``, and how it is called.
    let name: String
    /// Bytes that it reads for a pixel, each but once.
    let read: Int
    /// Bytes that it writes for a pixel.
    let written: Int
    /// Whether it writes where it has read, so that the working set is what it reads.
    var isInPlace = false
    /// Arithmetic for a pixel.
    let work: Work
    /// Rows that one call of `run` takes.
    var rowsAtOnce = 1
    /// Why it stays behind what the machine allows, where it does.
    var reason = ""
    /// Why it does so on planes in memory, where that is another reason.
    var reasonInMemory: String?
    /// Works on the rows from y on.
    let run: (_ kernels: any KernelSet.Type, _ planes: BenchPlanes, _ y: Int) -> Void

    /// Arithmetic for a pixel, counted by hand: comparisons, choices and conversions count, loads and stores do not.
    struct Work {
        /// Operations of a register's lane.
        var operations: Double
        /// Divisions of Floats.
        var divisions = 0.0
        /// Square roots of Floats.
        var roots = 0.0
        /// Bytes of a lane.
        var lane = 4
    }

    /// Bytes of the working set for a pixel.
    var held: Int { isInPlace ? read : read + written }

    /// Times the kernel.
    ///
    /// - Parameters:
    ///   - set: Whose kernels.
    ///   - planes: What to work on.
    ///   - height: How many of their rows.
    /// - Returns: Nanoseconds a pixel of the best run.
    func nanoseconds(_ set: InstructionSet, on planes: BenchPlanes, height: Int) -> Double {
        let kernels = set.kernels
        let took = bestNanoseconds {
            for y in stride(from: 0, to: height, by: rowsAtOnce) { run(kernels, planes, y) }
        }
        return took / Double(planes.width * height)
    }

    /// Rows whose working set has so many bytes, a whole number of calls.
    func height(ofBytes bytes: Int, width: Int) -> Int {
        max(1, bytes / (held * width * rowsAtOnce)) * rowsAtOnce
    }

    /// The fewest nanoseconds a pixel that reading and writing could take:
    /// `2 · written / copy + (read − written) / read bandwidth`.
    func leastByBandwidth(_ bandwidth: (copy: Double, read: Double)) -> Double {
        2 * Double(written) / bandwidth.copy + Double(read - written) / bandwidth.read
    }

    /// The fewest nanoseconds a pixel that arithmetic could take: the longest of
    /// `operations / (lanes · 2 · cycles a nanosecond)` and what divisions and square roots take.
    func leastByArithmetic(_ limits: MachineLimits, _ set: InstructionSet) -> Double {
        let perCycle = Double(set.bits / 8 / work.lane) * MachineLimits.operationsPerCycle
        let floats = Double(set.bits / 32)
        let slow =
            work.divisions * (limits.division[set.bits] ?? 0) + work.roots * (limits.root[set.bits] ?? 0)
        return max(work.operations / (perCycle * limits.cyclesPerNanosecond), slow / floats)
    }
}
