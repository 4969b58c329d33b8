import GRDB

/// The database of a practice's records.
package final class RecordsDatabase: Sendable {
    private let pool: DatabasePool

    /// Opens or makes the database.
    package init(path: String) throws {
        pool = try DatabasePool(path: path)
    }
}
