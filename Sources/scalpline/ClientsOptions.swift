import ArgumentParser
import ClientRecords
import Foundation
import PhotoDecoding
import ScalplineApp

/// The folder of clients that a command writes to.
struct ClientsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Folder that holds a sub-folder for each client. Where it is not given, the one that scalpline.yaml names as \
            clients, else the working folder; CLIENT may then also be a path to the client's folder.
            """,
            valueName: "folder"))
    var clients: String?

    /// The folder of clients for a command.
    ///
    /// - Parameter client: The client that is named; a path needs no folder.
    /// - Returns: The folder that was named, else the one that the settings name, or nil.
    /// - Throws: `ValidationError` where the settings cannot be read.
    func folder(for client: String) throws -> BytePath? {
        if let clients { return BytePath(clients) }
        if client.contains("/") { return nil }
        do {
            return try Settings(file: nil).path(.clients)
        } catch {
            throw ValidationError(error.message)
        }
    }
}

extension WrittenDate: ExpressibleByArgument {
    /// Reads `2026-03-04`, `2026-03-04T10:15`, `today` or `yesterday`.
    public init?(argument: String) {
        switch argument {
        case "today": self = Self.today
        case "yesterday": self = Self.day(before: 1)
        default: self.init(argument)
        }
    }

    /// The day that it is on this machine's clock.
    static var today: WrittenDate { day(before: 0) }

    private static func day(before days: Int) -> WrittenDate {
        let parts = Calendar(identifier: .gregorian)
            .dateComponents([.year, .month, .day], from: Date(timeIntervalSinceNow: Double(-86_400 * days)))
        let clock = WallClock(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1)
        return WrittenDate(clock: clock ?? WallClock(secondsSince1970: 0), isWholeDay: true)
    }
}
