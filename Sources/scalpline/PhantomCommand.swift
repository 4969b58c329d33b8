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

/// `scalpline phantom client`: one client over the months.
struct PhantomClientCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client",
        abstract: "Render one client over the months: photos, client.yaml and truth.json.",
        discussion: """
            The client heals by a curve drawn from the published priors.

            Example: scalpline phantom client --seed 5 --days -1,0,1,3,7,30 --output clients/dora
            """)

    @OptionGroup var picture: PhantomPictureOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Days of the photos, from the first session, with commas.", valueName: "days"))
    var days = "-1,0,1,3,7,14,30,60,120,365"

    @Option(help: ArgumentHelp("Days of the sessions, with commas; the first is 0.", valueName: "days"))
    var sessions = "0"

    @Option(help: ArgumentHelp("Mean pixels per millimetre.", valueName: "number"))
    var scale = 20.0

    @Option(help: ArgumentHelp("JPEG quality, 1 to 100.", valueName: "number"))
    var quality = 92

    @Option(help: ArgumentHelp("Lying shaved hairs per square centimetre.", valueName: "number"))
    var stubble = 0.0

    @Option(help: ArgumentHelp("How much poses differ between visits, 1 as usual.", valueName: "number"))
    var poseSpread = 1.0

    @Option(help: ArgumentHelp("Radius of a round head; flat skin if not given.", valueName: "mm"))
    var headRadius: Double?

    @Option(help: ArgumentHelp("Greatest tilt of a round head.", valueName: "degrees"))
    var tilt = 10.0

    @Option(
        help: ArgumentHelp(
            "Share of the treated skin that loses nine in ten of its dots; 0 for none.", valueName: "share"))
    var lostPatch = 0.0

    @Option(
        help: ArgumentHelp(
            "Light and camera of a set: clean, field, hard, far or phone; plain photos if not given.",
            valueName: "set"))
    var light: PhotoPreset?

    @OptionGroup(title: "Faults") var faults: PhantomFaultOptions

    func validate() throws {
        try faults.validateValues()
        try PhantomPictureOptions.hold(scale, to: 1...200, "--scale")
        try PhantomPictureOptions.hold(Double(quality), to: 1...100, "--quality")
        try PhantomPictureOptions.hold(stubble, to: 0...1_000, "--stubble")
        try PhantomPictureOptions.hold(poseSpread, to: 0...5, "--pose-spread")
        try PhantomPictureOptions.hold(headRadius, to: 60...1_000, "--head-radius")
        try PhantomPictureOptions.hold(tilt, to: 0...30, "--tilt")
        try PhantomPictureOptions.hold(lostPatch, to: 0...0.5, "--lost-patch")
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
        options.skin = picture.skin
        options.width = picture.width
        options.height = picture.height
        options.pixelsPerMillimetre = scale
        options.quality = quality
        options.stubble = stubble
        options.poseSpread = poseSpread
        options.headRadius = headRadius
        options.tilt = tilt
        options.lostPatchShare = lostPatch
        options.light = light
        options.faults = faults.faults
        let id = picture.output.split(separator: "/").last.map(String.init) ?? "client"
        let client = PhantomClient.drawn(id: id, seed: picture.seed, options: options)
        try PhantomFolder.write(
            client, to: picture.output, truthFile: picture.output + "/truth.json", isBrief: false
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
