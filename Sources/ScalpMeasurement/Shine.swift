import PixelMath
import Raster

/// Where the skin shines: light that the surface throws back and that hides what lies under it.
///
/// Shine sparkles, because skin is rough: among its pixels some are far brighter than the skin around them, and what
/// lies between those looks like dark spots. So a place where pixels shine is left out as a whole.
struct Shine {
    /// Share of the skin's pixels that are brighter than bare skin can be, 0…1.
    let fraction: Double
    private let cells: Mask

    /// Brighter than the bare skin by this share is glare.
    static let glareFrom: Float = -0.18
    /// Brighter than this, if many are, is the sparkle of a shine; skin's own texture stays below.
    static let sparkleFrom: Float = -0.13
    /// The same in deviations of the noise.
    static let sparkleInDeviations: Float = 5
    /// A cell with more shining pixels than this share, its neighbours counted, shines.
    static let leastShare = 0.05
    /// A smaller patch of shining cells is a scale of skin or a flaw of the picture.
    static let leastCells = 8
    /// How far beyond shining cells the shine is taken to reach, in cells.
    static let reach = 2
    /// Cells enclosed by shine up to this many are no skin to look at.
    static let holeCells = 60

    /// Looks for shine.
    ///
    /// - Parameters:
    ///   - absorption: Share of missing light, held against the bare skin.
    ///   - isSkin: Cells of skin.
    ///   - cells: The cells.
    ///   - image: The working pixels.
    /// - Complexity: O(pixels).
    init(in absorption: Absorption, isSkin: Mask, cells: CellGrid, image: WorkingImage) {
        // What dots and hairs take is no noise.
        let noise = absorption.luminance.robustDeviation(every: 7) { pixel, value in
            value < 0 && absorption.isSkin[pixel]
        }
        let limit = min(Self.sparkleFrom, -Self.sparkleInDeviations * Float(noise))
        let plane = absorption.luminance
        var sums = CellSums(
            planes: 0, width: plane.width, columns: cells.columns, rows: cells.rows,
            side: cells.side(in: image))
        let width = plane.width
        var shines = [Bool](repeating: false, count: width)
        unsafe shines.withUnsafeMutableBufferPointer { shines in
            guard let shines = shines.baseAddress else { return }
            unsafe plane.forRows { y, row in
                // Bounded: a row. Where there is no skin the plane is 0, above the limit.
                var count = 0
                for x in 0..<width {
                    let isBright = unsafe row[x] < limit
                    unsafe shines[x] = isBright
                    count += isBright ? 1 : 0
                }
                if count > 0 { unsafe sums.add(row: y, of: [], where: shines) }
            }
        }
        sums.fold()
        let shining = sums.counts.map { Float($0) }
        let skin = (0..<cells.columns * cells.rows).map { cell in
            isSkin.members[cell] ? Float(cells.pixels(of: cell, in: image)) : 0
        }
        let total = skin.reduce(0) { $0 + Double($1) }
        fraction = total > 0 ? shining.reduce(0) { $0 + Double($1) } / total : 0
        let top = Plane(width: cells.columns, height: cells.rows, samples: shining).blurred(sigma: 1)
        let bottom = Plane(width: cells.columns, height: cells.rows, samples: skin).blurred(sigma: 1)
        var mask = Mask(width: cells.columns, height: cells.rows)
        for cell in 0..<mask.members.count {
            mask.members[cell] = Double(top.samples[cell]) > Self.leastShare * Double(bottom.samples[cell])
        }
        let (labels, sizes) = CellMorphology.patches(mask)
        for cell in 0..<labels.count where labels[cell] >= 0 && sizes[Int(labels[cell])] < Self.leastCells {
            mask.members[cell] = false
        }
        self.cells =
            mask.count == 0
            ? mask : CellMorphology.filled(mask.grown(by: Self.reach), upTo: Self.holeCells)
    }

    /// Skin without the places that shine.
    func taken(from skin: Mask) -> Mask {
        var result = skin
        for cell in 0..<result.members.count where cells.members[cell] { result.members[cell] = false }
        return result
    }
}
