import ArgumentParser
import Phantom

/// `scalpline phantom`: renders synthetic clients whose truth is known.
struct PhantomCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phantom",
        abstract: "Render synthetic clients whose truth is known.",
        discussion: """
            Example: scalpline phantom photos --count 20 --seed 7 --output photos
            """,
        subcommands: [PhantomPhotosCommand.self])
}

/// `scalpline phantom photos`: independent photos at ordinary light.
struct PhantomPhotosCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "photos",
        abstract: "Render independent photos at ordinary light, with truth.json beside them.",
        discussion: """
            The same options make the same bytes on every machine.

            Example: scalpline phantom photos --count 20 --seed 7 --output photos
            """)

    @Option(help: ArgumentHelp("How many photos.", valueName: "n"))
    var count = 20

    @Option(help: ArgumentHelp("Fixes everything that is drawn by chance.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Folder to write to; made where missing.", valueName: "folder"))
    var output: String

    @Option(
        help: ArgumentHelp("fair, light, medium, tan, brown or dark; any if not given.", valueName: "skin"))
    var skin: SkinTone?

    @Option(help: ArgumentHelp("Pixels in a row.", valueName: "pixels"))
    var width = 1_600

    @Option(help: ArgumentHelp("Rows of pixels.", valueName: "pixels"))
    var height = 1_200

    @Option(help: ArgumentHelp("Mean pixels per millimetre.", valueName: "number"))
    var scale = 20.0

    @Option(help: ArgumentHelp("Blur (sigma) in pixels; 0.5 to 1.1 if not given.", valueName: "pixels"))
    var blur: Double?

    @Option(help: ArgumentHelp("JPEG quality, 1 to 100.", valueName: "number"))
    var quality = 92

    @Option(help: ArgumentHelp("Shaved hairs per square centimetre of treated skin.", valueName: "number"))
    var stubble = 0.0

    @Option(help: ArgumentHelp("Freckles per square centimetre.", valueName: "number"))
    var freckles = 0.0

    @Flag(help: "Store colour at half size in the JPEG (4:2:0).")
    var halfChroma = false

    @Flag(help: "Photos from before treatment: no dots.")
    var before = false

    func validate() throws {
        if count < 1 { throw ValidationError("--count must be 1 or more") }
        if width < 64 || height < 64 || width > 12_000 || height > 12_000 {
            throw ValidationError("--width and --height must be 64 to 12000")
        }
        if !(scale >= 1 && scale <= 200) { throw ValidationError("--scale must be 1 to 200") }
        if let blur, !(blur >= 0 && blur <= 20) { throw ValidationError("--blur must be 0 to 20") }
        if !(1...100).contains(quality) { throw ValidationError("--quality must be 1 to 100") }
        if !(stubble >= 0 && stubble <= 1_000) { throw ValidationError("--stubble must be 0 to 1000") }
        if !(freckles >= 0 && freckles <= 100) { throw ValidationError("--freckles must be 0 to 100") }
    }

    func run() throws {
        var set = PhantomPhotoSet(seed: seed)
        set.skin = skin
        set.width = width
        set.height = height
        set.pixelsPerMillimetre = scale
        set.blurPixels = blur
        set.quality = quality
        set.halvesChroma = halfChroma
        set.isBefore = before
        set.stubble = stubble
        set.freckles = freckles
        try PhantomFolder.write(set, count: count, to: output) { name in print("\(output)/\(name)") }
    }
}

extension SkinTone: ExpressibleByArgument {}
