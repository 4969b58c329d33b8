import PixelMath
import Raster

/// Cuts off the head's rim, where the skin turns away from the camera and its light falls.
///
/// Beside a background the skin's brightness is held against that of the skin farther in: by Lambert's cosine it is
/// down to 71 % where the surface turns by 45° under a light from the camera's side. Skin at the photo's own edge is
/// no rim, nor is skin beside glare.
enum HeadRim {
    /// How near to the background the rim is looked for, in cells (9 mm).
    static let reachInCells = 22.0
    /// How far the skin that the rim is held against is gathered from, in cells.
    static let gatheringInCells = 15.0
    /// Brightness of a rim over that of the skin farther in: the cosine of 45°, and little more, as light from beside
    /// the camera darkens one side only.
    static let brightness: Float = 0.72
    /// Least share of the photo that is a background.
    static let leastBackground = 0.01
    /// A patch that is clipped over more than this is glare, not background.
    static let clippedShare = 0.5

    /// The skin without its rim.
    ///
    /// - Parameters:
    ///   - skin: Cells of skin.
    ///   - seen: Colours of the cells.
    ///   - clipped: Share of clipped pixels of each cell, 0…1.
    /// - Returns: The mask without the cells of the rim.
    static func cut(from skin: Mask, seen: CellRatios, clipped: [Double]) -> Mask {
        let background = background(beside: skin, clipped: clipped)
        guard background.count > 0 else { return skin }
        let distance = CellMorphology.distance(from: background)
        let cells = skin.members.indices
        let light = seen.luminance.map { Float($0) }
        func mean(_ counts: (Int) -> Bool, sigma: Double) -> (values: Plane, weights: Plane) {
            let weights = cells.map { counts($0) ? Float(1) : 0 }
            let size = (skin.width, skin.height)
            let bottom = Plane(width: size.0, height: size.1, samples: weights).blurred(sigma: sigma)
            var top = Plane(width: size.0, height: size.1, samples: zip(weights, light).map { $0 * $1 })
                .blurred(sigma: sigma)
            for cell in cells where bottom.samples[cell] > 0 { top.samples[cell] /= bottom.samples[cell] }
            return (top, bottom)
        }
        let inner = mean(
            { skin.members[$0] && distance[$0] >= reachInCells && distance[$0] < 2 * reachInCells },
            sigma: gatheringInCells)
        let here = mean({ skin.members[$0] }, sigma: 1)
        var result = skin
        for cell in cells where skin.members[cell] && distance[cell] < reachInCells {
            guard inner.weights.samples[cell] > 1e-4 else { continue }
            if here.values.samples[cell] < brightness * inner.values.samples[cell] {
                result.members[cell] = false
            }
        }
        return result
    }

    /// Large patches at the photo's edge that are neither skin nor glare.
    private static func background(beside skin: Mask, clipped: [Double]) -> Mask {
        var rest = skin
        for cell in 0..<rest.members.count { rest.members[cell].toggle() }
        let (labels, sizes) = CellMorphology.patches(rest)
        var touchesEdge = [Bool](repeating: false, count: sizes.count)
        var glare = [Double](repeating: 0, count: sizes.count)
        for cell in 0..<labels.count where labels[cell] >= 0 {
            let (x, y) = (cell % skin.width, cell / skin.width)
            if x == 0 || y == 0 || x == skin.width - 1 || y == skin.height - 1 {
                touchesEdge[Int(labels[cell])] = true
            }
            glare[Int(labels[cell])] += clipped[cell]
        }
        for cell in 0..<labels.count where labels[cell] >= 0 {
            let patch = Int(labels[cell])
            rest.members[cell] =
                touchesEdge[patch] && Double(sizes[patch]) >= leastBackground * Double(labels.count)
                && glare[patch] < clippedShare * Double(sizes[patch])
        }
        return rest
    }
}
