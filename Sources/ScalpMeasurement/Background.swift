import PixelMath
import Raster

/// The light that the skin would send back without pigment, channel by channel, over the working pixels.
struct Background {
    /// Luminance of the bare skin.
    let luminance: BilinearGrid
    /// Linear red of the bare skin.
    let red: BilinearGrid
    /// Linear blue of the bare skin.
    let blue: BilinearGrid

    /// How far a cell's colour is smoothed, in cells: enough to bridge a cell full of dots, little enough to
    /// follow shading and blotches of skin.
    static let smoothingInCells = 1.1

    /// Spreads the cells' colours over all pixels.
    ///
    /// Cells without a colour, or that are no skin, take theirs from their neighbours.
    ///
    /// - Parameters:
    ///   - colours: The cells' colours.
    ///   - skin: Cells of skin.
    ///   - side: Side of a cell in working pixels.
    init(from colours: CellColours, skin: Mask, side: Int) {
        let weights = (0..<colours.count).map { cell in
            skin.members[cell] ? Float(colours.pixels[cell]) : 0
        }
        func spread(_ values: [Double]) -> BilinearGrid {
            var filled = CellSmoothing.mean(
                of: values, weights: weights, columns: colours.columns, rows: colours.rows,
                sigma: Self.smoothingInCells)
            // No colour may be 0: a quotient is taken by it.
            for cell in 0..<filled.samples.count { filled.samples[cell] = max(filled.samples[cell], 1e-4) }
            return BilinearGrid(cells: filled, side: side)
        }
        luminance = spread((0..<colours.count).map { colours.luminance($0) })
        red = spread(colours.red)
        blue = spread(colours.blue)
    }
}

/// Means over neighbouring cells.
enum CellSmoothing {
    /// Wider than this (in cells) no Gaussian gathers: what lies farther from all weights takes the mean of all.
    static let widest = 30.0

    /// The weighted mean around each cell under a Gaussian; where no weight is near, under ever wider ones.
    ///
    /// - Complexity: O(cells).
    static func mean(
        of values: [Double], weights: [Float], columns: Int, rows: Int, sigma: Double
    ) -> Plane {
        var result = Plane(width: columns, height: rows)
        var known = [Bool](repeating: false, count: columns * rows)
        var width = sigma
        let weighted = Plane(
            width: columns, height: rows,
            samples: zip(values, weights).map { Float($0) * $1 })
        let weight = Plane(width: columns, height: rows, samples: weights)
        let least = (weights.max() ?? 0) * 1e-3
        guard least > 0 else { return result }
        while true {
            let top = weighted.blurred(sigma: width)
            let bottom = weight.blurred(sigma: width)
            var open = false
            for cell in 0..<known.count where !known[cell] {
                if bottom.samples[cell] > least {
                    result.samples[cell] = top.samples[cell] / bottom.samples[cell]
                    known[cell] = true
                } else {
                    open = true
                }
            }
            if !open { return result }
            width *= 3
            if width > widest { break }
        }
        let total = weight.samples.reduce(0) { $0 + Double($1) }
        let mean = weighted.samples.reduce(0) { $0 + Double($1) } / total
        for cell in 0..<known.count where !known[cell] { result.samples[cell] = Float(mean) }
        return result
    }
}
