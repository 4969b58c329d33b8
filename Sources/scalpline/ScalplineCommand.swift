import ArgumentParser
import ScalplineApp

/// The command line: parse, call, print.
struct ScalplineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scalpline",
        abstract:
            "Measure scalp-micropigmentation photos over time and hold them against the expected healing.",
        discussion: """
            Records and compares the cosmetic appearance of scalp micropigmentation in photographs; not for \
            diagnosing, monitoring, predicting or treating any disease or injury.

            Example: scalpline analyze Clients --output Reports

            Exit status: 0 all measured; 3 finished, but some photos or clients could not be measured; 64 wrong \
            usage; 1 the run itself failed; 130 stopped by Ctrl-C.
            """,
        version: Scalpline.method,
        subcommands: [
            AnalyzeCommand.self, ReportCommand.self, MeasureCommand.self, AlignCommand.self,
            AddCommand.self, InboxCommand.self, SessionCommand.self, SymptomCommand.self, NoteCommand.self,
            CompareCommand.self, CurveCommand.self, SchemaCommand.self, ForgetCommand.self,
            AnonymiseCommand.self, DemoCommand.self, PhantomCommand.self, DoctorCommand.self,
        ])
}

extension ExitCode {
    /// Finished, but some photos or clients could not be measured.
    static let incomplete = ExitCode(3)
    /// Stopped by the person at the screen: 128 and the number of the signal, as shells have it.
    static let interrupted = ExitCode(130)
}
