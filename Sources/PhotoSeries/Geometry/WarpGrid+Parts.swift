extension WarpGrid {
    /// Makes a grid of its parts.
    ///
    /// - Parameters:
    ///   - step: Pixels from corner to corner, above 0.
    ///   - columns: Corners in a row, at least 1.
    ///   - rows: Rows of corners, at least 1.
    ///   - dx: Shifts to the right, row by row, `columns · rows` of them.
    ///   - dy: Shifts down, as many.
    package init(step: Double, columns: Int, rows: Int, dx: [Double], dy: [Double]) {
        precondition(step > 0 && columns >= 1 && rows >= 1)
        precondition(dx.count == columns * rows && dy.count == columns * rows, "one shift a corner")
        self.step = step
        self.columns = columns
        self.rows = rows
        self.dx = dx
        self.dy = dy
    }
}
