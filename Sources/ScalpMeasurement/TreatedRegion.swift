import Raster

/// Finds the skin that carries dots, from the dots.
///
/// The dots' density is smoothed over a few spacings and divided by the visible skin under the same window, so
/// that hidden places do not look empty. The region's edge lies where it falls to half of what the region holds
/// nearby: there a sharp edge is, however wide the window. What the window itself blurs is taken out by
/// sharpening once (van Cittert): a convex edge would lie too far inside.
enum TreatedRegion {
    /// Width of the window in mean spacings (1/√density) of the dots.
    static let windowInSpacings = 1.5
    /// The density at the region's edge over the density inside.
    static let edgeShare = 0.5
    /// How far around a place the region's own density is told, in windows.
    static let nearbyInWindows = 1.3
    /// Thinner than this share of what most dots have around them is no region.
    static let thinnestShare = 0.4
    /// How often the edge is drawn anew.
    static let roundsOfEdge = 3
    /// Fewer dots than this are no region.
    static let leastDots = 30
    /// Spacing over dot width (FWHM) beyond which spots are scattered look-alikes, not a treatment: 40 dots of
    /// 0.15 mm per cm² lie about 10 apart.
    static let widestSpacingInDotWidths = 11.0
    /// Dots per cm² below which spots are scattered look-alikes: half of the thinnest treatment.
    static let leastDensity = 20.0
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
    ///   - skin: Visible skin.
    ///   - grid: The grid of `skin`.
    ///   - pixelsPerMillimetre: Of the photo, or nil.
    /// - Returns: One member a cell.
    static func cells(
        dots: [Dot], skin: Mask, grid: CellGrid, pixelsPerMillimetre: Double?
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
        let perCell = Plane(width: grid.columns, height: grid.rows, samples: counts.map { Float($0) })
        var local = perCell
        for _ in 0..<3 {
            let sigma = max(0.8, windowInSpacings / inside.squareRoot())
            local = CellSmoothing.share(of: perCell, weights: weights, sigma: sigma)
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
        // A window rounds a convex edge inwards: what it does to its own result, it did to the dots.
        let sigma = max(0.8, windowInSpacings / inside.squareRoot())
        let twice = CellSmoothing.share(of: local, weights: weights, sigma: sigma)
        var mask = Mask(width: grid.columns, height: grid.rows)
        for cell in 0..<mask.members.count {
            let sharpened = Double(2 * local.samples[cell] - twice.samples[cell])
            mask.members[cell] = skin.members[cell] && sharpened >= edgeShare * inside
        }
        // Thinner at one place than at another, a region ends at half of what it holds nearby.
        for _ in 0..<roundsOfEdge {
            let within = mask.members.map { $0 ? Float(1) : 0 }
            let nearby = CellSmoothing.share(of: perCell, weights: within, sigma: nearbyInWindows * sigma)
            for cell in 0..<mask.members.count {
                let sharpened = Double(2 * local.samples[cell] - twice.samples[cell])
                let level = max(Double(nearby.samples[cell]), thinnestShare * inside)
                mask.members[cell] =
                    skin.members[cell] && nearby.samples[cell] > 0 && sharpened >= edgeShare * level
            }
        }
        guard mask.count > 0 else { return nil }
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
        // The outermost dots belong to the region although there is half as much around them.
        let around = result.grown(by: Int((rimInSpacings / inside.squareRoot()).rounded()))
        for cell in holders where around.members[cell] && skin.members[cell] { result.members[cell] = true }
        return result
    }
}

extension CellSmoothing {
    /// The weighted mean under a Gaussian; 0 where there is hardly any weight.
    fileprivate static func share(of values: Plane, weights: [Float], sigma: Double) -> Plane {
        let (columns, rows) = (values.width, values.height)
        func blurred(_ samples: [Float]) -> [Float] {
            Plane(width: columns, height: rows, samples: samples).blurred(sigma: sigma).samples
        }
        let (top, room) = (blurred(zip(values.samples, weights).map { $0 * $1 }), blurred(weights))
        return Plane(
            width: columns, height: rows, samples: zip(top, room).map { $1 > 0.02 ? $0 / $1 : 0 })
    }
}
