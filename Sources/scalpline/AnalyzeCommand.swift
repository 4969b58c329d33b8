import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline analyze`: the main job.
struct AnalyzeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Measure every photo of every client, follow each series and write the reports.",
        discussion: """
            INPUT holds a sub-folder of photos for each client, with a client.yaml where sessions are noted. \
            OUT/index.html shows all clients, OUT/CLIENT/report.html one.

            Example: scalpline analyze Clients --output Reports
            """)

    @Argument(help: ArgumentHelp("Folder of clients, or one client's folder.", valueName: "input"))
    var input: String

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Folder to write to; made where missing.", valueName: "out"))
    var output: String

    @OptionGroup var work: WorkOptions

    @Option(help: ArgumentHelp("Your own expected curve instead of the built-in one.", valueName: "file"))
    var curve: String?

    @Option(
        help: ArgumentHelp(
            "Work on this client alone; may be given several times. The overview still shows all.",
            valueName: "id"))
    var client: [String] = []

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
            valueName: "file"))
    var records: String?

    @Flag(help: "Progress as JSON, one object a line on standard error.")
    var jsonProgress = false

    func run() throws {
        var analysis = AnalyzeClients()
        analysis.work = work.photos
        analysis.curveFile = curve.map { BytePath($0) }
        analysis.clients = client
        analysis.since = since?.clock
        analysis.records = records.map { BytePath($0) }
        try Self.analyze(
            analysis, input: input, output: output,
            progress: Console.progress(quiet: work.quiet, json: jsonProgress), onlyChanged: onlyChanged)
    }

    /// Runs the main job and prints what came of it; Ctrl-C lets it finish the photos in hand.
    static func analyze(
        _ analysis: AnalyzeClients, input: String, output: String, progress: any RunProgress,
        onlyChanged: Bool = false
    ) throws {
        let interruption = Interruption(analysis.stop)
        defer { interruption.end() }
        var summary: RunSummary
        do {
            summary = try analysis.run(input: BytePath(input), output: BytePath(output), progress: progress)
        } catch {
            Console.complain(error.message)
            if case .stopped = error { throw ExitCode.interrupted }
            throw ExitCode.failure
        }
        let isComplete = summary.isComplete
        if onlyChanged { summary.clients.removeAll(where: \.isUnchanged) }
        Console.print(SummaryText.text(of: summary))
        if !isComplete { throw ExitCode.incomplete }
    }
}
