import ArgumentParser
import PhotoDecoding
import ScalplineApp

/// Options of every command that measures photos.
struct WorkOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Photos worked on at once; of fewer photos each has several threads. 1 means one thread in all. All cores \
            where it is not given.
            """,
            valueName: "n"))
    var jobs: Int?

    @Option(help: ArgumentHelp("Refuse photos of more megapixels than this.", valueName: "n"))
    var maxMegapixels = DecodingLimits.ofSurvey.pixels / million

    @Option(help: ArgumentHelp("Refuse files of more megabytes than this.", valueName: "n"))
    var maxFileMegabytes = DecodingLimits.ofSurvey.fileBytes / million

    @Option(
        help: ArgumentHelp(
            """
            Memory for one photo in megabytes; a photo that would take more is read at a reduced size. \
            \(DecodingLimits.ofSurvey.workingBytes / million) where it is not given.
            """,
            valueName: "n"))
    var photoMemory: Int?

    @Option(
        help: ArgumentHelp(
            """
            Memory for all photos in work together, in megabytes: a photo waits until it fits beside the others, and \
            none may take more. Half of the machine's memory where it is not given.
            """,
            valueName: "n"))
    var memory: Int?

    @Flag(name: .customLong("quiet"), help: "No progress on standard error.")
    var isQuiet = false

    @OptionGroup var config: ConfigOptions

    private static var million: Int { 1_000_000 }

    /// How photos are worked on.
    var photos: PhotoWork {
        var limits = DecodingLimits.ofSurvey
        limits.pixels = maxMegapixels * Self.million
        limits.fileBytes = maxFileMegabytes * Self.million
        if let bytes = settings.whole(.photoMemory).map({ $0 * Self.million }) { limits.workingBytes = bytes }
        return PhotoWork(
            limits: limits, jobs: settings.whole(.jobs) ?? Machine.processors,
            memoryBytes: settings.whole(.memory).map { $0 * Self.million })
    }

    /// Whether progress is not told.
    var quiet: Bool { settings.flag(.quiet) }

    /// What holds for this run.
    var settings: Settings { config.settings }

    mutating func validate() throws {
        if let jobs, !Setting.jobsRange.contains(jobs) { throw ValidationError("--jobs must be 1 to 1024") }
        // What codecs and the arithmetic of sizes hold.
        for (name, value) in [
            ("--max-megapixels", maxMegapixels), ("--max-file-megabytes", maxFileMegabytes),
            ("--photo-memory", photoMemory ?? 1), ("--memory", memory ?? 1),
        ] where !Setting.megabytesRange.contains(value) {
            throw ValidationError("\(name) must be 1 to 100000")
        }
        config.settings.take(.jobs, jobs.map { .whole($0) })
        config.settings.take(.memory, memory.map { .whole($0) })
        config.settings.take(.photoMemory, photoMemory.map { .whole($0) })
        config.settings.take(.quiet, isQuiet ? .flag(true) : nil)
    }
}
