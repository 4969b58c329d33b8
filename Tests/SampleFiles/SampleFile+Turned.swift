extension SampleFile {
    /// How a picture is stored that an orientation makes upright.
    ///
    /// Written down from the standard (CIPA DC-008, Orientation: which sides the first row and the first column are)
    /// and not by `PhotoOrientation`, which is to be tested with it.
    ///
    /// - Parameters:
    ///   - upright: Three numbers for each pixel, row by row.
    ///   - width: Pixels in a row of the upright picture.
    ///   - height: Its rows.
    ///   - orientation: 1 to 8.
    /// - Returns: The stored numbers, and the stored picture's size.
    package static func turned<Number>(
        _ upright: [Number], width: Int, height: Int, orientation: Int
    ) -> (numbers: [Number], width: Int, height: Int) {
        precondition((1...8).contains(orientation) && upright.count == 3 * width * height)
        let (right, bottom) = (width - 1, height - 1)
        let (columns, rows) = orientation >= 5 ? (height, width) : (width, height)
        var numbers: [Number] = []
        numbers.reserveCapacity(upright.count)
        for row in 0..<rows {
            for column in 0..<columns {
                let (x, y) =
                    switch orientation {
                    case 2: (right - column, row)
                    case 3: (right - column, bottom - row)
                    case 4: (column, bottom - row)
                    case 5: (row, column)
                    case 6: (right - row, column)
                    case 7: (right - row, bottom - column)
                    case 8: (row, bottom - column)
                    default: (column, row)
                    }
                let index = 3 * (y * width + x)
                numbers += upright[index..<index + 3]
            }
        }
        return (numbers, columns, rows)
    }
}
