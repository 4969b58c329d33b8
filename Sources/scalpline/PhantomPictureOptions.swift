import ArgumentParser
import Phantom

/// What every command that renders photos by chance is told.
struct PhantomPictureOptions: ParsableArguments {
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

    func validate() throws {
        if width < 64 || height < 64 || width > 12_000 || height > 12_000 {
            throw ValidationError("--width and --height must be 64 to 12000")
        }
    }

    /// Refuses a value outside its range.
    static func hold(_ value: Double?, to range: ClosedRange<Double>, _ name: String) throws {
        guard let value, !range.contains(value) else { return }
        let low = TruthJSON.number(range.lowerBound, decimals: 2).text()
        let high = TruthJSON.number(range.upperBound, decimals: 2).text()
        throw ValidationError("\(name) must be \(low) to \(high)")
    }
}
