import KernelTable
import PixelMath
import Raster

extension Plane {
    /// The part of the plane within a radius of a spot's middle, with the spot's own shape as the window.
    ///
    /// - Parameters:
    ///   - model: The spot.
    ///   - radius: In pixels, along rows and columns.
    /// - Returns: The patch; empty where the spot lies outside.
    func patch(of model: SpotModel, radius: Double) -> Patch {
        func range(_ middle: Double, _ count: Int) -> Range<Int> {
            let from = min(max(Int((middle - radius).rounded(.up)), 0), count)
            let to = min(max(Int((middle + radius).rounded(.down)) + 1, from), count)
            return from..<to
        }
        let (columns, rows) = (range(model.x, width), range(model.y, height))
        let inverse = model.inverse
        return Patch(
            width: width, left: columns.lowerBound, right: columns.upperBound, top: rows.lowerBound,
            bottom: rows.upperBound, x: model.x, y: model.y, halfXX: Float(inverse.xx / 2),
            halfYY: Float(inverse.yy / 2), xy: Float(inverse.xy))
    }
}
