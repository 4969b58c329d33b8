import ArgumentParser
import ClientRecords
import Foundation
import PhotoDecoding

/// The folder of clients that a command writes to.
struct ClientsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Folder that holds a sub-folder for each client. Where it is not given, the working folder; CLIENT may then \
            also be a path to the client's folder.
            """,
            valueName: "folder"))
    var clients: String?

    /// The folder that was named, or nil.
    var folder: BytePath? { clients.map { BytePath($0) } }
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
