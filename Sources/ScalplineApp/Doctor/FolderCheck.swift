import ClientRecords

/// Whether a folder can be used as a run would use it.
struct FolderCheck: Sendable {
    /// What a run does with the folder.
    enum Role: String, Sendable {
        /// It reads photos from it.
        case input
        /// It writes reports to it.
        case output
    }

    /// What a run does with it.
    let role: Role
    /// The folder.
    let path: BytePath
    /// Bytes that are free on its drive; nil where it is only read.
    let freeBytes: Int?
    /// What is wrong about it, or nil.
    let problem: String?

    /// A report with its pictures takes some megabytes; with less than this a run of a few clients would fail.
    private static let leastFreeBytes = 100_000_000

    /// Looks at a folder that a run reads.
    ///
    /// - Parameter path: The folder.
    init(reading path: BytePath) {
        role = .input
        self.path = path
        freeBytes = nil
        problem = Self.problem { () throws(SystemRefusal) -> String? in
            guard try FileSystem.status(path).kind == .folder else { return "is no folder" }
            _ = try FileSystem.names(in: path)
            return nil
        }
    }

    /// Looks at a folder that a run writes to; where it is missing, at the one in which it would be made.
    ///
    /// - Parameter path: The folder.
    init(writing path: BytePath) {
        role = .output
        self.path = path
        var place = path
        while place.folder != place, (try? FileSystem.status(place)) == nil { place = place.folder }
        let there = place
        let free = try? FileSystem.freeBytes(at: there)
        freeBytes = free
        problem = Self.problem { () throws(SystemRefusal) -> String? in
            guard try FileSystem.status(there).kind == .folder else { return "\(there.text) is no folder" }
            guard FileSystem.mayWrite(in: there) else { return "may not be written to" }
            if let free, free < Self.leastFreeBytes { return "the drive is full" }
            return nil
        }
    }

    private static func problem(_ look: () throws(SystemRefusal) -> String?) -> String? {
        do { return try look() } catch { return error.words }
    }
}
