import PixelMath
import Raster
import SteadyMath

/// Tells the head from a wall or clothes of skin's colour: where the head ends, light or colour jumps.
enum SkinPieces {
    /// Jump of the natural log of brightness over two cells at which the head may end: a treated edge is paler and
    /// softer.
    static let jumpOfBrightness = 0.33
    /// The same of either colour ratio together; redness at a treated edge rises by less.
    static let jumpOfColour = 0.16
    /// Fall of the natural log of brightness for each unit of `log10 R/G` that blood makes: where two pieces differ so,
    /// the edge between them is that of fresh needling.
    static let darkeningByBlood = 2.0...5.0
    /// Least difference in `log10 R/G` of such an edge.
    static let leastBlood = 0.03
    /// Smoothing before jumps are taken, in cells.
    static let smoothing = 0.6
    /// A smaller piece of nearly this colour (either ratio) goes with the head.
    static let sameColour = 0.05
    /// Share of all pieces from which one at the photo's edge is another thing than the head.
    static let largePiece = 0.04
    /// How far from each other two pieces are looked at where they meet, in cells.
    static let reachOfEdge = 8
    /// Darkest luminance whose log is told from another's.
    static let darkest = 1e-4

    /// The members that hang together with the largest piece without jumps between.
    ///
    /// - Parameters:
    ///   - mask: Cells of skin's colour.
    ///   - seen: Colours of the cells.
    /// - Returns: The mask without pieces of other things.
    static func head(in mask: Mask, seen: CellRatios) -> Mask {
        var core = mask
        let jumps = jumps(seen)
        for cell in 0..<core.members.count where jumps[cell] { core.members[cell] = false }
        var (labels, sizes) = CellMorphology.patches(core)
        guard let largest = sizes.max(), let main = sizes.firstIndex(of: largest) else { return mask }
        let stays = belonging(labels: labels, sizes: sizes, main: main, seen: seen, mask: mask)
        // Cells on a jump go with the piece that reaches them first.
        var front = labels.indices.filter { labels[$0] >= 0 }
        while !front.isEmpty {
            var next = [Int]()
            for cell in front {
                let (x, y) = (cell % mask.width, cell / mask.width)
                func reach(_ other: Int) {
                    guard mask.members[other], labels[other] < 0 else { return }
                    labels[other] = labels[cell]
                    next.append(other)
                }
                if x > 0 { reach(cell - 1) }
                if x + 1 < mask.width { reach(cell + 1) }
                if y > 0 { reach(cell - mask.width) }
                if y + 1 < mask.height { reach(cell + mask.width) }
            }
            front = next
        }
        var result = mask
        for cell in 0..<labels.count {
            result.members[cell] = labels[cell] >= 0 && stays[Int(labels[cell])]
        }
        return result
    }

    /// Which pieces belong to the head.
    private static func belonging(
        labels: [Int32], sizes: [Int], main: Int, seen: CellRatios, mask: Mask
    ) -> [Bool] {
        var reds = [[Double]](repeating: [], count: sizes.count)
        var blues = reds
        var touchesEdge = [Bool](repeating: false, count: sizes.count)
        for cell in 0..<labels.count where labels[cell] >= 0 {
            let piece = Int(labels[cell])
            reds[piece].append(seen.redOverGreen[cell])
            blues[piece].append(seen.greenOverBlue[cell])
            let (x, y) = (cell % mask.width, cell / mask.width)
            if x == 0 || y == 0 || x == mask.width - 1 || y == mask.height - 1 { touchesEdge[piece] = true }
        }
        let total = Double(sizes.reduce(0, +))
        func middle(_ values: [Double]) -> Double { Quantile.median(values) ?? 0 }
        let (red, blue) = (middle(reds[main]), middle(blues[main]))
        return sizes.indices.map { piece in
            // A wall or clothes reach the photo's edge: what is enclosed is the head's.
            if piece == main || !touchesEdge[piece] { return true }
            let share = Double(sizes[piece]) / total
            if share > largePiece {
                return isFreshEdge(between: piece, and: main, labels: labels, seen: seen, mask: mask)
            }
            return abs(middle(reds[piece]) - red) < sameColour
                && abs(middle(blues[piece]) - blue) < sameColour
        }
    }

    /// Whether two pieces differ by blood alone where they meet, as at the edge of fresh needling.
    private static func isFreshEdge(
        between piece: Int, and main: Int, labels: [Int32], seen: CellRatios, mask: Mask
    ) -> Bool {
        func side(_ own: Int, of other: Int) -> (red: Double, light: Double)? {
            var around = mask
            for cell in labels.indices { around.members[cell] = Int(labels[cell]) == other }
            around = around.grown(by: reachOfEdge)
            let cells = labels.indices.filter { Int(labels[$0]) == own && around.members[$0] }
            guard let red = Quantile.median(cells.map { seen.redOverGreen[$0] }),
                let light = Quantile.median(cells.map { seen.luminance[$0] })
            else { return nil }
            return (red, light)
        }
        guard let here = side(piece, of: main), let there = side(main, of: piece) else { return false }
        let redder = here.red - there.red
        let darker = Steady.log(max(there.light, darkest) / max(here.light, darkest))
        return abs(redder) > leastBlood && darkeningByBlood.contains(darker / redder)
    }

    /// Whether light or colour jumps at each cell.
    private static func jumps(_ seen: CellRatios) -> [Bool] {
        let light = seen.plane(seen.luminance.map { Steady.log(max($0, darkest)) }).blurred(sigma: smoothing)
        let red = seen.plane(seen.redOverGreen).blurred(sigma: smoothing)
        let blue = seen.plane(seen.greenOverBlue).blurred(sigma: smoothing)
        let (columns, rows) = (seen.columns, seen.rows)
        func square(_ plane: Plane, _ cell: Int) -> Double {
            let (x, y) = (cell % columns, cell / columns)
            let across =
                x > 0 && x + 1 < columns ? Double(plane.samples[cell + 1] - plane.samples[cell - 1]) : 0
            let down =
                y > 0 && y + 1 < rows
                ? Double(plane.samples[cell + columns] - plane.samples[cell - columns]) : 0
            return across * across + down * down
        }
        return (0..<columns * rows).map { cell in
            square(light, cell) / (jumpOfBrightness * jumpOfBrightness)
                + (square(red, cell) + square(blue, cell)) / (jumpOfColour * jumpOfColour) > 1
        }
    }
}
