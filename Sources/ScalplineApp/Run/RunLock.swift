import ClientRecords
import Foundation
import PhotoDecoding

/// Keeps other runs out of a folder, and tells them who is in it.
struct RunLock {
    /// Who holds the folder stands in this file while the run lasts; the leading dot makes walks pass it over.
    private static let name = ".scalpline-run"
    private static let longestNote = 1_000

    private let lock: FolderLock
    private let note: BytePath

    /// Takes a folder.
    ///
    /// - Parameter folder: The folder.
    /// - Throws: ``RunError/outputInUse(path:holder:)``.
    init(on folder: BytePath) throws(RunError) {
        note = folder.appending(Self.name)
        guard let lock = FileSystem.lock(folder) else {
            let holder = try? FileSystem.read(note, atMost: Self.longestNote)
            throw .outputInUse(
                path: folder.text, holder: holder.map { String(decoding: $0, as: UTF8.self) })
        }
        self.lock = lock
        let process = ProcessInfo.processInfo
        let parts = Calendar.current.dateComponents([.year, .month, .day, .hour, .minute], from: Date())
        let since = WallClock(
            year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0, hour: parts.hour ?? 0,
            minute: parts.minute ?? 0)
        let words =
            "process \(process.processIdentifier) on \(process.hostName)"
            + (since.map { " since \($0.text)" } ?? "")
        // A lock without a note is a lock all the same.
        try? FileSystem.write(Array(words.utf8), to: note)
    }

    /// Lets others in; to be called once.
    func release() {
        FileSystem.removeFile(note)
        lock.release()
    }
}
