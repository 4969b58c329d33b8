import Raster

/// A closed outline given by its corners.
enum Polygon {
    /// The cells of a grid whose middle lies inside (even-odd rule).
    ///
    /// - Complexity: O(cells · corners).
    static func cells(inside corners: [PixelPoint], grid: CellGrid) -> Mask {
        var mask = Mask(width: grid.columns, height: grid.rows)
        guard corners.count >= 3 else { return mask }
        for row in 0..<grid.rows {
            for column in 0..<grid.columns {
                let point = grid.centre(column: column, row: row)
                var isInside = false
                var previous = corners[corners.count - 1]
                for corner in corners {
                    if (corner.y > point.y) != (previous.y > point.y) {
                        let along = (point.y - corner.y) / (previous.y - corner.y)
                        if point.x < corner.x + along * (previous.x - corner.x) { isInside.toggle() }
                    }
                    previous = corner
                }
                mask[column, row] = isInside
            }
        }
        return mask
    }
}
