import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline report`: the output from the records.
struct ReportCommand: ConfiguredCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write all pages and tables anew from the records; no photo is looked at.",
        discussion: """
            The records are what analyze keeps of each client. The pages are made anew from them where files were lost, \
            or where the studio's name, colours or language have changed.

            OUT may stand in scalpline.yaml as output.

            Example: scalpline report Reports
            """)

    @Argument(
        help: ArgumentHelp("Folder that analyze has written to.", valueName: "out"), completion: .directory)
    var output: BytePath?

    @Option(
        help: ArgumentHelp("Write this client's files alone; may be given several times.", valueName: "id"),
        completion: .clientIDs)
    var client: [BytePath] = []

    @Option(
        help: ArgumentHelp("Where the records are kept, if not in the output.", valueName: "file"),
        completion: .file())
    var records: BytePath?

    @Option(
        help: ArgumentHelp(
            "The studio's name, logo, colour and language instead of those of the run before.",
            valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var studio: BytePath?

    @Flag(name: .customLong("quiet"), help: "No progress on standard error.")
    var isQuiet = false

    @OptionGroup var config: ConfigOptions

    mutating func validate() throws {
        config.settings.take(.output, output)
        config.settings.take(.records, records)
        config.settings.take(.studio, studio)
        config.settings.take(.quiet, isQuiet ? .flag(true) : nil)
        try config.need(.output, as: "<out>")
    }

    func run() throws {
        let settings = config.settings
        guard let output = settings.path(.output) else { return }
        var writing = WriteReports()
        writing.clients = client.map(\.text)
        writing.records = settings.path(.records)
        writing.studioFile = settings.path(.studio)
        do {
            let count = try writing.run(
                output: output, progress: Console.progress(quiet: settings.flag(.quiet)))
            let page = Console.printable(output.appending("index.html").text)
            Console.print("Written: \(count) client\(count == 1 ? "" : "s"). The report: \(page)")
        } catch {
            Console.complain(error.message)
            throw ExitCode.failure
        }
    }
}
