import PixelMath
import Raster

/// Which working pixels show bare skin: no dot, hair, scab or glare, nor what their blur reaches.
struct BareSkin {
    /// One member a working pixel.
    let mask: Mask
    private let left: Plane

    /// How far a dot's light reaches, in its standard deviations.
    static let dotReach = 3.2
    /// How far around other dark places bare skin begins, in typical standard deviations.
    static let darkReach = 1.5
    /// How far the residual of bare skin is smoothed, in cells.
    static let smoothingInCells = 1.5

    /// Finds the bare skin.
    ///
    /// - Parameters:
    ///   - fitting: All spots, fitted.
    ///   - probabilities: How sure each spot is a dot.
    ///   - shade: What crusts were taken away by before the fit.
    ///   - noise: Deviation of the absorption of one pixel.
    ///   - typicalSigma: Width of the typical dot, working pixels.
    ///   - isSkin: Whether each working pixel is skin.
    init(
        fitting: SpotFitting, probabilities: [Double], shade: CrustShade, noise: Double, typicalSigma: Double,
        isSkin: [Bool]
    ) {
        // What is no dot gives its light back.
        var left = fitting.residual(without: { probabilities[$0] < SurveyPass.leastProbability })
        shade.add(to: &left, times: 1)
        self.left = left
        var covered = Mask(width: left.width, height: left.height)
        for (model, probability) in zip(fitting.models, probabilities)
        where probability >= SurveyPass.leastProbability {
            covered.addDisc(x: model.x, y: model.y, radius: Self.dotReach * model.sigma)
        }
        mask = Self.mask(
            of: left, without: covered, noise: noise, typicalSigma: typicalSigma, isSkin: isSkin)
    }

    /// Skin without what is covered, nor what else is darker or brighter than bare skin can be.
    ///
    /// - Parameters:
    ///   - left: Share of missing light that no dot takes.
    ///   - covered: Pixels that dots reach.
    ///   - noise: Deviation of the absorption of one pixel.
    ///   - typicalSigma: Width of the typical dot, working pixels.
    ///   - isSkin: Whether each working pixel is skin.
    /// - Returns: The bare skin.
    static func mask(
        of left: Plane, without covered: Mask, noise: Double, typicalSigma: Double, isSkin: [Bool]
    ) -> Mask {
        var dark = Mask(width: left.width, height: left.height)
        let limit = max(SurveyWork.darkFrom, Float(6 * noise))
        for pixel in 0..<dark.members.count {
            let value = left.samples[pixel]
            dark.members[pixel] = value > limit || value < min(Shine.glareFrom, -limit)
        }
        dark = CellMorphology.grown(dark, by: max(1, Int((darkReach * typicalSigma).rounded())))
        var mask = covered
        for pixel in 0..<mask.members.count {
            mask.members[pixel] = isSkin[pixel] && !covered.members[pixel] && !dark.members[pixel]
        }
        return mask
    }

    /// What the bare skin's absorption differs from 0 around each pixel.
    ///
    /// - Parameter cells: Cells to gather over.
    /// - Returns: A grid over the working pixels.
    func meanResidual(cells: CellColours) -> BilinearGrid {
        var sums = [Double](repeating: 0, count: cells.count)
        var counts = [Float](repeating: 0, count: cells.count)
        for y in 0..<mask.height {
            let row = min(y / cells.side, cells.rows - 1) * cells.columns
            for x in 0..<mask.width where mask[x, y] {
                let cell = row + min(x / cells.side, cells.columns - 1)
                sums[cell] += Double(left[x, y])
                counts[cell] += 1
            }
        }
        let means = zip(sums, counts).map { $1 > 0 ? $0 / Double($1) : 0 }
        let smooth = CellSmoothing.mean(
            of: means, weights: counts, columns: cells.columns, rows: cells.rows,
            sigma: Self.smoothingInCells)
        return BilinearGrid(cells: smooth, side: cells.side)
    }
}

extension Mask {
    /// Adds the pixels within a radius of a point.
    mutating func addDisc(x: Double, y: Double, radius: Double) {
        let top = max(0, Int((y - radius).rounded(.up)))
        let bottom = min(height - 1, Int((y + radius).rounded(.down)))
        guard top <= bottom else { return }
        for row in top...bottom {
            let rise = Double(row) - y
            let half = max(radius * radius - rise * rise, 0).squareRoot()
            let left = max(0, Int((x - half).rounded(.up)))
            let right = min(width - 1, Int((x + half).rounded(.down)))
            guard left <= right else { continue }
            for column in left...right { self[column, row] = true }
        }
    }
}
