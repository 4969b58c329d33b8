import Foundation
import PixelMath

/// The tables as Markdown: all numbers of one working set in one table.
struct KernelPage {
    /// What the shares are of.
    var limits: MachineLimits
    /// What the kernels work on.
    let planes: BenchPlanes

    /// Bytes of a working set that a second-level cache of 1 MiB holds with room to spare.
    static let cachedBytes = 512 << 10
    /// The share that a kernel should reach.
    static let aim = 0.6

    /// What stands above the tables.
    func opening(command: String) -> String {
        func list(_ values: [Int: Double]) -> String {
            values.sorted { $0.key < $1.key }.map { number($0.value, 2) + " ns for \($0.key) bits" }
                .joined(separator: ", ")
        }
        return """
            # Kernels beside what the machine allows

            `\(command)`. Machine: \(Self.processor), one thread.

            Cycle rate: \(number(limits.cyclesPerNanosecond, 2)) GHz, by a chain of dependent additions. Registers of Floats:
            a division takes \(list(limits.division));
            a square root \(list(limits.root)).

            Every kernel of `Sources/KernelTable/KernelSet.swift` is called row by row on rows of
            \(planes.width.formatted(.number.locale(Self.locale))) pixels, as the pipeline calls it, or patch by patch on
            patches of 12 × 12 pixels side by side. Times are the best of several runs, in nanoseconds for a pixel of the row
            or patch. **Bytes** are what is read + written for a pixel, each but once. **Operations** are those for a pixel,
            counted by hand beside each case in `Benchmarks/Kernels`: comparisons, choices and conversions count, loads and
            stores do not; ÷ is a division, √ a square root.

            **Share** = the least time that the machine allows / the time taken. The least time is the longer of

            - bandwidth: as many bytes as are written copied, the rest read, at the speeds of `memcpy` and of a loop
              that reads one place or four at once, whichever is faster, on a working set of the same size, measured in
              the same run; a kernel whose writing goes on beside its reading may go beyond 100 %;
            - arithmetic: operations at 2 vector operations a cycle, or divisions and roots at the speed measured. A
              processor that starts more than two a cycle, sums and products on units of their own, may go beyond 100 %.
              Lanes that stay empty are no excuse: a patch has 12 columns and a block 16.

            **Limit** says which of the two it is for AVX2. The aim is \(Int(100 * Self.aim)) % with AVX2; what stays below has a reason.

            """
    }

    /// The table of one working set.
    ///
    /// - Parameters:
    ///   - cases: The kernels.
    ///   - isCached: Whether the working set is ``cachedBytes`` rather than whole planes.
    /// - Returns: A table in Markdown.
    mutating func table(_ cases: [KernelCase], isCached: Bool) -> String {
        let sets = InstructionSet.runnable
        var lines = [
            "| kernel | bytes | operations | limit |"
                + sets.map { " \($0.title): ns | GB/s | share |" }.joined()
                + " below \(Int(100 * Self.aim)) %: why |",
            "| --- | ---: | ---: | --- |" + sets.map { _ in " ---: | ---: | ---: |" }.joined() + " --- |",
        ]
        for kernel in cases {
            let height =
                isCached ? kernel.height(ofBytes: Self.cachedBytes, width: planes.width) : planes.height
            let bandwidth = limits.bandwidth(of: kernel.held * planes.width * height)
            let moved = kernel.leastByBandwidth(bandwidth)
            var (line, limit, reason) = ("", "", "")
            for set in sets {
                let computed = kernel.leastByArithmetic(limits, set)
                let took = kernel.nanoseconds(set, on: planes, height: height)
                let share = max(moved, computed) / took
                line +=
                    " \(number(took, 3)) | \(number(Double(kernel.read + kernel.written) / took, 1)) "
                    + "| \(Int((100 * share).rounded())) % |"
                if set == .avx2 || sets.count == 1 {
                    limit = moved > computed ? "bandwidth" : "arithmetic"
                    if share < Self.aim {
                        reason = isCached ? kernel.reason : kernel.reasonInMemory ?? kernel.reason
                        if reason.isEmpty { reason = "not known" }
                    }
                }
            }
            lines.append(
                "| \(kernel.name) | \(kernel.read) + \(kernel.written) | \(kernel.work.text) | \(limit) |\(line) \(reason) |"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The bandwidth measured for some working sets in bytes.
    mutating func bandwidths(_ sizes: [Int]) -> String {
        var lines = [
            "| working set, MB | copy, GB/s read and written | read, GB/s |", "| ---: | ---: | ---: |",
        ]
        for size in sizes {
            let speed = limits.bandwidth(of: size)
            lines.append(
                "| \(number(Double(size) / 1e6, 1)) | \(number(speed.copy, 1)) | \(number(speed.read, 1)) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let locale = Locale(identifier: "en_US")

    /// How many processors of which name.
    private static var processor: String {
        let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let name = text.split(separator: "\n").first { $0.hasPrefix("model name") }?
            .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
        return
            "\(ProcessInfo.processInfo.processorCount) × \(name ?? "a processor that does not say its name")"
    }
}

/// A number with so many digits behind the point.
func number(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

extension KernelCase.Work {
    /// As the table has it.
    var text: String {
        var parts = [number(operations, operations == operations.rounded() ? 0 : 1)]
        if divisions > 0 { parts.append("\(Int(divisions)) ÷") }
        if roots > 0 { parts.append("\(Int(roots)) √") }
        return parts.joined(separator: " + ") + (lane == 4 ? "" : " of \(8 * lane) bits")
    }
}
