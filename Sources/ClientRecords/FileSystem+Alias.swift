import Glibc

extension FileSystem {
    /// A path of plain text to a folder, for libraries that take texts alone.
    ///
    /// The kernel keeps a link to each folder that a process has open; libraries that follow it find the folder by its
    /// very bytes.
    ///
    /// - Parameters:
    ///   - folder: The folder, whatever bytes its path holds.
    ///   - body: Works with the path; it leads nowhere afterwards.
    /// - Returns: What `body` returns.
    /// - Throws: ``SystemRefusal`` where the folder cannot be opened, or what `body` throws.
    static func withAlias<Output>(of folder: BytePath, _ body: (BytePath) throws -> Output) throws -> Output {
        // The path closes with a zero.
        let file = unsafe open(
            folder.bytes.map { CChar(bitPattern: $0) } + [0], O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw SystemRefusal(number: errno) }
        defer { close(file) }
        return try body(BytePath("/proc/self/fd/\(file)"))
    }
}
