import ArgumentParser
import Phantom

/// What is given of a set's photos instead of being drawn.
struct PhantomSwitches: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "daylight:KELVIN, tungsten:KELVIN, led:KELVIN or fluorescent.", valueName: "lamp"),
        transform: lamp)
    var lamp: Lamp?

    @Option(help: ArgumentHelp("reflex, phone, compact or webcam.", valueName: "camera"))
    var camera: CameraSensor.Kind?

    @Flag(inversion: .prefixedNo, help: "Whether the head's rim is in the picture.")
    var rim: Bool?

    @Option(help: ArgumentHelp("Error of the white balance in each channel, one sigma.", valueName: "share"))
    var whiteBalance: Double?

    @Option(help: ArgumentHelp("Exposure over an everyday one.", valueName: "factor"))
    var exposure: Double?

    @Option(help: ArgumentHelp("How the light falls off over half the diagonal.", valueName: "share"))
    var gradient: Double?

    @Option(help: ArgumentHelp("Strength of a highlight over white; 0 for none.", valueName: "number"))
    var glare: Double?

    @Option(help: ArgumentHelp("Veiling light over white.", valueName: "share"))
    var veil: Double?

    @Option(help: ArgumentHelp("Length of motion during the exposure.", valueName: "pixels"))
    var motion: Double?

    @Option(help: ArgumentHelp("Radius of a missed focus.", valueName: "pixels"))
    var defocus: Double?

    @Option(help: ArgumentHelp("Contrast of the tone curve; 0 for none.", valueName: "number"))
    var contrast: Double?

    @Option(help: ArgumentHelp("Strength of sharpening; 0 for none.", valueName: "number"))
    var sharpening: Double?

    @Option(help: ArgumentHelp("Shaved hairs end-on per square centimetre.", valueName: "number"))
    var points: Double?

    @Option(help: ArgumentHelp("Long hairs for each 50 square centimetres.", valueName: "number"))
    var longHairs: Double?

    @Option(help: ArgumentHelp("Moles per square centimetre.", valueName: "number"))
    var moles: Double?

    @Option(help: ArgumentHelp("Redness of sunburnt patches outside the treated skin, EI.", valueName: "EI"))
    var sunburn: Double?

    @Option(help: ArgumentHelp("Mean diameter of the dots in millimetres.", valueName: "mm"))
    var dotDiameter: Double?

    @Option(help: ArgumentHelp("Dots made per square centimetre.", valueName: "number"))
    var dots: Double?

    @Option(help: ArgumentHelp("Days since the session.", valueName: "days"))
    var day: Double?

    /// Refuses values outside their ranges.
    func validateValues() throws {
        try PhantomPictureOptions.hold(whiteBalance, to: 0...0.5, "--white-balance")
        try PhantomPictureOptions.hold(exposure, to: 0.05...4, "--exposure")
        try PhantomPictureOptions.hold(gradient, to: 0...0.9, "--gradient")
        try PhantomPictureOptions.hold(glare, to: 0...5, "--glare")
        try PhantomPictureOptions.hold(veil, to: 0...0.5, "--veil")
        try PhantomPictureOptions.hold(motion, to: 0...20, "--motion")
        try PhantomPictureOptions.hold(defocus, to: 0...20, "--defocus")
        try PhantomPictureOptions.hold(contrast, to: 0...1, "--contrast")
        try PhantomPictureOptions.hold(sharpening, to: 0...3, "--sharpening")
        try PhantomPictureOptions.hold(points, to: 0...1000, "--points")
        try PhantomPictureOptions.hold(longHairs, to: 0...200, "--long-hairs")
        try PhantomPictureOptions.hold(moles, to: 0...10, "--moles")
        try PhantomPictureOptions.hold(sunburn, to: 0...40, "--sunburn")
        try PhantomPictureOptions.hold(dotDiameter, to: 0.1...0.5, "--dot-diameter")
        try PhantomPictureOptions.hold(dots, to: 1...800, "--dots")
        try PhantomPictureOptions.hold(day, to: 0...10000, "--day")
    }

    /// Whether anything is given.
    var isAnyGiven: Bool { overrides != PhotoOverrides() }

    /// What is given.
    var overrides: PhotoOverrides {
        var out = PhotoOverrides()
        out.lamp = lamp
        out.camera = camera
        out.rim = rim
        out.whiteBalanceSpread = whiteBalance
        out.exposure = exposure
        out.gradient = gradient
        out.glare = glare
        out.veil = veil
        out.motion = motion
        out.defocus = defocus
        out.contrast = contrast
        out.sharpening = sharpening
        out.points = points
        out.longHairs = longHairs
        out.moles = moles
        out.sunburn = sunburn
        out.dotDiameter = dotDiameter
        out.density = dots
        out.day = day
        return out
    }

    /// Reads a lamp such as `led:4000`.
    private static func lamp(from text: String) throws -> Lamp {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if text == "fluorescent" { return .fluorescent }
        let kelvin = parts.count == 2 ? Double(parts[1]) ?? 0 : 0
        switch parts.first {
        case "daylight" where (4_000...25_000).contains(kelvin): return .daylight(kelvin: kelvin)
        case "tungsten" where (2_000...5_000).contains(kelvin): return .planckian(kelvin: kelvin)
        case "led" where (2_700...7_000).contains(kelvin): return .led(kelvin: kelvin)
        default:
            throw ValidationError(
                "--lamp must be daylight:4000…25000, tungsten:2000…5000, led:2700…7000 or fluorescent")
        }
    }
}
