import PixelMath
import Raster

/// Colour of the skin in each cell, with the dark spots on it left out.
struct CellColours {
    /// Cells in a row.
    let columns: Int
    /// Rows of cells.
    let rows: Int
    /// Side of a cell in working pixels.
    let side: Int
    /// Mean linear red of the pixels that count, cell by cell; 0 where none does.
    var red: [Double]
    /// Mean linear green.
    var green: [Double]
    /// Mean linear blue.
    var blue: [Double]
    /// Pixels that count.
    var pixels: [Int]

    var count: Int { columns * rows }

    /// Luminance of a cell's colour.
    func luminance(_ cell: Int) -> Double {
        Double(LuminanceShare.red) * red[cell] + Double(LuminanceShare.green) * green[cell]
            + Double(LuminanceShare.blue) * blue[cell]
    }

    /// Means over the pixels that a test lets through.
    ///
    /// - Parameters:
    ///   - image: The working image.
    ///   - grid: The grid over the photo; its side is a whole number of working pixels.
    ///   - counts: Whether a working pixel, by its index, counts.
    init(of image: WorkingImage, grid: CellGrid, where counts: (Int) -> Bool) {
        columns = grid.columns
        rows = grid.rows
        side = grid.side / image.reduction
        let cells = columns * rows
        red = Array(repeating: 0, count: cells)
        green = red
        blue = red
        pixels = Array(repeating: 0, count: cells)
        for y in 0..<image.height {
            let row = min(y / side, rows - 1) * columns
            for x in 0..<image.width {
                let pixel = y * image.width + x
                guard counts(pixel) else { continue }
                let cell = row + min(x / side, columns - 1)
                red[cell] += Double(image.colour.red.samples[pixel])
                green[cell] += Double(image.colour.green.samples[pixel])
                blue[cell] += Double(image.colour.blue.samples[pixel])
                pixels[cell] += 1
            }
        }
        for cell in 0..<cells where pixels[cell] > 0 {
            red[cell] /= Double(pixels[cell])
            green[cell] /= Double(pixels[cell])
            blue[cell] /= Double(pixels[cell])
        }
    }

    /// Colours of the brighter half of each cell: a first guess at the skin between dots and hairs.
    static func brighterHalf(of image: WorkingImage, grid: CellGrid) -> CellColours {
        let all = CellColours(of: image, grid: grid) { _ in true }
        let means = (0..<all.count).map { Float(all.luminance($0)) }
        let (width, side, columns, rows) = (image.width, all.side, all.columns, all.rows)
        let luminance = image.colour.luminance
        return CellColours(of: image, grid: grid) { pixel in
            let cell = min(pixel / width / side, rows - 1) * columns + min(pixel % width / side, columns - 1)
            return luminance.samples[pixel] >= means[cell]
        }
    }
}
