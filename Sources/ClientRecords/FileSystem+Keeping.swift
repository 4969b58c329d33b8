import Glibc
import PhotoDecoding

/// What writing into a folder that is a person's own needs: nothing is overwritten, modes and times are kept.
extension FileSystem {
    /// Writes a file in place of another one and keeps who may do what with it; a link stays a link.
    ///
    /// - Parameters:
    ///   - bytes: All of the new file.
    ///   - path: The file, there or not.
    /// - Throws: ``SystemRefusal``; then the file is as it was.
    package static func replace(_ bytes: [UInt8], at path: BytePath) throws(SystemRefusal) {
        let place = isLink(path) ? resolved(path) ?? path : path
        var buffer = stat()
        // The path closes with a zero; the buffer is ours.
        let isThere = unsafe stat(place.closed, &buffer) == 0
        if isThere, unsafe access(place.closed, W_OK) != 0 { throw .last }
        try move(
            writeBeside(bytes, place, permissions: isThere ? buffer.st_mode & 0o7777 : nil), to: place)
    }

    /// Writes a file of a name that nothing bears.
    ///
    /// - Parameters:
    ///   - bytes: All of it.
    ///   - path: Its place.
    ///   - permissions: Who may do what with it, or nil for what the system gives a new file.
    ///   - original: A file whose time of change it takes over, or nil.
    ///   - changed: When it counts as changed last, where that is not taken over.
    /// - Returns: Whether it was written: false where something bears the name.
    /// - Throws: ``SystemRefusal``; then nothing was written.
    package static func writeNew(
        _ bytes: [UInt8], to path: BytePath, permissions: UInt32? = nil, timeOf original: BytePath? = nil,
        changed: WallClock? = nil
    ) throws(SystemRefusal) -> Bool {
        if isThere(path) { return false }
        let beside = try writeBeside(bytes, path, permissions: permissions)
        defer { removeFile(beside) }
        if let original { copyTime(of: original, to: beside) }
        if let changed { setTime(of: beside, to: changed) }
        if unsafe link(beside.closed, path.closed) == 0 { return true }
        let refusal = SystemRefusal.last
        if refusal.number == EEXIST { return false }
        // Cards and network drives without links: the name is taken by an empty file first.
        guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EINVAL].contains(refusal.number) else { throw refusal }
        let file = unsafe open(path.closed, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else {
            if errno == EEXIST { return false }
            throw .last
        }
        close(file)
        guard unsafe rename(beside.closed, path.closed) == 0 else {
            let refusal = SystemRefusal.last
            removeFile(path)
            throw refusal
        }
        return true
    }

    /// Whether something bears a name, links that lead nowhere among them.
    package static func isThere(_ path: BytePath) -> Bool {
        var buffer = stat()
        // The path closes with a zero; the buffer is ours.
        return unsafe lstat(path.closed, &buffer) == 0
    }

    /// Removes a file.
    ///
    /// - Parameter path: The file.
    /// - Throws: ``SystemRefusal`` where it is still there.
    package static func remove(_ path: BytePath) throws(SystemRefusal) {
        guard unsafe unlink(path.closed) == 0 else { throw .last }
    }

    /// Who may do what with a file: the lowest twelve bits of its mode; nil where there is none.
    package static func permissions(of path: BytePath) -> UInt32? {
        var buffer = stat()
        // The path closes with a zero; the buffer is ours.
        return unsafe stat(path.closed, &buffer) == 0 ? buffer.st_mode & 0o7777 : nil
    }

    /// Gives a file another one's time of change; where that cannot be, it keeps its own.
    private static func copyTime(of original: BytePath, to path: BytePath) {
        var buffer = stat()
        guard unsafe stat(original.closed, &buffer) == 0 else { return }
        setTime(of: path, to: buffer.st_mtim)
    }

    /// Gives a file a time of change on this machine's clock; where that cannot be, it keeps its own.
    private static func setTime(of path: BytePath, to clock: WallClock) {
        let part = clock.parts
        var parts = unsafe tm()
        unsafe parts.tm_year = Int32(part.year - 1900)
        unsafe parts.tm_mon = Int32(part.month - 1)
        unsafe parts.tm_mday = Int32(part.day)
        unsafe parts.tm_hour = Int32(part.hour)
        unsafe parts.tm_min = Int32(part.minute)
        unsafe parts.tm_sec = Int32(part.second)
        // The clock decides whether it is summer time.
        unsafe parts.tm_isdst = -1
        let seconds = unsafe mktime(&parts)
        setTime(of: path, to: timespec(tv_sec: seconds, tv_nsec: 0))
    }

    private static func setTime(of path: BytePath, to time: timespec) {
        // Last use and last change; the array lives through the call.
        _ = unsafe utimensat(AT_FDCWD, path.closed, [time, time], 0)
    }
}
