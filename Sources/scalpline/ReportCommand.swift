import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline report`: the output from the records.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write all pages and tables anew from the records; no photo is looked at.",
        discussion: """
            The records are what analyze keeps of each client. The pages are made anew from them where files were lost, \
            or where the studio's name, colours or language have changed.

            Example: scalpline report Reports
            """)

    @Argument(help: ArgumentHelp("Folder that analyze has written to.", valueName: "out"))
    var output: String

    @Option(
        help: ArgumentHelp("Write this client's files alone; may be given several times.", valueName: "id"))
    var client: [String] = []

    @Option(help: ArgumentHelp("Where the records are kept, if not in the output.", valueName: "file"))
    var records: String?

    @Flag(help: "No progress on standard error.")
    var quiet = false

    func run() throws {
        var writing = WriteReports()
        writing.clients = client
        writing.records = records.map { BytePath($0) }
        do {
            let count = try writing.run(output: BytePath(output), progress: Console.progress(quiet: quiet))
            Console.print(
                "Written: \(count) client\(count == 1 ? "" : "s"). The report: \(output)/index.html")
        } catch {
            Console.complain(error.message)
            throw ExitCode.failure
        }
    }
}
