import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline add`: photos for a client.
struct AddCommand: WorkingCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Copy photos into a client's folder, which is made for a new client.",
        discussion: """
            Nothing is overwritten: a photo whose name is taken gets another one, and every copy is read back. What \
            is no photo is refused with the reason. Not copied are photos that are there already, other copies of the \
            same shot (such as a messenger's), and photos whose dots are another client's.

            Example: scalpline add Anna IMG_0412.jpg IMG_0413.jpg

            Exit status: 0 all photos are there now; 3 some were not copied, each with its reason; 64 wrong usage; 1 \
            the run itself failed.
            """)

    @Argument(help: ArgumentHelp("The client's id: the name of the folder, new or not.", valueName: "client"))
    var client: String

    @Argument(help: ArgumentHelp("Photos, or folders of photos.", valueName: "photo"), completion: .file())
    var photos: [BytePath]

    @Option(help: ArgumentHelp("The name that a new client's report shows.", valueName: "name"))
    var name: String?

    @Option(
        help: ArgumentHelp(
            "When the photos were taken, where neither they nor their names tell it: 2026-03-04 or 2026-03-04T10:15.",
            valueName: "date"))
    var taken: WrittenDate?

    @Flag(help: "Copy other copies of a shot that is there, too.")
    var keepTwins = false

    @Flag(help: "Copy photos whose dots are another client's, too.")
    var anyway = false

    @Flag(inversion: .prefixedNo, help: "Whether to look if photos are another client's.")
    var others = true

    @Flag(help: "Tell what would be done and write nothing.")
    var dryRun = false

    @OptionGroup var clients: ClientsOptions
    @OptionGroup var work: WorkOptions

    func run() throws {
        let folder = try clients.folder(for: client)
        let summary = try Intake.orFail { () throws(IntakeError) in
            var adding = AddPhotos()
            adding.work = work.photos
            adding.name = name
            adding.taken = taken
            adding.keepsTwins = keepTwins
            adding.anyway = anyway
            adding.looksAtOthers = others
            adding.isDry = dryRun
            return try adding.run(
                photos,
                to: ClientLocation.existingOrNew(client, in: folder),
                progress: Console.progress(quiet: work.quiet))
        }
        Console.print(Self.lines(of: summary).map(Console.printable).joined(separator: "\n"))
        if !summary.isComplete { throw ExitCode.incomplete }
    }

    /// What became of each photo, a line each.
    private static func lines(of summary: AddSummary) -> [String] {
        var lines: [String] = []
        if summary.isNew {
            lines.append("\(summary.client): \(summary.isDry ? "would be a new client" : "new client")")
        }
        for item in summary.items {
            let notes = item.notes.map { "; \($0)" }.joined()
            switch item.outcome {
            case .copied(let name):
                let date = item.date.map { IntakeText.date($0) } ?? ""
                let verb = summary.isDry ? "would be copied to" : "copied to"
                lines.append("\(item.file): \(verb) \(summary.client)/\(name), \(date)\(notes)")
                if let date = item.date, !date.isTrusted {
                    lines.append(
                        "    Without its date nothing is said about timing. If you know it: scalpline add "
                            + "\(IntakeText.word(summary.client)) \(IntakeText.word(item.file)) --taken 2026-03-04"
                    )
                }
            case .there(let name):
                lines.append("\(item.file): there already, as \(summary.client)/\(name)")
            case .twin(let name, let isBetter):
                let which =
                    isBetter ? "which is smaller: this one is the better" : "which is as large or larger"
                lines.append(
                    "\(item.file): not copied, the same shot as \(name), \(which). --keep-twins copies it.\(notes)"
                )
            case .otherClient(let id, let photo):
                lines.append(
                    "\(item.file): not copied, shows the same scalp as \(id)/\(photo), which is another client. "
                        + "--anyway copies it.\(notes)")
            case .refused(let failure):
                lines.append("\(item.file): not copied. \(failure.message) [\(failure.code)]")
            }
        }
        return lines.isEmpty ? ["No photos."] : lines
    }
}
