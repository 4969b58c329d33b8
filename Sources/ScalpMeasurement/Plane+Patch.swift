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
            let from = min(max((middle - radius + 0.5).nearestWhole, 0), count)
            return from..<min(max((middle + radius + 0.5).nearestWhole, from), count)
        }
        let (columns, rows) = (range(model.x, width), range(model.y, height))
        let inverse = model.inverse
        return Patch(
            width: width, left: columns.lowerBound, right: columns.upperBound, top: rows.lowerBound,
            bottom: rows.upperBound, x: model.x, y: model.y, halfXX: Float(inverse.xx / 2),
            halfYY: Float(inverse.yy / 2), xy: Float(inverse.xy))
    }
}

extension Double {
    /// The nearest whole number of one below 2⁵¹ in size, by an addition that leaves it in the lowest bits: rounding
    /// calls a function where SSE4.1 is not given.
    fileprivate var nearestWhole: Int {
        let magic = 6_755_399_441_055_744.0
        return Int(truncatingIfNeeded: Int64(bitPattern: (self + magic).bitPattern &- magic.bitPattern))
    }
}
