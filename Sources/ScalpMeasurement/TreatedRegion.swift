import Raster

/// Finds the skin that carries dots, from the dots.
///
/// The dots' density is smoothed over a few spacings and divided by the visible skin under the same window, so
/// that hidden places do not look empty. The region's edge lies where it falls to half of what it is inside:
/// there a sharp edge is, however wide the window.
enum TreatedRegion {
    /// Width of the window in mean spacings (1/√density) of the dots.
    static let windowInSpacings = 1.5
    /// The density at the region's edge over the density inside.
    static let edgeShare = 0.5
    /// Fewer dots than this are no region.
    static let leastDots = 30
    /// Spacing over dot width (FWHM) beyond which spots are scattered look-alikes, not a treatment: 40 dots of
    /// 0.15 mm per cm² lie about 10 apart.
    static let widestSpacingInDotWidths = 11.0
    /// Dots per cm² below which spots are scattered look-alikes: half of the thinnest treatment.
    static let leastDensity = 20.0
    /// Dots over pieces of hairs: of shaved hairs by themselves about a third look round.
    static let leastDotsOverHairs = 0.6
    /// Dots this near to the region belong to it.
    static let rimInSpacings = 0.6
    /// Patches of the region with fewer dots than this are scattered spots.
    static let leastDotsInPatch = 20.0
    /// Holes of less than this many dots' places are chance, not untreated skin.
    static let holeInDots = 14.0

    /// The treated cells, or nil where the dots make no region.
    ///
    /// - Parameters:
    ///   - dots: Spots taken for dots, in pixels of the photo.
    ///   - hairs: Pieces of hairs, in pixels of the photo.
    ///   - skin: Visible skin.
    ///   - grid: The grid of `skin`.
    ///   - pixelsPerMillimetre: Of the photo, or nil.
    /// - Returns: One member a cell.
    static func cells(
        dots: [Dot], hairs: [PixelPoint], skin: Mask, grid: CellGrid, pixelsPerMillimetre: Double?
    ) -> Mask? {
        guard dots.count >= leastDots else { return nil }
        var counts = [Double](repeating: 0, count: grid.columns * grid.rows)
        var holders = [Int]()
        for dot in dots {
            guard let cell = grid.cell(at: dot.position) else { continue }
            counts[cell.row * grid.columns + cell.column] += 1
            holders.append(cell.row * grid.columns + cell.column)
        }
        let weights = skin.members.map { $0 ? Float(1) : 0 }
        // Dots per cell: first a guess from all skin, then what most dots have around them.
        var inside = Double(dots.count) / max(Double(skin.count), 1)
        var local = Plane(width: grid.columns, height: grid.rows)
        for _ in 0..<3 {
            let sigma = max(0.8, windowInSpacings / inside.squareRoot())
            local = density(counts, weights: weights, grid: grid, sigma: sigma)
            guard let middle = Quantile.median(holders.map { Double(local.samples[$0]) }), middle > 0 else {
                return nil
            }
            inside = middle
        }
        let spacing = Double(grid.side) / inside.squareRoot()
        guard let width = Quantile.median(dots.map(\.diameterInPixels)),
            spacing <= widestSpacingInDotWidths * width
        else { return nil }
        if let scale = pixelsPerMillimetre, 100 * scale * scale / (spacing * spacing) < leastDensity {
            return nil
        }
        var mask = Mask(width: grid.columns, height: grid.rows)
        for cell in 0..<mask.members.count {
            mask.members[cell] = skin.members[cell] && Double(local.samples[cell]) >= edgeShare * inside
        }
        let (labels, sizes) = CellMorphology.patches(mask)
        var held = [Double](repeating: 0, count: sizes.count)
        for cell in holders where labels[cell] >= 0 { held[Int(labels[cell])] += 1 }
        for cell in 0..<labels.count where labels[cell] >= 0 && held[Int(labels[cell])] < leastDotsInPatch {
            mask.members[cell] = false
        }
        guard mask.count > 0 else { return nil }
        let filled = CellMorphology.filled(mask, upTo: Int(holeInDots / inside))
        var result = filled
        for cell in 0..<result.members.count where !skin.members[cell] { result.members[cell] = false }
        // Where hairs stand close, some of them point at the camera and look round.
        let hairsInside = hairs.filter { point in
            guard let cell = grid.cell(at: point) else { return false }
            return result[cell.column, cell.row]
        }
        let dotsInside = held.reduce(0, +)
        guard dotsInside >= leastDotsOverHairs * Double(hairsInside.count) else { return nil }
        // The outermost dots belong to the region although there is half as much around them.
        let around = CellMorphology.grown(result, by: Int((rimInSpacings / inside.squareRoot()).rounded()))
        for cell in holders where around.members[cell] && skin.members[cell] { result.members[cell] = true }
        return result
    }

    private static func density(
        _ counts: [Double], weights: [Float], grid: CellGrid, sigma: Double
    ) -> Plane {
        let dots = Plane(
            width: grid.columns, height: grid.rows,
            samples: zip(counts, weights).map { Float($0) * $1 }
        ).blurred(sigma: sigma)
        let room = Plane(width: grid.columns, height: grid.rows, samples: weights).blurred(sigma: sigma)
        var result = dots
        for cell in 0..<result.samples.count {
            result.samples[cell] = room.samples[cell] > 0.02 ? dots.samples[cell] / room.samples[cell] : 0
        }
        return result
    }
}
