import Foundation
import GRDB

/// What tells whether a client's results still stand.
package struct ClientState: Sendable {
    /// Tells all that the results rest on.
    package var inputKey: String
    /// Tells what the published pages rest on; nil where not all files are in their place.
    package var pageKey: String?
    /// Its photos by their bytes' path.
    package var photos: [BytePath: RecordedPhoto]
    /// Its files in the output with their sizes.
    package var published: [String: Int]
}

/// What lists of all clients need of one.
package struct ClientLine: Sendable {
    /// The client's id.
    package var name: String
    /// Its row in the overview, as JSON.
    package var overview: [UInt8]
    /// Its line in the summary of a run, as JSON.
    package var summary: [UInt8]
    /// Its part of `measurements.csv`.
    package var tableRows: String
}

extension RecordsDatabase {
    /// What is known of all clients.
    ///
    /// - Returns: By the client's id.
    /// - Throws: ``RecordsError``.
    package func states() throws(RecordsError) -> [String: ClientState] {
        try read { database in
            var names: [Int: String] = [:]
            var states: [Int: ClientState] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT id, name, inputKey, pageKey FROM client") {
                names[row["id"]] = row["name"]
                states[row["id"]] = ClientState(
                    inputKey: row["inputKey"], pageKey: row["pageKey"], photos: [:], published: [:])
            }
            let photos = try Row.fetchCursor(
                database,
                sql: "SELECT client, file, size, changed, sha256, taken, dateSource, error FROM photo")
            while let row = try photos.next() {
                let photo = RecordedPhoto(
                    file: BytePath(bytes: [UInt8](row["file"] as Data)), size: row["size"],
                    changed: row["changed"], sha256: row["sha256"], taken: row["taken"],
                    dateSource: row["dateSource"], error: row["error"])
                states[row["client"], default: .none].photos[photo.file] = photo
            }
            let published = try Row.fetchCursor(database, sql: "SELECT client, name, size FROM published")
            while let row = try published.next() {
                states[row["client"], default: .none].published[row["name"]] = row["size"]
            }
            return Dictionary(
                uniqueKeysWithValues: states.compactMap { id, state in names[id].map { ($0, state) } })
        }
    }

    /// Keeps a client's analysis in place of what was known; measurements of other methods stay.
    ///
    /// The client counts as not published until ``published(_:pageKey:files:)`` says so.
    ///
    /// - Parameter client: The analysis.
    /// - Throws: ``RecordsError``.
    package func keep(_ client: RecordedClient) throws(RecordsError) {
        try write { database in
            try database.execute(
                sql: """
                    INSERT INTO client (name, folder, inputKey, method, summary, overview, tableRows, report)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET folder = excluded.folder, isPresent = 1,
                      inputKey = excluded.inputKey, pageKey = NULL, method = excluded.method,
                      summary = excluded.summary, overview = excluded.overview,
                      tableRows = excluded.tableRows, report = excluded.report
                    """,
                arguments: [
                    client.name, Data(client.folder.bytes), client.inputKey, client.method,
                    Data(client.summary), Data(client.overview), client.tableRows, Data(client.report),
                ])
            guard let id = try Self.id(client.name, in: database) else { return }
            for table in ["session", "symptom", "note", "photo", "finding", "picture", "file"] {
                try database.execute(sql: "DELETE FROM \(table) WHERE client = ?", arguments: [id])
            }
            try database.execute(
                sql: "DELETE FROM measurement WHERE client = ? AND method = ?",
                arguments: [id, client.method])
            try Self.insert(client, id: id, into: database)
        }
    }

    private static func insert(_ client: RecordedClient, id: Int, into database: Database) throws {
        for (number, session) in client.file.sessions.enumerated() {
            try database.execute(
                sql: "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    id, number, session.date.clock.text, session.technique, session.needle, session.pigment,
                    session.practitioner,
                ])
        }
        for (number, symptom) in client.file.symptoms.enumerated() {
            try database.execute(
                sql: "INSERT INTO symptom VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    id, number, symptom.date.clock.text, symptom.itching, symptom.tenderness, symptom.note,
                ])
        }
        for photo in client.photos {
            try database.execute(
                sql: "INSERT INTO photo VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    id, Data(photo.file.bytes), photo.size, photo.changed, photo.sha256, photo.taken,
                    photo.dateSource, photo.error,
                ])
        }
        let measurement = try database.makeStatement(
            sql: """
                INSERT OR REPLACE INTO measurement (client, sha256, photo, taken, day, stage, view, session, measure,
                  value, standardError, unit, expectedLow, expectedMedian, expectedHigh, status, reason, method)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for row in client.measurements {
            try measurement.execute(arguments: [id, row.sha256] + StatementArguments(row.cells))
        }
        for (number, finding) in client.findings.enumerated() {
            try database.execute(
                sql: "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    id, number, finding.code, finding.photo, finding.day, finding.severity, finding.message,
                    finding.evidence,
                ])
        }
        for (number, picture) in client.pictures.enumerated() {
            try database.execute(
                sql: "INSERT INTO picture VALUES (?, ?, ?)", arguments: [id, number, Data(picture)])
        }
        for (number, file) in client.files.enumerated() {
            try database.execute(
                sql: "INSERT INTO file VALUES (?, ?, ?, ?)",
                arguments: [id, number, file.name, Data(file.bytes)])
        }
    }

    /// Notes that a client's photos have other times than they had, and are the same all the same.
    ///
    /// - Parameters:
    ///   - name: The client's id.
    ///   - photos: Its photos.
    /// - Throws: ``RecordsError``.
    package func refresh(_ name: String, photos: [RecordedPhoto]) throws(RecordsError) {
        try write { database in
            guard let id = try Self.id(name, in: database) else { return }
            for photo in photos {
                try database.execute(
                    sql: "UPDATE photo SET size = ?, changed = ? WHERE client = ? AND file = ?",
                    arguments: [photo.size, photo.changed, id, Data(photo.file.bytes)])
            }
        }
    }

    /// Notes that a client's files are all in their place.
    ///
    /// - Parameters:
    ///   - name: The client's id.
    ///   - pageKey: Tells what the pages rest on.
    ///   - files: The files' sizes by their names.
    /// - Throws: ``RecordsError``.
    package func published(_ name: String, pageKey: String, files: [String: Int]) throws(RecordsError) {
        try write { database in
            guard let id = try Self.id(name, in: database) else { return }
            try database.execute(sql: "DELETE FROM published WHERE client = ?", arguments: [id])
            for (name, size) in files {
                try database.execute(
                    sql: "INSERT INTO published VALUES (?, ?, ?)", arguments: [id, name, size])
            }
            try database.execute(
                sql: "UPDATE client SET pageKey = ? WHERE id = ?", arguments: [pageKey, id])
        }
    }

    /// Notes which clients a walk through the input has found.
    ///
    /// - Parameter names: Their ids.
    /// - Returns: Ids of clients that have records and no folder any more, sorted.
    /// - Throws: ``RecordsError``.
    package func present(_ names: [String]) throws(RecordsError) -> [String] {
        let names = Set(names)
        return try write { database in
            var missing: [String] = []
            for row in try Row.fetchAll(database, sql: "SELECT id, name, isPresent FROM client ORDER BY name")
            {
                let name: String = row["name"]
                let isPresent = names.contains(name)
                if !isPresent { missing.append(name) }
                guard isPresent != (row["isPresent"] as Bool) else { continue }
                try database.execute(
                    sql: "UPDATE client SET isPresent = ? WHERE id = ?",
                    arguments: [isPresent, row["id"] as Int])
            }
            return missing
        }
    }

    /// What lists of all clients need, of those whose folders are there, in the order of their folders' names.
    ///
    /// - Returns: A line a client.
    /// - Throws: ``RecordsError``.
    package func lines() throws(RecordsError) -> [ClientLine] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT name, overview, summary, tableRows FROM client WHERE isPresent ORDER BY folder, name
                    """
            ).map { row in
                ClientLine(
                    name: row["name"], overview: [UInt8](row["overview"] as Data),
                    summary: [UInt8](row["summary"] as Data), tableRows: row["tableRows"])
            }
        }
    }

    /// A client's report and the pictures in it.
    ///
    /// - Parameter name: The client's id.
    /// - Returns: The report as JSON and its pictures in order; nil where the client is not known.
    /// - Throws: ``RecordsError``.
    package func report(of name: String) throws(RecordsError) -> (report: [UInt8], pictures: [[UInt8]])? {
        try read { database in
            guard let id = try Self.id(name, in: database),
                let report = try Data.fetchOne(
                    database, sql: "SELECT report FROM client WHERE id = ?", arguments: [id])
            else { return nil }
            let pictures = try Data.fetchAll(
                database, sql: "SELECT bytes FROM picture WHERE client = ? ORDER BY number", arguments: [id])
            return ([UInt8](report), pictures.map { [UInt8]($0) })
        }
    }

    /// A client's files but the pages.
    ///
    /// - Parameter name: The client's id.
    /// - Returns: In the order in which they were made.
    /// - Throws: ``RecordsError``.
    package func files(of name: String) throws(RecordsError) -> [RecordedFile] {
        try read { database in
            guard let id = try Self.id(name, in: database) else { return [] }
            return try Row.fetchAll(
                database, sql: "SELECT name, bytes FROM file WHERE client = ? ORDER BY number",
                arguments: [id]
            ).map { RecordedFile(name: $0["name"], bytes: [UInt8]($0["bytes"] as Data)) }
        }
    }

    /// One of a client's files.
    ///
    /// - Parameters:
    ///   - file: Its path in the client's folder.
    ///   - name: The client's id.
    /// - Returns: Its bytes, or nil where there is none.
    /// - Throws: ``RecordsError``.
    package func file(_ file: String, of name: String) throws(RecordsError) -> [UInt8]? {
        try read { database in
            guard let id = try Self.id(name, in: database) else { return nil }
            return try Data.fetchOne(
                database, sql: "SELECT bytes FROM file WHERE client = ? AND name = ?", arguments: [id, file]
            ).map { [UInt8]($0) }
        }
    }

    static func id(_ name: String, in database: Database) throws -> Int? {
        try Int.fetchOne(database, sql: "SELECT id FROM client WHERE name = ?", arguments: [name])
    }
}

extension ClientState {
    /// What is known of a client of whom nothing is known.
    fileprivate static let none = ClientState(inputKey: "", pageKey: nil, photos: [:], published: [:])
}
