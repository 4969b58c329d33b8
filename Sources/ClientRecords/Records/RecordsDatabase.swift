import Foundation
import GRDB

/// The records of a practice: one SQLite file that holds clients, sessions, photos by content hash, measurements by
/// method version, findings, notes, and what each client's files are made from.
///
/// One process at a time works with it. What a write has told stays, whatever ends the process; a power cut may take
/// back the last writes, never a part of one.
package final class RecordsDatabase: Sendable {
    /// The file's name beside the reports.
    package static let name = "scalpline.sqlite"

    /// Seconds that another process, which looks into the file for a moment, is waited for.
    private static let patience = 2.0

    private let queue: DatabaseQueue

    /// Opens the records, makes them where there are none, and brings those of an earlier program up to date.
    ///
    /// - Parameters:
    ///   - path: The database's file.
    ///   - isNewAllowed: Whether it may be made where it is missing.
    /// - Throws: ``RecordsError``.
    package init(path: BytePath, isNewAllowed: Bool = true) throws(RecordsError) {
        guard let name = String(validating: path.lastName.bytes, as: UTF8.self) else {
            throw .cannotOpen(problem: "its name is not UTF-8")
        }
        if !isNewAllowed {
            guard let status = try? FileSystem.status(path), status.kind == .file else {
                throw .cannotOpen(problem: "there is no such file")
            }
        }
        var configuration = Configuration()
        configuration.label = "records"
        configuration.busyMode = .timeout(Self.patience)
        configuration.prepareDatabase { database in
            // Alone, the index of the write-ahead log is kept in memory: no third file, nothing mapped from a full disk.
            try database.execute(
                sql: """
                    PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
                    PRAGMA secure_delete = ON;
                    """)
        }
        do {
            if let text = String(validating: path.bytes, as: UTF8.self) {
                queue = try DatabaseQueue(path: text, configuration: configuration)
            } else {
                // SQLite follows the folder's link when it opens the file, and keeps where it led.
                queue = try FileSystem.withAlias(of: path.folder) { folder in
                    try DatabaseQueue(path: folder.appending(name).text, configuration: configuration)
                }
            }
            let migrator = Self.migrator
            if try queue.read(migrator.hasBeenSuperseded) {
                let applied = try queue.read { try migrator.appliedIdentifiers($0) }
                throw RecordsError.newer(version: applied.max() ?? "unknown")
            }
            try migrator.migrate(queue)
        } catch {
            throw Self.told(error)
        }
    }

    /// Reads from the records.
    func read<Value: Sendable>(
        _ body: @Sendable (Database) throws -> Value
    ) throws(RecordsError) -> Value {
        do { return try queue.read(body) } catch { throw Self.told(error) }
    }

    /// Writes to the records, all or nothing.
    func write<Value: Sendable>(
        _ body: @Sendable (Database) throws -> Value
    ) throws(RecordsError) -> Value {
        do { return try queue.write(body) } catch { throw Self.told(error) }
    }

    /// What SQLite finds wrong with the file.
    ///
    /// - Returns: Nothing where all is well.
    /// - Throws: ``RecordsError``.
    package func problems() throws(RecordsError) -> [String] {
        try read { database in
            try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        }
    }

    /// Writes what the log holds into the file itself and gives back the room of what was removed, so that no byte of
    /// it is left.
    ///
    /// - Throws: ``RecordsError``.
    package func compact() throws(RecordsError) {
        do {
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
            }
        } catch {
            throw Self.told(error)
        }
    }

    /// Ends the work with the file: what the log holds goes into the file itself, and the log is removed.
    package func close() { try? queue.close() }

    private static func told(_ error: any Error) -> RecordsError {
        if let known = error as? RecordsError { return known }
        guard let error = error as? DatabaseError else { return .cannotOpen(problem: "\(error)") }
        let words = error.message ?? "error \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_FULL: return .diskFull
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .inUse
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .damaged(problem: words)
        default: return .cannotOpen(problem: words)
        }
    }
}
