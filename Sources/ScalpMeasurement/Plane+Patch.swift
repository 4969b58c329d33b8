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
        let offset = 1 << 24
        func range(_ middle: Double, _ count: Int) -> Range<Int> {
            // Truncation is the floor of what is not negative; rounding calls a function where SSE4.1 is not given.
            let from = min(max(offset - Int(Double(offset) - (middle - radius)), 0), count)
            return from..<min(max(Int(middle + radius + Double(offset)) - offset + 1, from), count)
        }
        let (columns, rows) = (range(model.x, width), range(model.y, height))
        let inverse = model.inverse
        return Patch(
            width: width, left: columns.lowerBound, right: columns.upperBound, top: rows.lowerBound,
            bottom: rows.upperBound, x: model.x, y: model.y, halfXX: Float(inverse.xx / 2),
            halfYY: Float(inverse.yy / 2), xy: Float(inverse.xy))
    }
}
