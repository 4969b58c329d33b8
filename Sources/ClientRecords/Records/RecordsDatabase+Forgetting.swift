import GRDB

/// What was removed of a person.
package struct ForgottenClient: Sendable, Equatable {
    /// Rows removed, by what they were.
    package var rows: [(what: String, count: Int)]

    /// Compares what was removed.
    package static func == (left: ForgottenClient, right: ForgottenClient) -> Bool {
        left.rows.elementsEqual(right.rows) { $0 == $1 }
    }
}

extension RecordsDatabase {
    /// Removes all that is known of a client, the history and the surveys of its photos among it.
    ///
    /// Surveys that belong to no client (of a run that was ended midway) go too: whose they are is not known. Room is
    /// given back by ``compact()``.
    ///
    /// - Parameters:
    ///   - name: The client's id.
    ///   - isTrial: Whether only to tell what would be removed.
    /// - Returns: What was removed; nil where the client is not known.
    /// - Throws: ``RecordsError``.
    package func forget(_ name: String, isTrial: Bool) throws(RecordsError) -> ForgottenClient? {
        try write { database in
            guard let id = try Self.id(name, in: database) else { return nil }
            var forgotten = ForgottenClient(rows: [])
            func count(_ what: String, _ sql: String, _ arguments: StatementArguments) throws {
                let count = try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM " + sql, arguments: arguments)
                if let count, count > 0 { forgotten.rows.append((what, count)) }
            }
            for (what, table) in Self.kinds {
                try count(what, "\(table) WHERE client = ?", [id])
            }
            let surveys = """
                survey WHERE sha256 NOT IN (SELECT sha256 FROM photo WHERE client <> :id
                  UNION SELECT sha256 FROM measurement WHERE client <> :id)
                """
            try count("surveys of photos", surveys, ["id": id])
            if !isTrial {
                try database.execute(sql: "DELETE FROM " + surveys, arguments: ["id": id])
                try database.execute(sql: "DELETE FROM client WHERE id = ?", arguments: [id])
            }
            return forgotten
        }
    }

    /// What a person is told of each table that holds something of a client.
    private static let kinds = [
        ("sessions", "session"), ("symptoms", "symptom"), ("notes", "note"), ("photos", "photo"),
        ("measurements", "measurement"), ("findings", "finding"), ("pictures", "picture"), ("files", "file"),
    ]
}
