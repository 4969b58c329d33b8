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
        let status: FileStatus
        do {
            status = try FileSystem.status(input)
        } catch {
            throw missing(input.text, error.words)
        }
        guard status.kind == .folder else { throw missing(input.text, "is no folder") }
        let identity: FileIdentity
        do {
            try FileSystem.makeFolder(output)
            identity = try FileSystem.status(output).identity
        } catch {
            throw .notWritable(path: output.text, problem: error.words)
        }
        guard identity != status.identity else { throw .outputIsInput(path: output.text) }
        guard FileSystem.mayWrite(in: output) else {
            throw .notWritable(path: output.text, problem: "no permission")
        }
        return (status.identity, identity)
    }
}
