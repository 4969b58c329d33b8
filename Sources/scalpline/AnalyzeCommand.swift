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

    func run() throws {
        try Self.analyze(input: input, output: output, work: work, curve: curve)
    }

    /// Runs the main job and prints what came of it.
    static func analyze(input: String, output: String, work: WorkOptions, curve: String? = nil) throws {
        var analysis = AnalyzeClients()
        analysis.work = work.photos
        analysis.curveFile = curve.map { BytePath($0) }
        let summary: RunSummary
        do {
            summary = try analysis.run(
                input: BytePath(input), output: BytePath(output),
                progress: Console.progress(quiet: work.quiet))
        } catch {
            Console.complain(error.message)
            throw ExitCode.failure
        }
        Console.print(SummaryText.text(of: summary))
        if !summary.isComplete { throw ExitCode.incomplete }
    }
}
