import Raster
import SteadyMath

/// Finds the cells that show skin, by colour and by hanging together.
///
/// Skin absorbs blue more than green and green more than red (melanin and blood, Tsumura): whatever its shade,
/// `log10 R/G` and `log10 G/B` of its linear light are positive and differ little over one head.
enum SkinMask {
    /// Least `log10 R/G` of skin: below it are grey walls, white paper and most clothes.
    static let leastRedOverGreen = 0.05
    /// Greatest `log10 R/G` of skin, sunburn under warm light included.
    static let greatestRedOverGreen = 0.75
    /// Least `log10 G/B` of skin, cold light included.
    static let leastGreenOverBlue = -0.06
    /// Greatest `log10 G/B` of skin under warm light.
    static let greatestGreenOverBlue = 1.0
    /// How far a cell's two ratios may lie from the photo's most common skin: redness of 25 EI and a stop of
    /// colour gradient stay inside.
    static let spread = 0.28
    /// Darkest mean luminance in which colour can still be told from noise.
    static let leastLuminance = 0.004
    /// A channel at or above this is clipped (254 of 255 in sRGB).
    static let clippedFrom: Float = 0.991
    /// Share of a cell's pixels that may be clipped.
    static let clippedShare = 0.2
    /// Skin that hangs together in less than this share of all skin is left out.
    static let leastPatch = 0.04

    /// Cells of visible skin.
    ///
    /// - Parameters:
    ///   - colours: Colour of each cell without its dark spots.
    ///   - clipped: Share of clipped pixels of each cell, 0…1.
    /// - Returns: One member a cell.
    static func cells(of colours: CellColours, clipped: [Double]) -> Mask {
        var mask = Mask(width: colours.columns, height: colours.rows)
        var ratios = [(Double, Double)](repeating: (0, 0), count: colours.count)
        var first = [Double]()
        var second = [Double]()
        for cell in 0..<colours.count {
            let (r, g, b) = (colours.red[cell], colours.green[cell], colours.blue[cell])
            guard colours.pixels[cell] > 0, r > 0, g > 0, b > 0,
                colours.luminance(cell) >= leastLuminance, clipped[cell] <= clippedShare
            else { continue }
            let pair = (Steady.log10(r / g), Steady.log10(g / b))
            ratios[cell] = pair
            guard pair.0 >= leastRedOverGreen, pair.0 <= greatestRedOverGreen,
                pair.1 >= leastGreenOverBlue, pair.1 <= greatestGreenOverBlue
            else { continue }
            mask.members[cell] = true
            first.append(pair.0)
            second.append(pair.1)
        }
        guard let middle = Quantile.median(first), let other = Quantile.median(second) else { return mask }
        for cell in 0..<colours.count where mask.members[cell] {
            let (u, v) = ratios[cell]
            if abs(u - middle) > spread || abs(v - other) > spread { mask.members[cell] = false }
        }
        // The photo's last columns and rows may fill no working pixel: they go on as the cells beside them.
        for cell in 0..<colours.count where colours.pixels[cell] == 0 {
            let beside = cell % colours.columns == colours.columns - 1 ? cell - 1 : cell - colours.columns
            if beside >= 0 { mask.members[cell] = mask.members[beside] }
        }
        return CellMorphology.withoutEdge(
            CellMorphology.filled(
                CellMorphology.largePatches(mask, leastShare: leastPatch), upTo: holeCells))
    }

    /// Holes in the skin up to this many cells are filled: a few hairs or a scab do not end the skin.
    static let holeCells = 4
}
