import PixelMath
import Raster

/// Colour of the skin in each cell, with the dark spots on it left out.
struct CellColours {
    /// Cells in a row.
    let columns: Int
    /// Rows of cells.
    let rows: Int
    /// Mean linear red of the pixels that count, cell by cell; 0 where none does.
    var red: [Double]
    /// Mean linear green.
    var green: [Double]
    /// Mean linear blue.
    var blue: [Double]
    /// Working pixels that count.
    var pixels: [Int]

    var count: Int { columns * rows }

    /// Luminance of a cell's colour.
    func luminance(_ cell: Int) -> Double {
        Double(LuminanceShare.red) * red[cell] + Double(LuminanceShare.green) * green[cell]
            + Double(LuminanceShare.blue) * blue[cell]
    }

    /// Means over some pixels.
    ///
    /// - Parameters:
    ///   - image: The working image.
    ///   - grid: The grid over the photo; its side is a whole number of working pixels.
    ///   - isChosen: Whether each working pixel counts.
    /// - Complexity: O(pixels).
    init(of image: WorkingImage, grid: CellGrid, where isChosen: [Bool]) {
        precondition(isChosen.count == image.width * image.height, "an answer for each pixel")
        self = unsafe isChosen.withUnsafeBufferPointer { chosen in
            guard let chosen = chosen.baseAddress else { preconditionFailure("a picture has pixels") }
            // Bounded: row y of the answers.
            return unsafe CellColours(of: image, grid: grid) { y, _, row in
                unsafe row.update(from: chosen + y * image.width, count: image.width)
            }
        }
    }

    /// Colours of the brighter half of each cell: a first guess at the skin between dots and hairs.
    static func brighterHalf(of image: WorkingImage, grid: CellGrid) -> CellColours {
        let (width, side, columns) = (image.width, grid.side(in: image), grid.columns)
        var means = [Float](repeating: 0, count: width)
        var row = -1
        return unsafe CellColours(of: image, grid: grid) { y, luminance, chosen in
            let cells = min(y / side, grid.rows - 1)
            if cells != row {
                row = cells
                // The rows of a row of cells are read a second time while they are in a cache.
                let end = cells == grid.rows - 1 ? image.height : min(y + side, image.height)
                image.luminance.meansOfCells(rows: y..<end, side: side, columns: columns, into: &means)
            }
            // Bounded: a row's samples.
            for x in 0..<width { unsafe chosen[x] = luminance[x] >= means[x] }
        }
    }

    /// Means over the pixels that are chosen row by row.
    ///
    /// - Parameters:
    ///   - image: The working image.
    ///   - grid: The grid over the photo.
    ///   - choose: Takes a row's number and its luminance, and sets whether each of its pixels counts.
    private init(
        of image: WorkingImage, grid: CellGrid,
        choose: (
            _ y: Int, _ luminance: UnsafePointer<Float>, _ chosen: UnsafeMutablePointer<Bool>
        ) -> Void
    ) {
        var sums = CellSums(
            planes: 3, width: image.width, columns: grid.columns, rows: grid.rows,
            side: grid.side(in: image))
        unsafe withUnsafeTemporaryAllocation(of: Bool.self, capacity: image.width) { chosen in
            guard let chosen = chosen.baseAddress else { return }
            unsafe image.forRows { y, red, luminance, blue in
                unsafe choose(y, luminance, chosen)
                unsafe sums.add(row: y, of: [red, luminance, blue], where: chosen)
            }
        }
        sums.fold()
        columns = sums.columns
        rows = sums.rows
        pixels = sums.counts.map { $0 * image.pixelsAPixel }
        func means(_ plane: Int) -> [Double] {
            zip(sums.sums[plane], sums.counts).map { $1 > 0 ? $0 / Double($1) : 0 }
        }
        (red, green, blue) = (means(0), means(1), means(2))
        for cell in green.indices {
            green[cell] = LuminanceShare.green(ofLuminance: green[cell], red: red[cell], blue: blue[cell])
        }
    }
}

extension Plane {
    /// The mean of each cell over some rows, at each of its columns.
    ///
    /// - Parameters:
    ///   - rows: The rows of a row of cells.
    ///   - side: Side of a cell in pixels.
    ///   - columns: Cells in a row; the last one reaches to the plane's edge.
    ///   - means: Takes the means, `width` of them.
    fileprivate func meansOfCells(rows: Range<Int>, side: Int, columns: Int, into means: inout [Float]) {
        for x in 0..<width { means[x] = 0 }
        let width = width
        unsafe samples.withUnsafeBufferPointer { samples in
            unsafe means.withUnsafeMutableBufferPointer { means in
                for y in rows {
                    // Bounded: row y of the plane.
                    for x in 0..<width { unsafe means[x] += samples[y * width + x] }
                }
                for column in 0..<columns {
                    let cell = CellSums.pixels(of: column, of: columns, side: side, within: width)
                    guard !cell.isEmpty else { continue }
                    var sum: Float = 0
                    for x in cell { unsafe sum += means[x] }
                    for x in cell { unsafe means[x] = sum / Float(cell.count * rows.count) }
                }
            }
        }
    }
}
