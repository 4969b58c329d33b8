import ClientRecords

/// The folders that a run reads from and writes to.
enum RunFolders {
    /// Makes the output where it is missing, and checks that a run may read from the one and write to the other.
    ///
    /// - Parameters:
    ///   - input: The folder that is read.
    ///   - output: The folder that is written to.
    ///   - missing: The error for an input that is not there, from its path and what is wrong with it.
    /// - Returns: What tells both folders from all others.
    /// - Throws: ``RunError``.
    static func identities(
        input: BytePath, output: BytePath, missing: (String, String) -> RunError
    ) throws(RunError) -> (input: FileIdentity, output: FileIdentity) {
        let status = try folder(input, missing: missing)
        let identity: FileIdentity
        do {
            try FileSystem.makeFolder(output)
            identity = try FileSystem.status(output).identity
        } catch {
            throw .refused(error, at: output)
        }
        guard identity != status.identity else { throw .outputIsInput(path: output.text) }
        guard FileSystem.mayWrite(in: output) else {
            throw .notWritable(path: output.text, problem: "no permission")
        }
        return (status.identity, identity)
    }

    /// Checks that a folder is there.
    ///
    /// - Parameter input: The folder that is read.
    /// - Throws: ``RunError/noInput(path:problem:)``.
    static func check(input: BytePath) throws(RunError) {
        _ = try folder(input) { .noInput(path: $0, problem: $1) }
    }

    private static func folder(
        _ path: BytePath, missing: (String, String) -> RunError
    ) throws(RunError) -> FileStatus {
        let status: FileStatus
        do {
            status = try FileSystem.status(path)
        } catch {
            throw missing(path.text, error.words)
        }
        guard status.kind == .folder else { throw missing(path.text, "is no folder") }
        return status
    }

    /// The clients of a folder.
    ///
    /// - Parameters:
    ///   - input: A folder of clients, or one client's folder.
    ///   - excluding: Folders and files to pass over, as the folder that is written to.
    /// - Returns: What lies in it.
    /// - Throws: ``RunError/noInput(path:problem:)``.
    static func clients(
        in input: BytePath, excluding: Set<FileIdentity> = []
    ) throws(RunError) -> ClientFolders {
        do {
            return try ClientFolders(of: input, excluding: excluding)
        } catch {
            throw .noInput(path: input.text, problem: error.words)
        }
    }
}
