import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline anonymise`: a copy to share.
struct AnonymiseCommand: WorkingCommand {
    static let configuration = CommandConfiguration(
        commandName: "anonymise",
        abstract: "Write a copy of a folder of clients that can be shared for research or training.",
        discussion: """
            Ids become client-001 and so on in an order that tells nothing; all dates of a client move by a secret \
            number of days, so that intervals stay; names, notes and who worked are left out or become codes. Photos \
            lose all but their picture: JPEG, PNG and WebP keep it number for number, HEIC is stored anew. INPUT is \
            not touched.

            The pattern of dots on a scalp tells a person apart for whoever has other photos of it, and faces, ears and \
            tattoos may be seen: look at every photo before you share it, and ask the clients.

            Example: scalpline anonymise Clients --output Shared --key shared-key.csv

            Exit status: 0 all is in the copy; 3 some photos or clients were left out; 64 wrong usage; 1 there is no copy.
            """)

    @Argument(
        help: ArgumentHelp("Folder of clients, or one client's folder.", valueName: "input"),
        completion: .directory)
    var input: BytePath

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Folder to write; must not be there yet.", valueName: "out"),
        completion: .directory)
    var output: BytePath

    @Option(
        help: ArgumentHelp(
            "File for your own eyes that says which code stands for whom; keep it apart from the copy.",
            valueName: "file"))
    var key: BytePath?

    @OptionGroup var work: WorkOptions

    func run() throws {
        let summary = try Intake.orFail { () throws(IntakeError) in
            var anonymising = AnonymiseClients()
            anonymising.work = work.photos
            anonymising.keyFile = key
            return try anonymising.run(
                input: input, output: output,
                progress: Console.progress(quiet: work.quiet))
        }
        Console.print(lines(of: summary).map(Console.printable).joined(separator: "\n"))
        if !summary.isComplete { throw ExitCode.incomplete }
    }

    private func lines(of summary: AnonymiseSummary) -> [String] {
        var lines = [
            "\(output.text): \(summary.clients) clients, \(summary.samePictures + summary.storedAnew.count) photos; "
                + "\(summary.samePictures) pictures are the same number for number."
        ]
        if !summary.storedAnew.isEmpty {
            lines.append(
                "Stored anew, so that their numbers may differ a little: "
                    + summary.storedAnew.sorted().joined(separator: ", "))
        }
        if summary.excluded > 0 {
            lines.append("Left out as client.yaml excludes them: \(summary.excluded) photos.")
        }
        lines += summary.leftOutClients.map {
            "Left out: \($0.id): \($0.failure.message) [\($0.failure.code)]"
        }
        lines += summary.leftOut.map { "Left out: \($0.file): \($0.failure.message) [\($0.failure.code)]" }
        lines.append(
            "Before you share it: the dots of a scalp tell a person apart for whoever has other photos of it, and faces "
                + "may be seen. Look at every photo, and ask the clients.")
        return lines
    }
}
