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
        subcommands: [PhantomPhotosCommand.self, PhantomClientCommand.self, PhantomFixturesCommand.self])
}

/// `scalpline phantom photos`: independent photos at ordinary light.
struct PhantomPhotosCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "photos",
        abstract: "Render independent photos at ordinary light, with truth.json beside them.",
        discussion: """
            The same options make the same bytes on every machine. client.yaml gives each photo's scale.

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

/// `scalpline phantom client`: one client over the months.
struct PhantomClientCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client",
        abstract: "Render one client over the months: photos, client.yaml and truth.json.",
        discussion: """
            The client heals by a curve drawn from the published priors.

            Example: scalpline phantom client --seed 5 --days -1,0,1,3,7,30 --output clients/dora
            """)

    @Option(help: ArgumentHelp("Fixes everything that is drawn by chance.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Folder to write to; made where missing.", valueName: "folder"))
    var output: String

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Days of the photos, from the first session, with commas.", valueName: "days"))
    var days = "-1,0,1,3,7,14,30,60,120,365"

    @Option(help: ArgumentHelp("Days of the sessions, with commas; the first is 0.", valueName: "days"))
    var sessions = "0"

    @Option(
        help: ArgumentHelp("fair, light, medium, tan, brown or dark; any if not given.", valueName: "skin"))
    var skin: SkinTone?

    @Option(help: ArgumentHelp("Pixels in a row.", valueName: "pixels"))
    var width = 1_600

    @Option(help: ArgumentHelp("Rows of pixels.", valueName: "pixels"))
    var height = 1_200

    @Option(help: ArgumentHelp("Mean pixels per millimetre.", valueName: "number"))
    var scale = 20.0

    @Option(help: ArgumentHelp("JPEG quality, 1 to 100.", valueName: "number"))
    var quality = 92

    func validate() throws {
        if width < 64 || height < 64 || width > 12_000 || height > 12_000 {
            throw ValidationError("--width and --height must be 64 to 12000")
        }
        if !(scale >= 1 && scale <= 200) { throw ValidationError("--scale must be 1 to 200") }
        if !(1...100).contains(quality) { throw ValidationError("--quality must be 1 to 100") }
        guard let photoDays = Self.numbers(days), photoDays.allSatisfy({ abs($0) <= 10_000 }) else {
            throw ValidationError("--days must be numbers with commas between, such as -1,0,3")
        }
        guard let sessionDays = Self.numbers(sessions), sessionDays[0] == 0,
            zip(sessionDays, sessionDays.dropFirst()).allSatisfy({ $0 < $1 }), sessionDays.count <= 20
        else { throw ValidationError("--sessions must ascend from 0, such as 0,28") }
    }

    func run() throws {
        var options = PhantomClient.DrawOptions()
        options.days = Self.numbers(days) ?? []
        options.sessionDays = Self.numbers(sessions) ?? []
        options.skin = skin
        options.width = width
        options.height = height
        options.pixelsPerMillimetre = scale
        options.quality = quality
        let id = output.split(separator: "/").last.map(String.init) ?? "client"
        let client = PhantomClient.drawn(id: id, seed: seed, options: options)
        try PhantomFolder.write(
            client, to: output, truthFile: output + "/truth.json", isBrief: false
        ) { print($0) }
    }

    private static func numbers(_ text: String) -> [Double]? {
        var out: [Double] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let number = Double(part), number.isFinite else { return nil }
            out.append(number)
        }
        return out.isEmpty ? nil : out
    }
}

/// `scalpline phantom fixtures`: the repository's sample clients.
struct PhantomFixturesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fixtures",
        abstract: "Render the sample clients of the repository.",
        discussion: """
            Photos and client.yaml go to Clients, what is true of them to Truth.

            Example: scalpline phantom fixtures --output Fixtures
            """)

    @Option(help: ArgumentHelp("Folder to write to; made where missing.", valueName: "folder"))
    var output: String

    func run() throws {
        try PhantomFolder.writeFixtures(to: output) { print($0) }
    }
}

extension SkinTone: ExpressibleByArgument {}
