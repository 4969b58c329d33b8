import ArgumentParser
import Phantom

/// `scalpline phantom photos`: independent photos, or clients with a few photos each.
struct PhantomPhotosCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "photos",
        abstract: "Render photos with truth.json beside them.",
        discussion: """
            With --set the skin, lamp and camera are spectral and drawn by chance;
            options given besides override what is drawn and leave everything else as
            it was. Without, photos are plain, at ordinary light. The same options make
            the same bytes on every machine. client.yaml gives each photo's scale.

            Sets: clean; field (stubble, hairs, rim and wall); hard (wild lamps and
            exposure, dark skin); far (as field, 10 px/mm); phone (tone curve,
            sharpening, freckles, hairs end-on, blur, JPEG 80). One photo in five is
            from before treatment. With --series 4, --count clients with four photos
            each go to folders of their own: before, fresh and later.

            Example: scalpline phantom photos --set field --count 20 --seed 7 --output F
            """)

    @OptionGroup var picture: PhantomPictureOptions

    @Option(
        help: ArgumentHelp("clean, field, hard, far or phone; plain photos if not given.", valueName: "set"))
    var set: PhotoPreset?

    @Option(help: ArgumentHelp("How many photos; with --series, how many clients.", valueName: "n"))
    var count = 20

    @Option(help: ArgumentHelp("Photos of each client, with --set.", valueName: "n"))
    var series = 1

    @Option(
        help: ArgumentHelp("Mean pixels per millimetre; 20 or the set's if not given.", valueName: "number"))
    var scale: Double?

    @Option(
        help: ArgumentHelp(
            "Blur (sigma) in pixels; 0.5 to 1.1 or the set's if not given.", valueName: "pixels"))
    var blur: Double?

    @Option(
        help: ArgumentHelp("JPEG quality, 1 to 100; 92 or the set's if not given.", valueName: "number"))
    var quality: Int?

    @Option(
        help: ArgumentHelp("Lying shaved hairs per square centimetre.", valueName: "number"))
    var stubble: Double?

    @Option(help: ArgumentHelp("Freckles per square centimetre.", valueName: "number"))
    var freckles: Double?

    @Flag(help: "Store colour at half size in the JPEG (4:2:0).")
    var halfChroma = false

    @Flag(help: "Photos from before treatment: no dots.")
    var before = false

    @Flag(help: "Draw what tells dots apart from wide ranges, for learning; with --set.")
    var varied = false

    @OptionGroup(title: "With --set only")
    var switches: PhantomSwitches

    func validate() throws {
        if count < 1 { throw ValidationError("--count must be 1 or more") }
        if !(1...12).contains(series) { throw ValidationError("--series must be 1 to 12") }
        try PhantomPictureOptions.hold(scale, to: 1...200, "--scale")
        try PhantomPictureOptions.hold(blur, to: 0...20, "--blur")
        try PhantomPictureOptions.hold(quality.map(Double.init), to: 1...100, "--quality")
        try PhantomPictureOptions.hold(stubble, to: 0...1_000, "--stubble")
        try PhantomPictureOptions.hold(freckles, to: 0...100, "--freckles")
        try switches.validateValues()
        if set == nil && (series > 1 || varied || switches.isAnyGiven) {
            throw ValidationError("--series, --varied and the options under 'With --set only' need --set")
        }
    }

    func run() throws {
        var set = PhantomPhotoSet(seed: picture.seed)
        set.width = picture.width
        set.height = picture.height
        set.isBefore = before
        if let preset = self.set {
            set.preset = preset
            set.photosPerClient = series
            set.overrides = switches.overrides
            set.overrides.isVaried = varied
            set.overrides.skin = picture.skin
            set.overrides.pixelsPerMillimetre = scale
            set.overrides.blurPixels = blur
            set.overrides.quality = quality
            set.overrides.halvesChroma = halfChroma ? true : nil
            set.overrides.stubble = stubble
            set.overrides.freckles = freckles
        } else {
            set.skin = picture.skin
            set.pixelsPerMillimetre = scale ?? set.pixelsPerMillimetre
            set.blurPixels = blur
            set.quality = quality ?? set.quality
            set.halvesChroma = halfChroma
            set.stubble = stubble ?? 0
            set.freckles = freckles ?? 0
        }
        if series > 1 {
            for number in 0..<count {
                let client = set.client(number)
                let folder = picture.output + "/" + client.id
                try PhantomFolder.write(
                    client, to: folder, truthFile: folder + "/truth.json", isBrief: false
                ) { print($0) }
            }
        } else {
            try PhantomFolder.write(set, count: count, to: picture.output) { name in
                print("\(picture.output)/\(name)")
            }
        }
    }
}

extension PhotoPreset: ExpressibleByArgument {}
extension CameraSensor.Kind: ExpressibleByArgument {}
