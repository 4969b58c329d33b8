import PixelMath
import Raster
import SteadyMath

/// Finds the cells that show skin that faces the camera: by colour, by hanging together, and by the light's fall
/// towards the head's rim.
///
/// Skin absorbs blue more than green and green more than red (melanin and blood, Tsumura). A white balance that is
/// off adds the same to `log10 R/G` of everything in the photo, and to `log10 G/B`, so neither has a narrow limit of
/// its own: what skin has by nature is the fall from red to blue, and one colour over most of it.
enum SkinMask {
    /// Least `log10 R/B` of skin, that of fair skin under cold light; grey walls, paper and most clothes lie below.
    static let leastRedOverBlue = 0.12
    /// Least `log10 R/G`: fair skin with a balance that is off by 20 % towards green.
    static let leastRedOverGreen = -0.08
    /// Greatest `log10 R/G` of skin, sunburn under warm light included.
    static let greatestRedOverGreen = 0.75
    /// Least `log10 G/B`: skin with a balance that is off towards magenta.
    static let leastGreenOverBlue = -0.3
    /// Greatest `log10 G/B` of skin under warm light.
    static let greatestGreenOverBlue = 1.0
    /// How far a cell's two ratios may lie from the photo's most common skin: a stop of colour gradient stays inside.
    static let spread = 0.28
    /// The same of `log10 R/G` where `log10 G/B` differs by less than half the spread, as where only blood is added: the
    /// reddest fresh treatments and sunburns, blotches included.
    static let spreadOfBlood = 0.45
    /// Step between the colours that are counted to find the most common one, in either ratio.
    static let colourStep = 0.02
    /// Smoothing of that count, in steps.
    static let colourSmoothing = 1.5
    /// Darkest mean luminance in which colour can still be told from noise.
    static let leastLuminance = 0.004
    /// A channel at or above this is clipped (254 of 255 in sRGB).
    static let clippedFrom: Float = 0.991
    /// Share of a cell's pixels that may be clipped.
    static let clippedShare = 0.2
    /// Skin that hangs together in less than this share of all skin is left out.
    static let leastPatch = 0.04
    /// Holes in the skin up to this many cells are filled: a few hairs or a scab do not end the skin.
    static let holeCells = 4

    /// Cells of visible skin.
    ///
    /// - Parameters:
    ///   - colours: Colour of each cell without its dark spots.
    ///   - clipped: Share of clipped pixels of each cell, 0…1.
    /// - Returns: One member a cell.
    static func cells(of colours: CellColours, clipped: [Double]) -> Mask {
        let seen = CellRatios(of: colours)
        var mask = Mask(width: colours.columns, height: colours.rows)
        for cell in 0..<colours.count {
            mask.members[cell] = clipped[cell] <= clippedShare && mayBeSkin(seen, cell)
            if colours.pixels[cell] == 0, let beside = seen.beside(cell) {
                mask.members[cell] = mask.members[beside]
            }
        }
        guard let common = mostCommonColour(seen, in: mask) else { return mask }
        for cell in 0..<colours.count where mask.members[cell] {
            let red = abs(seen.redOverGreen[cell] - common.redOverGreen)
            let blue = abs(seen.greenOverBlue[cell] - common.greenOverBlue)
            mask.members[cell] = blue <= spread && red <= (blue < spread / 2 ? spreadOfBlood : spread)
        }
        mask = SkinPieces.head(in: mask, seen: seen)
        mask = CellMorphology.filled(
            CellMorphology.largePatches(mask, leastShare: leastPatch), upTo: holeCells)
        mask = HeadRim.cut(from: mask, seen: seen, clipped: clipped)
        return CellMorphology.withoutEdge(CellMorphology.largePatches(mask, leastShare: leastPatch))
    }

    private static func mayBeSkin(_ seen: CellRatios, _ cell: Int) -> Bool {
        guard seen.luminance[cell] >= leastLuminance, seen.isKnown[cell] else { return false }
        let (u, v) = (seen.redOverGreen[cell], seen.greenOverBlue[cell])
        return u >= leastRedOverGreen && u <= greatestRedOverGreen && v >= leastGreenOverBlue
            && v <= greatestGreenOverBlue && u + v >= leastRedOverBlue
    }

    /// The colour that most of the members have: the summit of a smoothed count of both ratios.
    private static func mostCommonColour(
        _ seen: CellRatios, in mask: Mask
    ) -> (redOverGreen: Double, greenOverBlue: Double)? {
        let columns = Int(((greatestRedOverGreen - leastRedOverGreen) / colourStep).rounded(.up)) + 1
        let rows = Int(((greatestGreenOverBlue - leastGreenOverBlue) / colourStep).rounded(.up)) + 1
        var count = Plane(width: columns, height: rows)
        for cell in 0..<mask.members.count where mask.members[cell] {
            let column = Int((seen.redOverGreen[cell] - leastRedOverGreen) / colourStep)
            let row = Int((seen.greenOverBlue[cell] - leastGreenOverBlue) / colourStep)
            count[column, row] += 1
        }
        let smooth = count.blurred(sigma: colourSmoothing)
        var best = -1
        for bin in 0..<smooth.samples.count where smooth.samples[bin] > 0 {
            if best < 0 || smooth.samples[bin] > smooth.samples[best] { best = bin }
        }
        guard best >= 0 else { return nil }
        return (
            leastRedOverGreen + (Double(best % columns) + 0.5) * colourStep,
            leastGreenOverBlue + (Double(best / columns) + 0.5) * colourStep
        )
    }
}

/// The two ratios and the brightness of every cell's colour.
///
/// The photo's last columns and rows may fill no working pixel: they go on as the cells beside them.
struct CellRatios {
    /// Cells in a row.
    let columns: Int
    /// Rows of cells.
    let rows: Int
    /// `log10 R/G` of linear light.
    private(set) var redOverGreen: [Double]
    /// `log10 G/B`.
    private(set) var greenOverBlue: [Double]
    /// Luminance, 0…1.
    private(set) var luminance: [Double]
    /// Whether the cell has a colour.
    private(set) var isKnown: [Bool]

    init(of colours: CellColours) {
        columns = colours.columns
        rows = colours.rows
        redOverGreen = Array(repeating: 0, count: colours.count)
        greenOverBlue = redOverGreen
        luminance = redOverGreen
        isKnown = Array(repeating: false, count: colours.count)
        for cell in 0..<colours.count {
            guard colours.pixels[cell] > 0 else {
                if let beside = beside(cell) { copy(from: beside, to: cell) }
                continue
            }
            let (r, g, b) = (colours.red[cell], colours.green[cell], colours.blue[cell])
            luminance[cell] = colours.luminance(cell)
            guard r > 0, g > 0, b > 0 else { continue }
            redOverGreen[cell] = Steady.log10(r / g)
            greenOverBlue[cell] = Steady.log10(g / b)
            isKnown[cell] = true
        }
    }

    /// The cell to the left in the last column, above elsewhere; nil where there is none.
    func beside(_ cell: Int) -> Int? {
        let other = cell % columns == columns - 1 ? cell - 1 : cell - columns
        return other >= 0 ? other : nil
    }

    private mutating func copy(from other: Int, to cell: Int) {
        redOverGreen[cell] = redOverGreen[other]
        greenOverBlue[cell] = greenOverBlue[other]
        luminance[cell] = luminance[other]
        isKnown[cell] = isKnown[other]
    }

    /// One of the ratios, or another value of every cell, as a plane.
    func plane(_ values: [Double]) -> Plane {
        Plane(width: columns, height: rows, samples: values.map { Float($0) })
    }
}
