/// Sums of some of a plane's pixels over square cells, taken up row by row.
package struct CellSums {
    /// Cells in a row.
    package let columns: Int
    /// Rows of cells.
    package let rows: Int
    /// Side of a cell in pixels; the last column and row may be cut short or go on beyond it.
    package let side: Int
    /// The sums of each plane, cell by cell.
    package private(set) var sums: [[Double]]
    /// Pixels that were counted in each cell.
    package private(set) var counts: [Int]
    private let width: Int
    /// Sums of each plane over the rows of a row of cells so far, column by column.
    private var pending: [[Float]]
    /// Pixels counted in these rows, column by column.
    private var pendingCounts: [UInt8]
    private var rowsPending = 0
    private var pendingRow: Int?

    /// Makes sums of nothing.
    ///
    /// - Parameters:
    ///   - planes: How many planes are summed.
    ///   - width: Pixels in a row.
    ///   - columns: Cells in a row.
    ///   - rows: Rows of cells.
    ///   - side: Side of a cell in pixels.
    package init(planes: Int, width: Int, columns: Int, rows: Int, side: Int) {
        self.width = width
        self.columns = columns
        self.rows = rows
        self.side = side
        sums = Array(repeating: Array(repeating: 0, count: columns * rows), count: planes)
        counts = Array(repeating: 0, count: columns * rows)
        pending = Array(repeating: Array(repeating: 0, count: width), count: planes)
        pendingCounts = Array(repeating: 0, count: width)
    }

    /// The pixels along a row, or the rows of a picture, that are a cell's; the last cell reaches to the end.
    ///
    /// - Parameters:
    ///   - place: The cell's column or row of cells.
    ///   - count: How many of these there are.
    ///   - side: Side of a cell in pixels.
    ///   - length: Pixels of the whole.
    /// - Returns: The pixels; none where the cell begins beyond the end.
    package static func pixels(of place: Int, of count: Int, side: Int, within length: Int) -> Range<Int> {
        let first = min(place * side, length)
        return first..<(place == count - 1 ? length : min(first + side, length))
    }

    /// Adds the chosen pixels of a row; rows come from the top.
    ///
    /// - Parameters:
    ///   - y: The row.
    ///   - planes: Row y of each plane.
    ///   - isChosen: Whether each pixel of the row is.
    /// - Complexity: O(width · planes).
    package mutating func add(
        row y: Int, of planes: [UnsafePointer<Float>], where isChosen: UnsafePointer<Bool>
    ) {
        let row = min(y / side, rows - 1)
        if let last = pendingRow, last != row || rowsPending == Int(UInt8.max) { fold() }
        pendingRow = row
        rowsPending += 1
        for plane in pending.indices {
            unsafe pending[plane].withUnsafeMutableBufferPointer { target in
                guard let target = target.baseAddress else { return }
                // Bounded: all hold `width` samples.
                unsafe kernels.add(planes[plane], where: isChosen, to: target, width: width)
            }
        }
        unsafe pendingCounts.withUnsafeMutableBufferPointer { target in
            guard let target = target.baseAddress else { return }
            // Bounded as above.
            unsafe kernels.count(isChosen, in: target, width: width)
        }
    }

    /// Counts the pixels of a row whose red, green or blue reaches a limit; of sums without planes.
    ///
    /// - Parameters:
    ///   - y: The row.
    ///   - limit: The limit.
    ///   - red: Red of each pixel of the row.
    ///   - luminance: Luminance of each.
    ///   - blue: Blue of each.
    /// - Complexity: O(width).
    package mutating func add(
        row y: Int, reaching limit: Float, red: UnsafePointer<Float>, luminance: UnsafePointer<Float>,
        blue: UnsafePointer<Float>
    ) {
        precondition(sums.isEmpty, "nothing is summed")
        let width = width
        unsafe withUnsafeTemporaryAllocation(of: Bool.self, capacity: width) { reaches in
            guard let reaches = reaches.baseAddress else { return }
            // Bounded: all hold `width` samples.
            let count = unsafe kernels.above(
                limit, red: red, luminance: luminance, blue: blue, shares: LuminanceShare.all, into: reaches,
                width: width)
            if count > 0 { unsafe add(row: y, of: [], where: reaches) }
        }
    }

    /// Ends the last row of cells: after the last row of pixels.
    package mutating func fold() {
        guard let row = pendingRow else { return }
        let (columns, side, width) = (columns, side, width)
        func forCells(_ body: (_ cell: Int, _ pixels: Range<Int>) -> Void) {
            for column in 0..<columns {
                body(row * columns + column, Self.pixels(of: column, of: columns, side: side, within: width))
            }
        }
        for plane in pending.indices {
            unsafe pending[plane].withUnsafeMutableBufferPointer { pending in
                unsafe sums[plane].withUnsafeMutableBufferPointer { sums in
                    forCells { cell, pixels in
                        var sum: Float = 0
                        // Bounded: columns of the plane, cells of the row.
                        for x in pixels { unsafe sum += pending[x] }
                        unsafe sums[cell] += Double(sum)
                    }
                }
                unsafe pending.update(repeating: 0)
            }
        }
        unsafe pendingCounts.withUnsafeMutableBufferPointer { pending in
            forCells { cell, pixels in
                var count = 0
                // Bounded as above.
                for x in pixels { unsafe count += Int(pending[x]) }
                counts[cell] += count
            }
            unsafe pending.update(repeating: 0)
        }
        pendingRow = nil
        rowsPending = 0
    }
}
