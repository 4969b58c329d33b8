import Raster

/// Which places of a picture lie within reach of a dot, one bit a cell: the quickest look at a proposed map.
struct ReachMap {
    /// Cells in a reach: the disc about a dot is true to its area within a percent or two.
    private static let cellsPerReach = 3.0
    /// Cells at most, 4 MB: photos of very many dots get coarser ones.
    private static let mostCells = 33_554_432.0
    /// Empty cells around all dots, so that a place outside falls on an empty cell.
    private static let rim = 1

    private let words: [UInt64]
    private let wordsPerRow: Int
    /// Cells per pixel.
    let scale: Float
    let left: Float
    let top: Float
    /// The last cell of a row and the last row.
    private let lastColumn: Float
    private let lastRow: Float

    /// Marks what lies within reach of the dots.
    ///
    /// - Parameters:
    ///   - points: The dots; at least one.
    ///   - reach: In pixels, above 0.
    /// - Complexity: O(points + area of their box over reach²).
    init(points: [PixelPoint], reach: Double) {
        var low = points.first ?? PixelPoint(x: 0, y: 0)
        var high = low
        for point in points {
            low = PixelPoint(x: min(low.x, point.x), y: min(low.y, point.y))
            high = PixelPoint(x: max(high.x, point.x), y: max(high.y, point.y))
        }
        let width = high.x - low.x + 2 * reach
        let height = high.y - low.y + 2 * reach
        let side = max(
            reach / Self.cellsPerReach, (width * height / Self.mostCells).squareRoot(),
            max(width, height) / Self.mostCells * 64)
        let left = low.x - reach - Double(Self.rim) * side
        let top = low.y - reach - Double(Self.rim) * side
        let columns = Int(width / side) + 1 + 2 * Self.rim
        let rows = Int(height / side) + 1 + 2 * Self.rim
        let stride = (columns + 63) / 64
        var words = [UInt64](repeating: 0, count: stride * rows)
        let reachInCells = reach / side
        for point in points {
            let x = (point.x - left) / side
            let y = (point.y - top) / side
            let first = max(Self.rim, Int(y - reachInCells))
            let last = min(rows - 1 - Self.rim, Int(y + reachInCells))
            guard first <= last else { continue }
            for row in first...last {
                // Cells count whose centre is within reach.
                let off = Double(row) + 0.5 - y
                let square = reachInCells * reachInCells - off * off
                guard square > 0 else { continue }
                let half = square.squareRoot()
                let from = max(Self.rim, Int((x - half + 0.5).rounded(.down)))
                let to = min(columns - 1 - Self.rim, Int((x + half - 0.5).rounded(.down)))
                guard from <= to else { continue }
                for column in from...to { words[row * stride + column >> 6] |= 1 << UInt64(column & 63) }
            }
        }
        self.words = words
        wordsPerRow = stride
        scale = Float(1 / side)
        self.left = Float(left)
        self.top = Float(top)
        lastColumn = Float(columns - 1)
        lastRow = Float(rows - 1)
    }

    /// Whether a dot is within reach of a place, given in cells.
    ///
    /// - Parameters:
    ///   - column: Cells from `left`; any number, and none at all.
    ///   - row: Cells from `top`.
    /// - Returns: Whether the cell is marked; false outside.
    @inline(__always)
    func isMet(column: Float, row: Float) -> Bool {
        // Cells at the rim are empty: what lies outside is put there, and so is what is no number.
        let c = Int(column > 0 ? min(column, lastColumn) : 0)
        let r = Int(row > 0 ? min(row, lastRow) : 0)
        return words[r &* wordsPerRow &+ c &>> 6] &>> UInt64(c & 63) & 1 != 0
    }
}
