import Foundation
import GRDB

/// A photo's survey as the records keep it, so that the photo need not be looked at again.
package struct RecordedSurvey: Sendable, Equatable {
    /// Tells what the survey rests on: the photo's content, the method, what was known beforehand.
    package var key: String
    /// Content hash of the photo.
    package var sha256: String
    /// The survey.
    package var bytes: [UInt8]
    /// The photo's small copy, JPEG.
    package var preview: [UInt8]

    /// Makes an entry.
    package init(key: String, sha256: String, bytes: [UInt8], preview: [UInt8]) {
        self.key = key
        self.sha256 = sha256
        self.bytes = bytes
        self.preview = preview
    }
}

extension RecordsDatabase {
    /// Bytes of surveys that are kept at most; those that were not used for longest go first.
    ///
    /// Two gigabytes hold some thousand photos of twelve megapixels: all that a studio's clients of a year come with. A
    /// photo whose survey has gone is measured again when its client has a new one.
    package static let mostSurveyBytes = 2_000_000_000

    /// The survey of a photo.
    ///
    /// - Parameter key: What it rests on.
    /// - Returns: Nil where it is not kept.
    /// - Throws: ``RecordsError``.
    package func survey(_ key: String) throws(RecordsError) -> RecordedSurvey? {
        try read { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT sha256, bytes, preview FROM survey WHERE key = ?", arguments: [key])
            return row.map { row in
                RecordedSurvey(
                    key: key, sha256: row["sha256"], bytes: [UInt8](row["bytes"] as Data),
                    preview: [UInt8](row["preview"] as Data))
            }
        }
    }

    /// A photo's small copy.
    ///
    /// - Parameter key: What its survey rests on.
    /// - Returns: JPEG bytes, or nil where the survey is not kept.
    /// - Throws: ``RecordsError``.
    package func preview(_ key: String) throws(RecordsError) -> [UInt8]? {
        try read { database in
            try Data.fetchOne(
                database, sql: "SELECT preview FROM survey WHERE key = ?", arguments: [key]
            ).map { [UInt8]($0) }
        }
    }

    /// Keeps a photo's survey.
    ///
    /// - Parameters:
    ///   - survey: The survey.
    ///   - run: Number of the run: surveys of earlier runs give way first.
    /// - Throws: ``RecordsError``.
    package func keep(_ survey: RecordedSurvey, run: Int) throws(RecordsError) {
        try write { database in
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO survey (key, sha256, size, used, bytes, preview)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    survey.key, survey.sha256, survey.bytes.count + survey.preview.count, run,
                    Data(survey.bytes), Data(survey.preview),
                ])
        }
    }

    /// Notes that a client's surveys were used, and lets those go that are too many.
    ///
    /// - Parameters:
    ///   - keys: What was used.
    ///   - run: Number of the run; what this run has used stays.
    ///   - most: Bytes that may stay.
    /// - Throws: ``RecordsError``.
    package func used(_ keys: [String], run: Int, most: Int = mostSurveyBytes) throws(RecordsError) {
        try write { database in
            for key in keys {
                try database.execute(
                    sql: "UPDATE survey SET used = ? WHERE key = ? AND used <> ?", arguments: [run, key, run])
            }
            var size = try Int.fetchOne(database, sql: "SELECT total(size) FROM survey") ?? 0
            guard size > most else { return }
            let oldest = try Row.fetchCursor(
                database, sql: "SELECT id, size FROM survey WHERE used < ? ORDER BY used, id",
                arguments: [run])
            var gone: [Int] = []
            while size > most, let row = try oldest.next() {
                gone.append(row["id"])
                size -= row["size"] as Int
            }
            for id in gone {
                try database.execute(sql: "DELETE FROM survey WHERE id = ?", arguments: [id])
            }
        }
    }

    /// Begins a run.
    ///
    /// - Returns: Its number, 1 first.
    /// - Throws: ``RecordsError``.
    package func beginRun() throws(RecordsError) -> Int {
        try write { database in
            let last = try Int.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'run'") ?? 0
            try database.execute(
                sql: "INSERT OR REPLACE INTO setting (name, value) VALUES ('run', ?)",
                arguments: ["\(last + 1)"])
            return last + 1
        }
    }

    /// A value that belongs to no client.
    ///
    /// - Parameter name: Its name.
    /// - Returns: The value, or nil where none is kept.
    /// - Throws: ``RecordsError``.
    package func setting(_ name: String) throws(RecordsError) -> String? {
        try read { database in
            try String.fetchOne(
                database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
        }
    }

    /// Keeps a value that belongs to no client.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - value: The value.
    /// - Throws: ``RecordsError``.
    package func set(_ name: String, _ value: String) throws(RecordsError) {
        try write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", arguments: [name, value])
        }
    }
}
