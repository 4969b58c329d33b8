import PixelMath
import Raster

/// A quick look at the dark spots of a photo, none of them fitted: how wide its dots are, what skin is bare, where it
/// shines.
///
/// The bare skin under the dots can only be told once the dots are known, and the dots only against the bare skin. This
/// look holds the photo against the brighter half of each cell and leaves out all that may be a dot; what it takes for
/// bare is a little off where dots are pale or crowded, and the ``SurveyPass`` that follows mends that.
struct FirstLook {
    /// The width at which dots are looked for.
    let scale: DotScale
    /// Colours of the bare skin.
    let bare: CellColours
    /// Where the skin shines.
    let shine: Shine

    /// A spot this many deviations of the texture deep may be a dot.
    static let leastSignificance: Float = 5

    /// Looks at a photo.
    ///
    /// - Parameters:
    ///   - image: The working image.
    ///   - grid: The cells.
    ///   - guess: A first guess at the colours of the skin.
    ///   - skin: Cells of skin.
    ///   - pixelsPerMillimetre: Pixels of the photo per millimetre, or nil.
    /// - Complexity: O(pixels).
    init(
        at image: WorkingImage, grid: CellGrid, guess: CellColours, skin: Mask, pixelsPerMillimetre: Double?
    ) {
        let isSkin = skin.spread(overCellsOf: guess, width: image.width, height: image.height)
        let absorption = Absorption(of: image, over: Background(from: guess, skin: skin), isSkin: isSkin)
        let dark = absorption.luminance
        let workingScale = pixelsPerMillimetre.map { $0 / Double(image.reduction) }
        scale = DotScale(of: dark, pixelsPerMillimetre: workingScale)
        let band = SpotFinding.matchedBand(dark, sigma: scale.sigma)
        let deviation = SpotFinding.brightSideDeviation(of: band)
        let least = max(Self.leastSignificance * deviation, SpotFinding.leastRise)
        var covered = Mask(width: image.width, height: image.height)
        for spot in band.localMaxima(above: least, limit: SpotFinding.mostSpots) {
            covered.addDisc(x: Double(spot.x), y: Double(spot.y), radius: BareSkin.dotReach * scale.sigma)
        }
        let noise = max(
            dark.robustDeviation(every: 7) { pixel, _ in isSkin[pixel] && !covered.members[pixel] }, SurveyPass.leastNoise)
        let mask = BareSkin.mask(
            of: dark, without: covered, noise: noise, typicalSigma: scale.sigma, isSkin: isSkin)
        bare = CellColours(of: image, grid: grid, where: mask.members)
        // Held against the bare skin: against a guess in which crusts have a part, the skin beside a crust would shine.
        shine = Shine(
            in: Absorption(of: image, over: Background(from: bare, skin: skin), isSkin: isSkin), noise: noise,
            cells: bare)
    }
}
