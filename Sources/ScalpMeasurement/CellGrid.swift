import PixelMath
import Raster

/// A coarse grid of square cells over a photo, on which regions are drawn and values are kept.
///
/// A cell at column `c` and row `r` covers the photo's pixels from `c · side` up to `(c + 1) · side`, the same
/// for rows; the last column and row may be cut short by the photo's edge.
public struct CellGrid: Sendable, Equatable {
    /// Side of a cell in pixels of the photo, at least 1.
    public let side: Int
    /// Pixels of the photo in a row.
    public let photoWidth: Int
    /// Rows of the photo.
    public let photoHeight: Int

    /// Cells in a row.
    public var columns: Int { (photoWidth + side - 1) / side }
    /// Rows of cells.
    public var rows: Int { (photoHeight + side - 1) / side }

    /// Makes a grid over a photo.
    ///
    /// - Parameters:
    ///   - side: Side of a cell in pixels, at least 1.
    ///   - photoWidth: Pixels of the photo in a row, at least 1.
    ///   - photoHeight: Rows of the photo, at least 1.
    public init(side: Int, photoWidth: Int, photoHeight: Int) {
        precondition(side >= 1 && photoWidth >= 1 && photoHeight >= 1)
        self.side = side
        self.photoWidth = photoWidth
        self.photoHeight = photoHeight
    }

    /// Side of a cell in pixels of a working image.
    func side(in image: WorkingImage) -> Int { side / image.reduction }

    /// How many pixels of a working image lie in a cell.
    func pixels(of cell: Int, in image: WorkingImage) -> Int {
        let side = side(in: image)
        return CellSums.pixels(of: cell % columns, of: columns, side: side, within: image.width).count
            * CellSums.pixels(of: cell / columns, of: rows, side: side, within: image.height).count
    }

    /// The middle of a cell, in pixels of the photo.
    public func centre(column: Int, row: Int) -> PixelPoint {
        let half = Double(side - 1) / 2
        return PixelPoint(x: Double(column * side) + half, y: Double(row * side) + half)
    }

    /// The cell that holds a point, or nil where the point lies outside the photo.
    public func cell(at point: PixelPoint) -> (column: Int, row: Int)? {
        guard point.x >= -0.5, point.y >= -0.5, point.x < Double(photoWidth) - 0.5,
            point.y < Double(photoHeight) - 0.5
        else { return nil }
        return (Int(point.x + 0.5) / side, Int(point.y + 0.5) / side)
    }
}
