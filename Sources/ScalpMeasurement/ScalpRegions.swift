import Raster

/// Which cells of a photo are treated and which are reference skin.
public struct ScalpRegions: Sendable, Equatable {
    /// The grid on which the regions are drawn.
    public let grid: CellGrid
    /// Treated skin, one member a cell, or nil where the photo has none.
    public var treated: Mask?
    /// Untreated skin well clear of it, one member a cell, or nil where there is none.
    public var reference: Mask?

    /// Makes regions.
    ///
    /// - Parameters:
    ///   - grid: The grid on which the regions are drawn.
    ///   - treated: Treated skin, `columns × rows`.
    ///   - reference: Untreated skin, `columns × rows`.
    public init(grid: CellGrid, treated: Mask?, reference: Mask?) {
        self.grid = grid
        self.treated = treated
        self.reference = reference
    }
}
