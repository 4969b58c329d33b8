import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline note`: keeps a note of the practitioner.
struct NoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Keep a note for your own eyes in a client's client.yaml.",
        discussion: """
            Adds the note; all else in the file stays as it is.

            Example: scalpline note Anna "Prefers mornings" --photo 2026-03-05.jpg

            Exit status: 0 noted; 64 wrong usage; 1 nothing was changed.
            """)

    @Argument(help: ArgumentHelp("The client's id: the name of the folder.", valueName: "client"))
    var client: String

    @Argument(help: ArgumentHelp("The note.", valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("The day that it is of; today where it is not given.", valueName: "date"))
    var date: WrittenDate?

    @Option(
        help: ArgumentHelp(
            "The photo that it is about, as a path in the client's folder.", valueName: "photo"))
    var photo: String?

    @OptionGroup var clients: ClientsOptions

    func validate() throws {
        if text.allSatisfy(\.isWhitespace) { throw ValidationError("the note is empty") }
    }

    func run() throws {
        let folder = try clients.folder(for: client)
        let note = ClientNote(date: date ?? .today, text: text, photo: photo)
        try Intake.tell { () throws(IntakeError) in
            try ClientEntries.add(note, to: ClientLocation.existing(client, in: folder))
        }
    }
}
