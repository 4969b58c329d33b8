import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline demo`: the main job on the samples.
struct DemoCommand: WorkingCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Run the main job on the sample clients.",
        discussion: """
            The samples are Fixtures/Clients of the repository, looked for from the working folder upwards and \
            beside the program.

            Example: scalpline demo --output demo-report
            """)

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Folder to write to.", valueName: "out"),
        completion: .directory)
    var output = BytePath("demo-report")

    @Option(
        help: ArgumentHelp("A studio's name, logo, colour and language.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var studio: BytePath?

    @OptionGroup var work: WorkOptions

    func run() throws {
        guard let samples = SampleClients.find() else {
            Console.complain("no Fixtures/Clients here or above: run it in the repository's folder.")
            throw ExitCode.failure
        }
        let result = Result {
            var analysis = AnalyzeClients()
            analysis.work = work.photos
            analysis.studioFile = studio
            try AnalyzeCommand.analyze(
                analysis, input: samples, output: output, progress: Console.progress(quiet: work.quiet),
                ink: config.ink)
        }
        if case .failure(let error) = result, error as? ExitCode != .incomplete { throw error }
        Console.print("The report: " + Console.printable(output.appending("index.html").text))
        try result.get()
    }
}
