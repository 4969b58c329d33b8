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
        let values = [(0..<colours.count).map { colours.luminance($0) }, colours.red, colours.blue]
        let grids = CellSmoothing.means(
            of: values, weights: weights, columns: colours.columns, rows: colours.rows,
            sigma: Self.smoothingInCells
        ).map { mean in
            var filled = mean
            // No colour may be 0: a quotient is taken by it.
            for cell in filled.samples.indices { filled.samples[cell] = max(filled.samples[cell], 1e-4) }
            return BilinearGrid(cells: filled, side: side)
        }
        (luminance, red, blue) = (grids[0], grids[1], grids[2])
    }
}

/// Means over neighbouring cells.
enum CellSmoothing {
    /// Wider than this (in cells) no Gaussian gathers: what lies farther from all weights takes the mean of all.
    static let widest = 30.0

    /// The weighted means around each cell under a Gaussian; where no weight is near, under ever wider ones.
    ///
    /// - Parameters:
    ///   - values: Some numbers of each cell, in any units.
    ///   - weights: What they weigh, 0 or more.
    ///   - columns: Cells in a row.
    ///   - rows: Rows of cells.
    ///   - sigma: Standard deviation of the Gaussian, in cells.
    /// - Returns: A plane of cells for each of the values; 0 without any weight.
    /// - Complexity: O(cells · values).
    static func means(
        of values: [[Double]], weights: [Float], columns: Int, rows: Int, sigma: Double
    ) -> [Plane] {
        let least = (weights.max() ?? 0) * 1e-3
        guard least > 0 else { return values.map { _ in Plane(width: columns, height: rows) } }
        let weight = Plane(width: columns, height: rows, samples: weights)
        let total = weights.reduce(0) { $0 + Double($1) }
        // Which cells are told at which width.
        var rounds = [(sigma: Double, bottom: [Float], cells: [Int])]()
        var open = Array(weights.indices)
        var width = sigma
        repeat {
            let bottom = weight.blurred(sigma: width).samples
            rounds.append((width, bottom, open.filter { bottom[$0] > least }))
            open.removeAll { bottom[$0] > least }
            width *= 3
        } while !open.isEmpty && width <= widest
        return values.map { values in
            let weighted = Plane(
                width: columns, height: rows, samples: zip(values, weights).map { Float($0) * $1 })
            var means = [Float](repeating: 0, count: values.count)
            for round in rounds where !round.cells.isEmpty {
                let top = weighted.blurred(sigma: round.sigma).samples
                for cell in round.cells { means[cell] = top[cell] / round.bottom[cell] }
            }
            if !open.isEmpty {
                let mean = Float(weighted.samples.reduce(0) { $0 + Double($1) } / total)
                for cell in open { means[cell] = mean }
            }
            return Plane(width: columns, height: rows, samples: means)
        }
    }
}
