/// Why the records cannot be used.
package enum RecordsError: Error, Equatable, Sendable {
    /// The file cannot be opened or written.
    case cannotOpen(problem: String)
    /// Another process holds it.
    case inUse
    /// There is no room left on the disk.
    case diskFull
    /// The file is damaged or no database.
    case damaged(problem: String)
    /// A newer program has written it.
    case newer(version: String)

    /// What happened and how to mend it.
    ///
    /// - Parameter path: The database's file.
    /// - Returns: One line.
    package func message(path: String) -> String {
        switch self {
        case .cannotOpen(let problem):
            "\(path): the records cannot be opened (\(problem)). Check that you may write there, or name another "
                + "place with --records."
        case .inUse: "\(path): the records are in use by another run. Wait for it to end."
        case .diskFull:
            "\(path): there is no room left on the disk. Make room and run the same command again: it goes on where "
                + "it stopped, nothing measured is lost."
        case .damaged(let problem):
            "\(path): the records are damaged (\(problem)). Put back a copy, or move the file away: the next run "
                + "then measures all photos anew."
        case .newer(let version):
            "\(path): the records were written by a newer program (\(version)). Use that one, or name another place "
                + "with --records."
        }
    }
}
