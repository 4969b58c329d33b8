import PixelMath
import Raster

/// A quick look at the dark spots of a photo, none of them fitted: how wide its dots are, what skin is bare, where it
/// shines.
///
/// The bare skin under the dots can only be told once the dots are known, and the dots only against the bare skin. This
/// look holds the photo against the brighter half of each cell and leaves out all that may be a dot; what it takes for
/// bare is a little off where dots are pale or crowded, and the ``SurveyPass`` that follows mends that.
struct FirstLook {
    /// Share of the skin's pixels that shine.
    let glareFraction: Double
    /// What the look at the dots begins with.
    let start: LookStart

    /// A spot this many deviations of the texture deep may be a dot.
    static let leastSignificance: Float = 5
    /// Dots of this standard deviation and wider (working pixels) are left out of the bare skin at half the size as well.
    static let leastSigmaOfHalf = 1.4
    /// Once they are fitted, those of this standard deviation and wider are.
    static let leastFittedSigmaOfHalf = 1.0

    /// Looks at a photo.
    ///
    /// - Parameters:
    ///   - image: The working image.
    ///   - half: The image at half its size, or nil where a cell is an odd number of pixels wide.
    ///   - grid: The cells.
    ///   - guess: A first guess at the colours of the skin.
    ///   - skin: Cells of skin.
    ///   - pixelsPerMillimetre: Pixels of the photo per millimetre, or nil.
    /// - Complexity: O(pixels).
    init(
        at image: WorkingImage, half: WorkingImage?, grid: CellGrid, guess: CellColours, skin: Mask,
        pixelsPerMillimetre: Double?
    ) {
        let isSkin = skin.spread(over: image, grid: grid)
        let workingScale = pixelsPerMillimetre.map { $0 / Double(image.reduction) }
        let background = Background(from: guess, skin: skin, side: grid.side(in: image))
        let scale = DotScale(width: image.width, height: image.height, pixelsPerMillimetre: workingScale) {
            rows in
            image.luminance.missing(from: background.luminance, where: isSkin, rows: rows)
        }
        func coarse(from leastSigma: Double) -> WorkingImage {
            scale.sigma >= leastSigma ? half ?? image : image
        }
        let seen = coarse(from: Self.leastSigmaOfHalf)
        let bare = Self.bareSkin(
            at: seen, grid: grid, guess: guess, skin: skin,
            sigma: scale.sigma * Double(image.reduction) / Double(seen.reduction))
        // Held against the bare skin: against a guess in which crusts have a part, the skin beside a crust would shine.
        func held(against skin: Mask, _ isSkin: [Bool]) -> Absorption {
            Absorption(
                of: image, over: Background(from: bare, skin: skin, side: grid.side(in: image)),
                isSkin: isSkin)
        }
        let all = held(against: skin, isSkin)
        let shine = Shine(in: all, isSkin: skin, cells: grid, image: image)
        let matt = shine.taken(from: skin)
        glareFraction = shine.fraction
        start = LookStart(
            scale: scale, coarse: coarse(from: Self.leastFittedSigmaOfHalf), skin: matt,
            absorption: matt == skin ? all : held(against: matt, matt.spread(over: image, grid: grid)))
    }

    /// Colours of the skin without whatever may be a dot, a hair, a scab or glare.
    private static func bareSkin(
        at image: WorkingImage, grid: CellGrid, guess: CellColours, skin: Mask, sigma: Double
    ) -> CellColours {
        let isSkin = skin.spread(over: image, grid: grid)
        let background = Background(from: guess, skin: skin, side: grid.side(in: image))
        let dark = image.luminance.missing(from: background.luminance, where: isSkin)
        let band = MatchedBand(of: dark, sigma: sigma, significance: leastSignificance)
        var covered = Mask(width: image.width, height: image.height)
        for spot in band.spots.prefix(SpotFinding.mostSpots) {
            covered.addDisc(x: Double(spot.x), y: Double(spot.y), radius: BareSkin.dotReach * sigma)
        }
        let noise = max(
            dark.robustDeviation(every: 7) { pixel, _ in isSkin[pixel] && !covered.members[pixel] },
            SurveyPass.leastNoise)
        let mask = BareSkin.mask(
            of: dark, without: covered, noise: noise, typicalSigma: sigma, isSkin: isSkin)
        return CellColours(of: image, grid: grid, where: mask.members)
    }
}
