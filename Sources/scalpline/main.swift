import ArgumentParser
import ScalplineApp

/// The command line.
struct ScalplineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scalpline", subcommands: [PhantomCommand.self])
}

ScalplineCommand.main()
