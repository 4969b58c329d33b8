import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline session`: notes a treatment day.
struct SessionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session",
        abstract: "Note a treatment day in a client's client.yaml.",
        discussion: """
            Adds the session, or completes the one of that date; all else in the file stays as it is. The file is \
            not touched where it cannot be changed safely; what to write by hand is then told.

            Example: scalpline session Anna 2026-03-02 --technique pointillism --needle 3RL

            Exit status: 0 noted; 64 wrong usage; 1 nothing was changed.
            """)

    @Argument(help: ArgumentHelp("The client's id: the name of the folder.", valueName: "client"))
    var client: String

    @Argument(
        help: ArgumentHelp(
            "The day, as 2026-03-02, today or yesterday; with a time, 2026-03-02T09:30, where a day has two.",
            valueName: "date"))
    var date: WrittenDate

    @Option(help: ArgumentHelp("How the pigment was set.", valueName: "words"))
    var technique: String?

    @Option(help: ArgumentHelp("The needle.", valueName: "words"))
    var needle: String?

    @Option(help: ArgumentHelp("The pigment.", valueName: "words"))
    var pigment: String?

    @Option(help: ArgumentHelp("Who did it.", valueName: "words"))
    var practitioner: String?

    @OptionGroup var clients: ClientsOptions

    func run() throws {
        let folder = try clients.folder(for: client)
        var session = ClientSession(date: date)
        session.technique = technique
        session.needle = needle
        session.pigment = pigment
        session.practitioner = practitioner
        try Intake.tell { () throws(IntakeError) in
            try ClientEntries.add(session, to: ClientLocation.existing(client, in: folder))
        }
    }
}
