import Glibc

extension FileSystem {
    /// Bytes that are free to this process on the drive of a path.
    ///
    /// - Parameter path: A file or folder that is there.
    /// - Returns: How many.
    /// - Throws: ``SystemRefusal``.
    package static func freeBytes(at path: BytePath) throws(SystemRefusal) -> Int {
        guard !path.bytes.contains(0) else { throw SystemRefusal(number: ENOENT) }
        var buffer = statvfs()
        // The path closes with a zero; the buffer is ours.
        let closed = path.bytes.map { CChar(bitPattern: $0) } + [0]
        guard unsafe statvfs(closed, &buffer) == 0 else { throw SystemRefusal(number: errno) }
        let (bytes, isTooMany) = Int(clamping: buffer.f_bavail)
            .multipliedReportingOverflow(by: Int(clamping: buffer.f_frsize))
        return isTooMany ? .max : bytes
    }
}
