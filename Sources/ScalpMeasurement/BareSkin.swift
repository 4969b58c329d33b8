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
    ///   - image: The image at the size at which it is looked for.
    ///   - fitting: All spots, fitted.
    ///   - probabilities: How sure each spot is a dot.
    ///   - shade: What crusts were taken away by before the fit.
    ///   - noise: Deviation of the absorption of one pixel of the fit.
    ///   - typicalSigma: Width of the typical dot in pixels of the fit.
    ///   - isSkin: Whether each pixel of `image` is skin.
    ///   - step: Pixels of the fit along the side of a pixel of `image`, 1 or 2.
    init(
        at image: WorkingImage, fitting: SpotFitting, probabilities: [Double], shade: CrustShade,
        noise: Double, typicalSigma: Double, isSkin: [Bool], times step: Int
    ) {
        var left = fitting.residual.reduced(by: step)
        var covered = Mask(width: left.width, height: left.height)
        for (model, probability) in zip(fitting.models, probabilities) {
            let here = model.reduced(by: step)
            if probability >= SurveyPass.leastProbability {
                covered.addDisc(x: here.x, y: here.y, radius: Self.dotReach * here.sigma)
            } else if here.amplitude > 0 {
                // What is no dot gives its light back.
                let radius = SpotFitting.reach * max(here.xx, here.yy).squareRoot()
                left.paint(here.amplitude, in: left.patch(of: here, radius: radius))
            }
        }
        shade.add(to: &left, step: step)
        self.left = left
        mask = Self.mask(
            of: left, without: covered, noise: noise / Double(step),
            typicalSigma: typicalSigma / Double(step),
            isSkin: isSkin)
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
        let limit = max(SurveyWork.darkFrom, Float(6 * noise))
        var dark = left.mask(outside: min(Shine.glareFrom, -limit)...limit)
        if dark.members.contains(true) {
            dark = dark.grown(by: max(1, Int((darkReach * typicalSigma).rounded())))
        }
        return dark.noneOf(covered, within: isSkin)
    }

    /// What the bare skin's absorption differs from 0 around each pixel.
    ///
    /// - Parameters:
    ///   - grid: Cells to gather over.
    ///   - image: The image at the size at which the skin was looked for.
    ///   - side: Side of a cell in the pixels of the result.
    /// - Returns: A grid over pixels.
    func meanResidual(over grid: CellGrid, in image: WorkingImage, side: Int) -> BilinearGrid {
        var sums = CellSums(
            planes: 1, width: mask.width, columns: grid.columns, rows: grid.rows, side: grid.side(in: image))
        unsafe mask.members.withUnsafeBufferPointer { members in
            guard let members = members.baseAddress else { return }
            // Bounded: row y of the mask.
            unsafe left.forRows { y, row in
                unsafe sums.add(row: y, of: [row], where: members + y * mask.width)
            }
        }
        sums.fold()
        let means = zip(sums.sums[0], sums.counts).map { $1 > 0 ? $0 / Double($1) : 0 }
        let counts = sums.counts.map { Float($0) }
        let smooth = CellSmoothing.mean(
            of: means, weights: counts, columns: grid.columns, rows: grid.rows,
            sigma: Self.smoothingInCells)
        return BilinearGrid(cells: smooth, side: side)
    }
}

extension Mask {
    /// Adds the pixels within a radius of a point.
    mutating func addDisc(x: Double, y: Double, radius: Double) {
        let top = max(0, Int((y - radius).rounded(.up)))
        let bottom = min(height - 1, Int((y + radius).rounded(.down)))
        guard top <= bottom else { return }
        let width = width
        unsafe members.withUnsafeMutableBufferPointer { members in
            for row in top...bottom {
                let rise = Double(row) - y
                let half = max(radius * radius - rise * rise, 0).squareRoot()
                let left = max(0, Int((x - half).rounded(.up)))
                let right = min(width - 1, Int((x + half).rounded(.down)))
                guard left <= right else { continue }
                // Bounded: a part of a row of the mask.
                for column in left...right { unsafe members[row * width + column] = true }
            }
        }
    }
}

extension Plane {
    /// The pixels whose value lies outside a range.
    fileprivate func mask(outside range: ClosedRange<Float>) -> Mask {
        var result = Mask(width: width, height: height)
        let (low, high) = (range.lowerBound, range.upperBound)
        unsafe samples.withUnsafeBufferPointer { samples in
            unsafe result.members.withUnsafeMutableBytes { target in
                // Bounded: both hold a number for each pixel. A Bool is a byte of 0 or 1.
                for pixel in samples.indices {
                    let value = unsafe samples[pixel]
                    unsafe target[pixel] = (value > high ? 1 : 0) | (value < low ? 1 : 0)
                }
            }
        }
        return result
    }
}

extension Mask {
    /// The pixels that belong neither to this mask nor to another, but to a choice.
    ///
    /// - Parameters:
    ///   - other: Another mask of the same size.
    ///   - isChosen: Whether each pixel is chosen.
    /// - Returns: The pixels that are left.
    fileprivate func noneOf(_ other: Mask, within isChosen: [Bool]) -> Mask {
        precondition(other.members.count == members.count && isChosen.count == members.count)
        var result = self
        unsafe result.members.withUnsafeMutableBytes { target in
            unsafe other.members.withUnsafeBytes { other in
                unsafe isChosen.withUnsafeBytes { chosen in
                    // Bounded: all hold an answer for each pixel. A Bool is a byte of 0 or 1.
                    for pixel in target.indices {
                        unsafe target[pixel] = chosen[pixel] & (1 ^ (target[pixel] | other[pixel]))
                    }
                }
            }
        }
        return result
    }
}
