import ClientRecords

/// The repository's sample clients.
public enum SampleClients {
    private static let name = "Fixtures/Clients"

    /// Looks for the samples in the working folder, in those above it, and in those above the program.
    ///
    /// - Returns: Their folder, or nil where there is none.
    public static func find() -> BytePath? {
        let starts = [BytePath("."), BytePath("/proc/self/exe")]
        for start in starts {
            guard var folder = FileSystem.resolved(start) else { continue }
            while true {
                let samples = folder.appending(name)
                if let status = try? FileSystem.status(samples), status.kind == .folder { return samples }
                if folder.folder == folder { break }
                folder = folder.folder
            }
        }
        return nil
    }
}
