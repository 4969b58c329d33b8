import ArgumentParser
import PhotoDecoding
import ScalplineApp

/// Options of every command that measures photos.
struct WorkOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Photos worked on at once; of fewer photos each has several threads. 1 means one thread in all.",
            valueName: "n"))
    var jobs: Int = Machine.processors

    @Option(help: ArgumentHelp("Refuse photos of more megapixels than this.", valueName: "n"))
    var maxMegapixels = DecodingLimits.ofSurvey.pixels / million

    @Option(help: ArgumentHelp("Refuse files of more megabytes than this.", valueName: "n"))
    var maxFileMegabytes = DecodingLimits.ofSurvey.fileBytes / million

    @Option(
        help: ArgumentHelp(
            "Memory for one photo in megabytes; a photo that would take more is read at a reduced size.",
            valueName: "n"))
    var photoMemory = DecodingLimits.ofSurvey.workingBytes / million

    @Option(
        help: ArgumentHelp(
            """
            Memory for all photos in work together, in megabytes: a photo waits until it fits beside the others, and \
            none may take more. Half of the machine's memory where it is not given.
            """,
            valueName: "n"))
    var memory: Int?

    @Flag(help: "No progress on standard error.")
    var quiet = false

    private static var million: Int { 1_000_000 }

    /// How photos are worked on.
    var photos: PhotoWork {
        var limits = DecodingLimits.ofSurvey
        limits.pixels = maxMegapixels * Self.million
        limits.fileBytes = maxFileMegabytes * Self.million
        limits.workingBytes = photoMemory * Self.million
        return PhotoWork(limits: limits, jobs: jobs, memoryBytes: memory.map { $0 * Self.million })
    }

    func validate() throws {
        if !(1...1_024).contains(jobs) { throw ValidationError("--jobs must be 1 to 1024") }
        // What codecs and the arithmetic of sizes hold.
        for (name, value) in [
            ("--max-megapixels", maxMegapixels), ("--max-file-megabytes", maxFileMegabytes),
            ("--photo-memory", photoMemory), ("--memory", memory ?? 1),
        ] where !(1...100_000).contains(value) {
            throw ValidationError("\(name) must be 1 to 100000")
        }
    }
}
