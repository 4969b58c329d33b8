import Raster

/// Finds untreated skin well clear of the treated edge.
enum ReferenceSkin {
    /// Distance from the treated edge in millimetres: beyond it neither needling's flare nor stray dots reach.
    static let clearanceInMillimetres = 3.0
    /// The same without a scale, as a share of the photo's longer side.
    static let clearanceInPhotos = 0.06
    /// Least area, as a share of all visible skin: smaller patches are corners in another light.
    static let leastShare = 0.015
    /// Least number of cells, below which a median means little.
    static let leastCells = 25

    /// The reference cells, or nil where the photo shows too little untreated skin.
    ///
    /// - Parameters:
    ///   - treated: Treated cells.
    ///   - skin: Visible skin.
    ///   - grid: The grid of both.
    ///   - pixelsPerMillimetre: Of the photo, or nil.
    /// - Returns: One member a cell.
    static func cells(treated: Mask, skin: Mask, grid: CellGrid, pixelsPerMillimetre: Double?) -> Mask? {
        let clearance =
            pixelsPerMillimetre.map { clearanceInMillimetres * $0 }
            ?? clearanceInPhotos * Double(max(grid.photoWidth, grid.photoHeight))
        let distance = CellMorphology.distance(from: treated)
        var mask = skin
        for cell in 0..<mask.members.count where mask.members[cell] {
            if distance[cell] * Double(grid.side) < clearance { mask.members[cell] = false }
        }
        let count = mask.count
        guard count >= leastCells, Double(count) >= leastShare * Double(skin.count) else { return nil }
        return mask
    }
}
