import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline symptom`: notes how a day felt.
struct SymptomCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "symptom",
        abstract: "Note itching and tenderness of a day in a client's client.yaml.",
        discussion: """
            Adds the entry, or completes the one of that date; all else in the file stays as it is.

            Example: scalpline symptom Anna 2026-03-05 --itching 3 --tenderness 1 --note "tight feeling"

            Exit status: 0 noted; 64 wrong usage; 1 nothing was changed.
            """)

    @Argument(help: ArgumentHelp("The client's id: the name of the folder.", valueName: "client"))
    var client: String

    @Argument(help: ArgumentHelp("The day, as 2026-03-05, today or yesterday.", valueName: "date"))
    var date: WrittenDate

    @Option(help: ArgumentHelp("Itching, 0 to 10.", valueName: "number"))
    var itching: Double?

    @Option(help: ArgumentHelp("Tenderness, 0 to 10.", valueName: "number"))
    var tenderness: Double?

    @Option(help: ArgumentHelp("What the client said.", valueName: "words"))
    var note: String?

    @OptionGroup var clients: ClientsOptions

    func validate() throws {
        for (name, value) in [("--itching", itching), ("--tenderness", tenderness)] {
            if let value, !(0...10).contains(value) { throw ValidationError("\(name) must be 0 to 10") }
        }
        if itching == nil, tenderness == nil, note == nil {
            throw ValidationError("give --itching, --tenderness or --note")
        }
    }

    func run() throws {
        let folder = try clients.folder(for: client)
        var symptom = ClientSymptom(date: date)
        symptom.itching = itching
        symptom.tenderness = tenderness
        symptom.note = note
        try Intake.tell { () throws(IntakeError) in
            try ClientEntries.add(symptom, to: ClientLocation.existing(client, in: folder))
        }
    }
}
