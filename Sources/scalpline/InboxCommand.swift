import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline inbox`: a phone's photos to the clients whose scalps they show.
struct InboxCommand: WorkingCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "Sort a folder of photos of many clients to the clients whose dots they show.",
        discussion: """
            Shows whose each photo is and does nothing, unless --copy or --move is given. A photo goes to a client only \
            where its dots, or its hairs and pores, are for certain those of that client's newest photos; all else is \
            left for you to decide, with the command to type. Videos, screenshots and landscapes stay where they are.

            Example: scalpline inbox Phone --clients Clients

            Exit status: 0 every photo is sorted; 3 some are left to decide or could not be read; 64 wrong usage; 1 the \
            run itself failed.
            """)

    @Argument(
        help: ArgumentHelp("Folder of photos of many clients.", valueName: "folder"), completion: .directory)
    var folder: BytePath

    @Flag(help: "Copy the photos that are certain to their clients' folders.")
    var copy = false

    @Flag(help: "Move them: copy, read the copy back, and remove the photo from the inbox.")
    var move = false

    @Flag(help: "Take other copies of a shot that is there, too.")
    var keepTwins = false

    @Option(
        help: ArgumentHelp(
            """
            How many of each client's newest photos to look at; 4 where it is not given. More take longer and find more.
            """,
            valueName: "n"))
    var newest: Int?

    @Option(
        help: ArgumentHelp(
            """
            Folder that holds a sub-folder for each client; where it is not given, the one that scalpline.yaml names as \
            clients, else the working folder.
            """,
            valueName: "folder"))
    var clients: String?

    @OptionGroup var work: WorkOptions

    func validate() throws {
        if copy, move { throw ValidationError("give --copy or --move, not both") }
        if let newest, !(1...1_000).contains(newest) { throw ValidationError("--newest must be 1 to 1000") }
    }

    func run() throws {
        let clients = clients ?? work.settings.path(.clients)?.text
        let plan = try Intake.orFail { () throws(IntakeError) in
            var sorting = SortInbox()
            sorting.work = work.photos
            sorting.action = copy ? .copy : move ? .move : .show
            sorting.keepsTwins = keepTwins
            if let newest { sorting.newestPhotos = newest }
            return try sorting.run(
                folder, clients: BytePath(clients ?? "."),
                progress: Console.progress(quiet: work.quiet))
        }
        Console.print(InboxText.text(of: plan, clients: clients))
        if !plan.isComplete { throw ExitCode.incomplete }
    }
}
