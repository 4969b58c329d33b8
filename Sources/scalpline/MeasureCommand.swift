import ArgumentParser
import ClientRecords
import ScalplineApp

/// `scalpline measure`: photos alone.
struct MeasureCommand: WorkingCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Measure photos alone: one JSON object a line, in the order given.",
        discussion: """
            A client.yaml beside a photo is honoured. A photo that cannot be measured gives a record with \
            "error", and the others go on.

            Example: scalpline measure --scale 20 Clients/Anna/2026-03-05.jpg
            """)

    @Argument(
        help: ArgumentHelp("Photos; - reads paths from standard input, one a line.", valueName: "photo"),
        completion: .file(extensions: photoExtensions))
    var photos: [BytePath] = []

    @Flag(help: "List every dot.")
    var dots = false

    @Option(help: ArgumentHelp("Pixels per millimetre, for all photos.", valueName: "ppmm"))
    var scale: Double?

    @OptionGroup var work: WorkOptions

    /// What completion offers; other names are measured as well.
    private static var photoExtensions: [String] {
        let plain = ["jpg", "jpeg", "png", "heic", "heif", "webp"]
        return plain + plain.map { $0.uppercased() }
    }

    func validate() throws {
        if photos.isEmpty, !config.showConfig {
            throw ValidationError("Missing expected argument '<photo> ...'")
        }
        if let scale, !ClientFile.possibleScales.contains(scale) {
            throw ValidationError("--scale must be 0.1 to 10000")
        }
    }

    func run() throws {
        var paths: [BytePath] = []
        for photo in photos {
            if photo == BytePath("-") {
                while let line = Console.readLine() {
                    if !line.isEmpty { paths.append(BytePath(bytes: line)) }
                }
            } else {
                paths.append(photo)
            }
        }
        var measuring = MeasurePhotos()
        measuring.work = work.photos
        measuring.pixelsPerMillimetre = scale
        measuring.listsDots = dots
        let complete = measuring.run(paths, progress: Console.progress(quiet: work.quiet)) { line in
            Console.print(line)
        }
        if !complete { throw ExitCode.incomplete }
    }
}
