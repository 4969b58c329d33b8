import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline curve check`: whether the curve holds on a practice's clients.
struct CurveCheckCommand: WorkingCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell how often your clients' values lay where the expected curve foretold.",
        discussion: """
            INPUT is a folder of clients as for analyze; all clients with sessions in client.yaml and dated photos \
            count. Nine values in ten should lie in their range. Nothing is written.

            Example: scalpline curve check Clients --curve our-curve.yaml
            """)

    @Argument(
        help: ArgumentHelp("Folder of clients, or one client's folder.", valueName: "input"),
        completion: .directory)
    var input: BytePath?

    @Option(
        help: ArgumentHelp("Your own expected curve instead of the built-in one.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var curve: BytePath?

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
        var checking = CheckCurve()
        checking.work = work.photos
        checking.curveFile = work.settings.path(.curve)
        let checked: CheckedCurve
        do {
            checked = try checking.run(
                input: input, progress: Console.progress(quiet: work.quiet))
        } catch {
            Console.complain(error.message)
            throw ExitCode.failure
        }
        CurveCommand.show(json ? checked.json : checked.text, asJSON: json, summary: checked.summary)
        if !checked.summary.isComplete { throw ExitCode.incomplete }
    }
}
