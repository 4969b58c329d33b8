import ArgumentParser
import ClientRecords
import GroupComparison
import ProgressReport
import ScalplineApp

/// `scalpline compare`: groups of clients beside one another.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare groups of clients over time by technique, needle, pigment or practitioner.",
        discussion: """
            INPUT is a folder that analyze has written; no photo is measured again. A client counts whose sessions all \
            have the same value noted in client.yaml. Each client counts once, however many photos there are; intervals \
            hold 95 in 100, and groups are said to differ only where the interval for all comparisons together says so.

            Example: scalpline compare Reports --by technique --output Comparison

            Exit status: 0 compared; 3 some clients' results could not be read; 64 wrong usage; 1 nothing to read or \
            not writable.
            """)

    @Argument(
        help: ArgumentHelp("Folder that analyze has written.", valueName: "input"), completion: .directory)
    var input: BytePath

    @Option(help: ArgumentHelp("What makes the groups.", valueName: "factor"))
    var by: SessionFactor

    @Option(help: ArgumentHelp("What they are compared by.", valueName: "measure"))
    var measure: ComparedMeasure = .darkness

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Folder for compare.html, compare.csv and compare.json; made where missing.", valueName: "folder"),
        completion: .directory)
    var output: BytePath?

    @Flag(help: "One JSON object instead of tables.")
    var json = false

    func run() throws {
        let report: ComparisonReport
        do {
            report = try CompareGroups(by: by, measure: measure)
                .run(input: input, output: output)
        } catch {
            Console.complain(error.message)
            throw ExitCode.failure
        }
        if json {
            Console.print(RecordEncoder.comparison(report))
        } else {
            for line in report.text.split(separator: "\n", omittingEmptySubsequences: false) {
                Console.print(Console.printable(String(line)))
            }
        }
        if !report.isComplete { throw ExitCode.incomplete }
    }
}

extension SessionFactor: ExpressibleByArgument {}
extension ComparedMeasure: ExpressibleByArgument {}
