import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline forget`: removes a person.
struct ForgetCommand: ConfiguredCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Remove everything of one client from the records and the reports.",
        discussion: """
            Removes the client's sessions, symptoms, notes, measurements, findings, pictures and surveys from the records, \
            and the client's files from the output, and tells what was removed. The photos themselves are yours: delete \
            the client's folder too, or the next run measures them again.

            Example: scalpline forget anna --output Reports
            """)

    @Argument(
        help: ArgumentHelp("The client's id: the folder's name.", valueName: "client"),
        completion: .clientIDs)
    var client: BytePath

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Folder that analyze has written to.", valueName: "out"),
        completion: .directory)
    var output: BytePath?

    @Option(
        help: ArgumentHelp("Where the records are kept, if not in the output.", valueName: "file"),
        completion: .file())
    var records: BytePath?

    @Flag(help: "Only tell what would be removed.")
    var dryRun = false

    @OptionGroup var config: ConfigOptions

    mutating func validate() throws {
        config.settings.take(.output, output)
        config.settings.take(.records, records)
        try config.need(.output, as: "--output <out>")
    }

    func run() throws {
        guard let output = config.settings.path(.output) else { return }
        let (client, place) = (client.text, output.text)
        var forgetting = ForgetClient()
        forgetting.records = config.settings.path(.records)
        forgetting.isTrial = dryRun
        let outcome: ForgetClient.Outcome
        do {
            outcome = try forgetting.run(client, output: output)
        } catch {
            Console.complain(error.message)
            throw ExitCode.failure
        }
        var lines = [dryRun ? "Would be removed of \(client):" : "Removed of \(client):"]
        lines += outcome.rows.map { "  \($0.what): \($0.count)" }
        lines += outcome.files.map { "  \(place)/\($0)" }
        lines += outcome.left.map { "Not this program's, left as it is: \(place)/\($0)" }
        lines.append("The photos themselves are not touched: delete the client's folder with them too.")
        Console.print(lines.map(Console.printable).joined(separator: "\n"))
    }
}
