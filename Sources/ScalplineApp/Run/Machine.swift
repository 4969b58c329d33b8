import Foundation

/// What the machine that the program runs on leaves to it.
public enum Machine {
    /// Where the kernel tells a container's own bound: control groups of version 2 and of version 1.
    private static let memoryBounds = [
        "/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes",
    ]
    /// What the kernel tells of this process; the size of such files is not known before they are read.
    private static let ownStatus = "/proc/self/status"
    /// More than such a file ever holds.
    private static let longestFile = 65_536

    /// Bytes of memory: the machine's, or those of the container where they are fewer.
    package static let memoryBytes: Int = {
        let pages = sysconf(Int32(_SC_PHYS_PAGES))
        let pageBytes = sysconf(Int32(_SC_PAGESIZE))
        let whole = pages > 0 && pageBytes > 0 ? pages * pageBytes : Int.max
        return memoryBounds.reduce(whole) { least, path in
            min(least, text(of: path).flatMap(memoryBound(in:)) ?? .max)
        }
    }()

    /// Processors that this process may use: those that `taskset` or a container leaves to it.
    public static let processors: Int =
        text(of: ownStatus).flatMap(processors(in:)) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    /// What the processor calls itself, or nil where the kernel does not tell.
    static var processorName: String? {
        let key = "model name"
        let line = text(of: "/proc/cpuinfo")?.split(separator: "\n").first { $0.hasPrefix(key) }
        return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// The bound that a control group's file states.
    ///
    /// - Parameter text: The file's text.
    /// - Returns: Bytes, or nil where there is no bound (`max`).
    package static func memoryBound(in text: String) -> Int? {
        Int(text.trimmingCharacters(in: .whitespacesAndNewlines)).flatMap { $0 > 0 ? $0 : nil }
    }

    /// Processors by the mask `Cpus_allowed` of a process's status: hexadecimal digits, a bit for each.
    ///
    /// - Parameter text: The status file's text.
    /// - Returns: How many, or nil where it is not told.
    package static func processors(in text: String) -> Int? {
        let key = "Cpus_allowed:"
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(key) }) else { return nil }
        let count = line.dropFirst(key.count).reduce(0) { $0 + ($1.hexDigitValue ?? 0).nonzeroBitCount }
        return count > 0 ? count : nil
    }

    private static func text(of path: String) -> String? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        return (try? file.read(upToCount: longestFile)).map { String(decoding: $0, as: UTF8.self) }
    }
}
