import ArgumentParser
import ScalplineApp

/// `scalpline curve`: the expected curve.
struct CurveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "curve",
        abstract: "Show the expected curve.",
        discussion: """
            Example: scalpline curve show
            """,
        subcommands: [CurveShowCommand.self])
}

/// `scalpline curve show`: what the curve holds to be likely of a new client.
struct CurveShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print what the expected curve says of a new client: its priors, and day by day.",
        discussion: """
            With --curve, your own curve stands beside the published one.

            Example: scalpline curve show --curve our-curve.yaml
            """)

    @Option(help: ArgumentHelp("Your own expected curve.", valueName: "file"))
    var curve: String?

    @Flag(help: "One JSON object instead of tables.")
    var json = false

    func run() throws {
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
