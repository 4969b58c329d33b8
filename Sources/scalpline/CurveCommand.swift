import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline curve`: the expected curve.
struct CurveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "curve",
        abstract: "Show the expected curve, hold it against your clients, learn your own.",
        discussion: """
            Example: scalpline curve show
            """,
        subcommands: [CurveShowCommand.self, CurveCheckCommand.self, CurveFitCommand.self])

    /// Prints what came of a run over clients, and, unless it is for a program, what could not be measured.
    static func show(_ text: String, asJSON: Bool, summary: RunSummary) {
        if asJSON {
            Console.print(text)
            return
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for line in lines + SummaryText.troubles(of: summary) { Console.print(Console.printable(line)) }
    }
}

/// `scalpline curve show`: what the curve holds to be likely of a new client.
struct CurveShowCommand: ConfiguredCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print what the expected curve says of a new client: its priors, and day by day.",
        discussion: """
            With --curve, your own curve stands beside the published one.

            Example: scalpline curve show --curve our-curve.yaml
            """)

    @Option(
        help: ArgumentHelp("Your own expected curve.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var curve: BytePath?

    @Flag(help: "One JSON object instead of tables.")
    var json = false

    @OptionGroup var config: ConfigOptions

    mutating func validate() throws { config.settings.take(.curve, curve) }

    func run() throws {
        let curve = config.settings.path(.curve)
        let shown: CurveGuide
        var other: CurveGuide?
        do {
            shown = try CurveGuide(file: curve)
            if curve != nil { other = try CurveGuide(file: nil) }
        } catch {
            Console.complain(error.message)
            throw ExitCode.failure
        }
        if json {
            Console.print(shown.json(besides: other))
            return
        }
        for line in shown.text(besides: other).split(separator: "\n", omittingEmptySubsequences: false) {
            Console.print(Console.printable(String(line)))
        }
    }
}
