import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline curve fit`: a practice's own curve, learned from its clients.
struct CurveFitCommand: WorkingCommand {
    static let configuration = CommandConfiguration(
        commandName: "fit",
        abstract: "Learn your own expected curve from your clients' photos and write it.",
        discussion: """
            INPUT is a folder of clients as for analyze. Clients count who have sessions in client.yaml, dated photos, \
            and one of them six weeks or more after the last session. What moved is printed, and whether the curve \
            foretells your clients better than the one it started from. Nothing but FILE is written; one that is \
            there is replaced only where curve fit has made it.

            Example: scalpline curve fit Clients --output our-curve.yaml
            """)

    @Argument(
        help: ArgumentHelp("Folder of clients, or one client's folder.", valueName: "input"),
        completion: .directory)
    var input: BytePath?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The curve file to write.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var output: BytePath

    @Option(
        help: ArgumentHelp("Curve to start from instead of the built-in one.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var curve: BytePath?

    @Flag(help: "Learn from clients with findings that ask for attention too.")
    var includeFindings = false

    @Flag(help: "One JSON object instead of tables.")
    var json = false

    @OptionGroup var work: WorkOptions

    mutating func validate() throws {
        work.config.settings.take(.clients, input)
        work.config.settings.take(.curve, curve)
        try config.need(.clients, as: "<input>")
    }

    func run() throws {
        guard let input = work.settings.path(.clients) else { return }
        var fitting = FitCurve()
        fitting.work = work.photos
        fitting.curveFile = work.settings.path(.curve)
        fitting.includesFindings = includeFindings
        let fitted: FittedCurve
        do {
            fitted = try fitting.run(
                input: input, output: output,
                progress: Console.progress(quiet: work.quiet))
        } catch {
            Console.complain(error.message)
            throw ExitCode.failure
        }
        CurveCommand.show(json ? fitted.json : fitted.text, asJSON: json, summary: fitted.summary)
        if !fitted.isWritten { throw ExitCode.failure }
        if !fitted.summary.isComplete { throw ExitCode.incomplete }
    }
}
