import Raster

extension Plane {
    /// The share of this light that is missing from a grid's: `1 − light / bare` on chosen pixels, 0 elsewhere.
    ///
    /// - Parameters:
    ///   - bare: The light without anything that takes it, above 0.
    ///   - isChosen: Whether each pixel is chosen.
    /// - Returns: A plane of the same size.
    /// - Complexity: O(pixels).
    package func missing(from bare: BilinearGrid, where isChosen: [Bool]) -> Plane {
        precondition(isChosen.count == samples.count, "an answer for each pixel")
        return unsafe .build(width: width, height: height) { target in
            unsafe samples.withUnsafeBufferPointer { samples in
                unsafe isChosen.withUnsafeBufferPointer { chosen in
                    guard let light = samples.baseAddress, let chosen = chosen.baseAddress else { return }
                    unsafe bare.forRows(width: width, height: height) { y, row in
                        // Bounded: row y of all of them.
                        let start = y * width
                        unsafe kernels.missingLight(
                            light + start, over: row, where: chosen + start, into: target + start,
                            width: width)
                    }
                }
            }
        }
    }

    /// Takes a grid over the plane away from chosen pixels.
    ///
    /// - Parameters:
    ///   - offset: The grid.
    ///   - isChosen: Whether each pixel is chosen.
    /// - Complexity: O(pixels).
    package mutating func lower(by offset: BilinearGrid, where isChosen: [Bool]) {
        precondition(isChosen.count == samples.count, "an answer for each pixel")
        let (width, height) = (width, height)
        unsafe samples.withUnsafeMutableBufferPointer { samples in
            unsafe isChosen.withUnsafeBufferPointer { chosen in
                guard let target = samples.baseAddress, let chosen = chosen.baseAddress else { return }
                unsafe offset.forRows(width: width, height: height) { y, row in
                    // Bounded: row y of all of them.
                    unsafe kernels.lower(
                        target + y * width, by: row, where: chosen + y * width, width: width)
                }
            }
        }
    }
}

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
    /// Sums of each plane over the rows of a row of cells so far, column by column; the counts are the last.
    private var pending: [[Float]]
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
        pending = Array(repeating: Array(repeating: 0, count: width), count: planes + 1)
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
        if let last = pendingRow, last != row { fold() }
        pendingRow = row
        let count = unsafe planes.count
        for plane in 0...count {
            unsafe pending[plane].withUnsafeMutableBufferPointer { target in
                guard let target = target.baseAddress else { return }
                // Bounded: all hold `width` samples.
                if plane == count {
                    unsafe kernels.count(isChosen, in: target, width: width)
                } else {
                    unsafe kernels.add(planes[plane], where: isChosen, to: target, width: width)
                }
            }
        }
    }

    /// Ends the last row of cells: after the last row of pixels.
    package mutating func fold() {
        guard let row = pendingRow else { return }
        for column in 0..<columns {
            let first = column * side
            let end = column == columns - 1 ? width : min(first + side, width)
            guard first < end else { continue }
            for plane in sums.indices {
                var sum = 0.0
                for x in first..<end { sum += Double(pending[plane][x]) }
                sums[plane][row * columns + column] += sum
            }
            var count: Float = 0
            for x in first..<end { count += pending[sums.count][x] }
            counts[row * columns + column] += Int(count)
        }
        for plane in pending.indices {
            for x in 0..<width { pending[plane][x] = 0 }
        }
        pendingRow = nil
    }
}
