import ClientRecords
import Glibc

/// The memory of the machine that the program runs on.
enum MachineMemory {
    /// Where the kernel tells a container's own bound: control groups of version 2 and of version 1.
    private static let bounds = [
        "/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes",
    ]
    /// No number is longer.
    private static let longestBound = 64

    /// Bytes that this process can count on at most: the machine's, or its container's where these are fewer.
    static let bytes: Int = {
        let pages = sysconf(Int32(_SC_PHYS_PAGES))
        let pageBytes = sysconf(Int32(_SC_PAGESIZE))
        let whole = pages > 0 && pageBytes > 0 ? pages * pageBytes : Int.max
        return bounds.reduce(whole) { least, path in
            guard let text = try? FileSystem.read(BytePath(path), atMost: longestBound),
                let bound = bound(in: text)
            else { return least }
            return min(least, bound)
        }
    }()

    /// The bound that a control group's file states.
    ///
    /// - Parameter text: The file's bytes.
    /// - Returns: Bytes, or nil where there is no bound (`max`).
    static func bound(in text: [UInt8]) -> Int? {
        let digits = text.prefix { $0 > 32 }
        return Int(String(decoding: digits, as: UTF8.self)).flatMap { $0 > 0 ? $0 : nil }
    }
}
