import Glibc
import PhotoDecoding

/// What the system says of a file.
package struct FileStatus: Sendable, Equatable {
    /// What kind of thing it is.
    package enum Kind: Sendable, Equatable { case file, folder, other }
    /// What kind of thing it is, links followed.
    package var kind: Kind
    /// Size in bytes.
    package var size: Int
    /// When it was last changed, on this machine's clock.
    package var changed: WallClock
    /// The same in nanoseconds since 1970, on the world's clock.
    package var changedNanoseconds: Int
    /// Tells it from every other thing on the machine.
    package var identity: FileIdentity
}

/// Tells a file or folder from every other, whatever path leads to it.
package struct FileIdentity: Sendable, Hashable {
    private let device: UInt64
    private let number: UInt64

    fileprivate init(device: UInt64, number: UInt64) {
        self.device = device
        self.number = number
    }
}

/// Why the system refused; the number is the system's own `errno`.
package struct SystemRefusal: Error, Equatable, Sendable {
    /// The system's number.
    package let number: Int32

    /// Nothing of that name (or a link that leads nowhere).
    package var isMissing: Bool { number == ENOENT || number == ENOTDIR || number == ELOOP }

    /// No room left, or none left for this user.
    package var isFull: Bool { number == ENOSPC || number == EDQUOT }

    /// The system's words for it.
    package var words: String {
        // `strerror` hands over text that stays until the thread's next call; it is copied at once.
        unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    }

    /// What the system's last call said.
    static var last: SystemRefusal { SystemRefusal(number: errno) }
}

/// A lock on a folder, held by this process.
package struct FolderLock: Sendable {
    fileprivate let file: Int32?

    /// Lets others work in the folder again; to be called once.
    package func release() { if let file { close(file) } }
}

/// The few calls to the system that walking and reading need, on byte paths.
package enum FileSystem {
    /// Looks at a path, links followed.
    package static func status(_ path: BytePath) throws(SystemRefusal) -> FileStatus {
        // A zero inside would cut the path short and name another file.
        guard !path.bytes.contains(0) else { throw SystemRefusal(number: ENOENT) }
        var buffer = stat()
        // The path closes with a zero; the buffer is ours.
        guard unsafe stat(path.closed, &buffer) == 0 else { throw .last }
        return status(of: buffer)
    }

    /// Whether the path itself is a link.
    package static func isLink(_ path: BytePath) -> Bool {
        var buffer = stat()
        // The path closes with a zero; the buffer is ours.
        return unsafe lstat(path.closed, &buffer) == 0 && buffer.st_mode & S_IFMT == S_IFLNK
    }

    /// The names in a folder, by bytes, without `.` and `..`.
    package static func names(in folder: BytePath) throws(SystemRefusal) -> [BytePath] {
        // The stream lives until the `closedir` below, on every way out.
        guard let stream = unsafe opendir(folder.closed) else { throw .last }
        defer { unsafe closedir(stream) }
        var names: [BytePath] = []
        while let entry = unsafe readdir(stream) {
            // An entry's name closes with a zero inside the entry's own bytes (`d_reclen` of them).
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(to: UInt8.self, capacity: 256) { start in
                    unsafe Array(UnsafeBufferPointer(start: start, count: strlen(start)))
                }
            }
            if name != [46] && name != [46, 46] { names.append(BytePath(bytes: name)) }
        }
        return names.sorted()
    }

    /// The path without links, `.` and `..`, or nil where it leads nowhere.
    package static func resolved(_ path: BytePath) -> BytePath? {
        // `realpath` hands over memory that closes with a zero and is freed here.
        guard let found = unsafe realpath(path.closed, nil) else { return nil }
        defer { unsafe free(found) }
        return unsafe BytePath(
            bytes: UnsafeBufferPointer(start: found, count: strlen(found)).map { UInt8(bitPattern: $0) })
    }

    /// A file's bytes, up to a limit.
    ///
    /// - Parameters:
    ///   - path: A regular file; anything else could block for ever.
    ///   - limit: How many bytes at most.
    /// - Returns: The bytes.
    /// - Throws: ``SystemRefusal``.
    package static func read(_ path: BytePath, atMost limit: Int) throws(SystemRefusal) -> [UInt8] {
        let file = unsafe open(path.closed, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw .last }
        defer { close(file) }
        var buffer = stat()
        let expected = unsafe fstat(file, &buffer) == 0 ? Int(buffer.st_size) : 0
        var refusal: SystemRefusal?
        // The array's own room bounds every read; one byte more tells whether the file grew.
        let capacity = max(1, min(limit, expected + 1))
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { room, filled in
            filled = 0
            while filled < room.count {
                guard let base = room.baseAddress else { break }
                let count = unsafe Glibc.read(file, base + filled, room.count - filled)
                if count < 0 {
                    if errno == EINTR { continue }
                    refusal = .last
                    break
                }
                if count == 0 { break }
                filled += count
            }
        }
        if let refusal { throw refusal }
        return bytes
    }

    /// Writes a file, beside its place first and then renamed into it, so that it is never half there.
    package static func write(_ bytes: [UInt8], to path: BytePath) throws(SystemRefusal) {
        let beside = try writeBeside(bytes, path)
        guard unsafe rename(beside.closed, path.closed) != 0 else { return }
        let refusal = SystemRefusal.last
        unsafe unlink(beside.closed)
        throw refusal
    }

    /// Writes a file beside the place that it is meant for.
    ///
    /// - Parameters:
    ///   - bytes: All of it.
    ///   - path: The place.
    ///   - permissions: Who may do what with it, or nil for what the system gives a new file.
    /// - Returns: Where it lies, to be renamed or removed.
    /// - Throws: ``SystemRefusal``; then nothing lies there.
    static func writeBeside(
        _ bytes: [UInt8], _ path: BytePath, permissions: UInt32? = nil
    ) throws(SystemRefusal) -> BytePath {
        let beside = path.folder.appending(
            BytePath(bytes: Array(".scalpline-".utf8) + path.lastName.bytes.suffix(200)))
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        let file = unsafe open(beside.closed, flags, permissions == nil ? 0o644 : 0o600)
        guard file >= 0 else { throw .last }
        var refusal: SystemRefusal?
        if let permissions, fchmod(file, permissions) != 0 { refusal = .last }
        // The array's own bytes bound every write.
        unsafe bytes.withUnsafeBufferPointer { all in
            var done = 0
            while done < all.count, refusal == nil, let base = all.baseAddress {
                let count = unsafe Glibc.write(file, base + done, all.count - done)
                if count >= 0 { done += count } else if errno != EINTR { refusal = .last }
            }
        }
        if close(file) != 0, refusal == nil { refusal = .last }
        if let refusal {
            unsafe unlink(beside.closed)
            throw refusal
        }
        return beside
    }

    /// Makes a folder and those above it; one that is there already is fine.
    package static func makeFolder(_ path: BytePath) throws(SystemRefusal) {
        // The path closes with a zero.
        if unsafe mkdir(path.closed, 0o755) == 0 { return }
        let refusal = SystemRefusal.last
        if refusal.number == ENOENT, path.folder != path, path.folder.bytes != [46] {
            try makeFolder(path.folder)
            guard unsafe mkdir(path.closed, 0o755) != 0 else { return }
        }
        guard let status = try? status(path), status.kind == .folder else { throw refusal }
    }

    /// Gives a file another name, in place of what bore it.
    package static func move(_ path: BytePath, to place: BytePath) throws(SystemRefusal) {
        guard unsafe rename(path.closed, place.closed) == 0 else { throw .last }
    }

    /// Removes a file; one that is not there is fine.
    package static func removeFile(_ path: BytePath) {
        unsafe unlink(path.closed)
    }

    /// Removes a folder that is empty; any other stays.
    package static func removeEmptyFolder(_ path: BytePath) {
        unsafe rmdir(path.closed)
    }

    /// Removes a file, or a folder with all that lies in it; links are removed and not followed.
    package static func removeTree(_ path: BytePath) {
        // The path closes with a zero.
        if unsafe unlink(path.closed) == 0 || isLink(path) { return }
        for name in (try? names(in: path)) ?? [] { removeTree(path.appending(name)) }
        removeEmptyFolder(path)
    }

    /// Keeps other processes that ask from working in a folder, until the lock is released or the process ends.
    ///
    /// - Parameter folder: The folder; nothing is written to it.
    /// - Returns: The lock, or nil where another process holds it.
    package static func lock(_ folder: BytePath) -> FolderLock? {
        // The path closes with a zero.
        let file = unsafe open(folder.closed, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // Where a folder cannot be locked at all, as on some network drives, the run goes on without.
        guard file >= 0 else { return FolderLock(file: nil) }
        if flock(file, LOCK_EX | LOCK_NB) == 0 { return FolderLock(file: file) }
        let isHeld = errno == EWOULDBLOCK
        close(file)
        return isHeld ? nil : FolderLock(file: nil)
    }

    /// Whether files may be made in a folder.
    package static func mayWrite(in folder: BytePath) -> Bool {
        unsafe access(folder.closed, W_OK | X_OK) == 0
    }

    private static func status(of buffer: stat) -> FileStatus {
        let kind: FileStatus.Kind =
            switch buffer.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
        var seconds = buffer.st_mtim.tv_sec
        var parts = unsafe tm()
        // Both are ours and live through the call.
        _ = unsafe localtime_r(&seconds, &parts)
        // The zone's name is the one pointer in `parts`; only its numbers are read.
        let clock = unsafe WallClock(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday),
            hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: Int(parts.tm_sec))
        return FileStatus(
            kind: kind, size: Int(buffer.st_size), changed: clock ?? WallClock(secondsSince1970: 0),
            changedNanoseconds: Int(buffer.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(buffer.st_mtim.tv_nsec),
            identity: FileIdentity(device: UInt64(buffer.st_dev), number: UInt64(buffer.st_ino)))
    }
}

extension BytePath {
    /// The bytes as C takes them, with a closing zero.
    var closed: [CChar] {
        bytes.map { CChar(bitPattern: $0) } + [0]
    }
}
