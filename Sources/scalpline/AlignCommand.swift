import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline align`: one client's photos brought over one another.
struct AlignCommand: WorkingCommand {
    static let configuration = CommandConfiguration(
        commandName: "align",
        abstract: "Write one client's photos brought over one another, each place of the scalp where it was.",
        discussion: """
            CLIENT is one client's folder of photos, with a client.yaml where there is one. Each photo that can be \
            matched is drawn in the frame of its view's anchor photo, at that photo's size: OUT/01-DATE-NAME.jpg in \
            order of time, in a sub-folder for each view where there are several. What a photo does not show is \
            light grey. OUT/align.json tells each photo's map, or why it has none.

            Example: scalpline align Clients/Anna --output Aligned/Anna
            """)

    @Argument(help: ArgumentHelp("One client's folder.", valueName: "client"), completion: .directory)
    var client: BytePath

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Folder to write to; made where missing.", valueName: "out"),
        completion: .directory)
    var output: BytePath

    @Option(help: ArgumentHelp("Form of the pictures: jpeg (quality 95) or png.", valueName: "form"))
    var format: AlignClient.Format = .jpeg

    @Flag(help: "Cut the pictures to what all photos of their view show.")
    var common = false

    @OptionGroup var work: WorkOptions

    func run() throws {
        var aligning = AlignClient()
        aligning.work = work.photos
        aligning.format = format
        aligning.isCommon = common
        let summary: AlignSummary
        do {
            summary = try aligning.run(
                client: client, output: output,
                progress: Console.progress(quiet: work.quiet))
        } catch {
            Console.complain(error.message)
            throw ExitCode.failure
        }
        Console.print(work.config.ink.painted(Self.text(of: summary)))
        if !summary.isComplete { throw ExitCode.incomplete }
    }

    /// What was written and what was not, a line each.
    private static func text(of summary: AlignSummary) -> String {
        var lines = summary.written.map { "\($0.file): \($0.photo)" }
        if let failure = summary.failure {
            lines.append("not aligned: \(failure.message) [\(failure.code)]")
        }
        for (photo, failure) in summary.missing {
            lines.append("not aligned: \(photo): \(failure.message) [\(failure.code)]")
        }
        if lines.isEmpty { lines = ["No photos."] }
        return lines.map(Console.printable).joined(separator: "\n")
    }
}

extension AlignClient.Format: ExpressibleByArgument {}
