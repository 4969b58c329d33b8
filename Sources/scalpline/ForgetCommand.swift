import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline forget`: removes a person.
struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Remove everything of one client from the records and the reports.",
        discussion: """
            Removes the client's sessions, symptoms, notes, measurements, findings, pictures and surveys from the records, \
            and the client's files from the output, and tells what was removed. The photos themselves are yours: delete \
            the client's folder too, or the next run measures them again.

            Example: scalpline forget anna --output Reports
            """)

    @Argument(help: ArgumentHelp("The client's id: the folder's name.", valueName: "client"))
    var client: String

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Folder that analyze has written to.", valueName: "out"))
    var output: String

    @Option(help: ArgumentHelp("Where the records are kept, if not in the output.", valueName: "file"))
    var records: String?

    @Flag(help: "Only tell what would be removed.")
    var dryRun = false

    func run() throws {
        var forgetting = ForgetClient()
        forgetting.records = records.map { BytePath($0) }
        forgetting.isTrial = dryRun
        let outcome: ForgetClient.Outcome
        do {
            outcome = try forgetting.run(client, output: BytePath(output))
        } catch {
            Console.complain(error.message)
            throw ExitCode.failure
        }
        var lines = [dryRun ? "Would be removed of \(client):" : "Removed of \(client):"]
        lines += outcome.rows.map { "  \($0.count) \($0.what)" }
        lines += outcome.files.map { "  \(output)/\($0)" }
        lines += outcome.left.map { "Not this program's, left as it is: \(output)/\($0)" }
        lines.append("The photos themselves are not touched: delete the client's folder with them too.")
        Console.print(lines.map(Console.printable).joined(separator: "\n"))
    }
}
