import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline analyze`: the main job.
struct AnalyzeCommand: WorkingCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Measure every photo of every client, follow each series and write the reports.",
        discussion: """
            INPUT holds a sub-folder of photos for each client, with a client.yaml where sessions are noted. \
            OUT/index.html shows all clients, OUT/CLIENT/report.html one. INPUT and OUT may stand in scalpline.yaml as \
            clients and output.

            Example: scalpline analyze Clients --output Reports
            """)

    @Argument(
        help: ArgumentHelp("Folder of clients, or one client's folder.", valueName: "input"),
        completion: .directory)
    var input: BytePath?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Folder to write to; made where missing.", valueName: "out"),
        completion: .directory)
    var output: BytePath?

    @OptionGroup var work: WorkOptions

    @Option(
        help: ArgumentHelp("Your own expected curve instead of the built-in one.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var curve: BytePath?

    @Option(
        help: ArgumentHelp(
            "The studio's name, logo, colour and language instead of INPUT/studio.yaml.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var studio: BytePath?

    @Option(
        help: ArgumentHelp(
            "Work on this client alone; may be given several times. The overview still shows all.",
            valueName: "id"),
        completion: .clientIDs)
    var client: [BytePath] = []

    @Option(
        help: ArgumentHelp(
            "Work only on clients with a photo whose file was added or changed since this date.",
            valueName: "date"),
        transform: { text in
            guard let date = FileDate(text) else { throw ValidationError("a date as 2026-03-04") }
            return date
        })
    var since: FileDate?

    @Flag(help: "Tell only of clients that are new or changed.")
    var onlyChanged = false

    @Option(
        help: ArgumentHelp(
            "Where the records are kept instead of in the output: results of earlier runs, by which a run goes on.",
            valueName: "file"),
        completion: .file())
    var records: BytePath?

    @Flag(help: "Progress as JSON, one object a line on standard error.")
    var jsonProgress = false

    mutating func validate() throws {
        work.config.settings.take(.clients, input)
        work.config.settings.take(.output, output)
        work.config.settings.take(.curve, curve)
        work.config.settings.take(.studio, studio)
        work.config.settings.take(.records, records)
        try config.need(.clients, as: "<input>")
        try config.need(.output, as: "--output <out>")
    }

    func run() throws {
        let settings = work.settings
        guard let input = settings.path(.clients), let output = settings.path(.output) else { return }
        var analysis = AnalyzeClients()
        analysis.work = work.photos
        analysis.curveFile = settings.path(.curve)
        analysis.studioFile = settings.path(.studio)
        analysis.clients = client.map(\.text)
        analysis.since = since?.clock
        analysis.records = settings.path(.records)
        try Self.analyze(
            analysis, input: input, output: output,
            progress: Console.progress(quiet: work.quiet, json: jsonProgress), ink: config.ink,
            onlyChanged: onlyChanged)
    }

    /// Runs the main job and prints what came of it; Ctrl-C lets it finish the photos in hand.
    static func analyze(
        _ analysis: AnalyzeClients, input: BytePath, output: BytePath, progress: any RunProgress,
        ink: Ink, onlyChanged: Bool = false
    ) throws {
        let interruption = Interruption(analysis.stop)
        defer { interruption.end() }
        var summary: RunSummary
        do {
            summary = try analysis.run(input: input, output: output, progress: progress)
        } catch {
            Console.complain(error.message)
            if case .stopped = error { throw ExitCode.interrupted }
            throw ExitCode.failure
        }
        let isComplete = summary.isComplete
        if onlyChanged { summary.clients.removeAll(where: \.isUnchanged) }
        Console.print(ink.painted(SummaryText.text(of: summary)))
        if !isComplete { throw ExitCode.incomplete }
    }
}
