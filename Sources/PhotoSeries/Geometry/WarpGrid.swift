import Raster
import ScalpMeasurement

/// What a photo's homography leaves over, on a grid over the photo's pixels.
///
/// At a place of the photo `homography(place) + shift(place)` is the place in the anchor's pixels; between the
/// grid's corners the shift is linear in both directions, beyond them that of the edge.
public struct WarpGrid: Sendable, Equatable, Codable {
    /// Pixels from corner to corner; the first corner is pixel (0, 0).
    public let step: Double
    /// Corners in a row.
    public let columns: Int
    /// Rows of corners.
    public let rows: Int
    /// Shift to the right in the anchor's pixels, row by row.
    public let dx: [Double]
    /// Shift down in the anchor's pixels, row by row.
    public let dy: [Double]

    /// Corners along the longer side: on a head of 90 mm what is not linear between two of them is less than a
    /// tenth of a pixel.
    private static let corners = 25.0
    /// Shifts that are all smaller than this are none.
    private static let least = 0.005

    /// Reads the grid off a map; nil where it is a homography and nothing else.
    init?(of map: WarpedMap, grid: CellGrid) {
        let (width, height) = (Double(grid.photoWidth - 1), Double(grid.photoHeight - 1))
        let step = max(1, max(width, height) / (Self.corners - 1))
        self.step = step
        columns = Int((width / step).rounded(.up)) + 1
        rows = Int((height / step).rounded(.up)) + 1
        var dx: [Double] = []
        var dy: [Double] = []
        for row in 0..<rows {
            for column in 0..<columns {
                let point = PixelPoint(x: Double(column) * step, y: Double(row) * step)
                let shift = map.shift(at: map.homography.apply(point))
                dx.append(shift.x)
                dy.append(shift.y)
            }
        }
        guard zip(dx, dy).contains(where: { abs($0) >= Self.least || abs($1) >= Self.least }) else {
            return nil
        }
        self.dx = dx
        self.dy = dy
    }

    /// What has to be added to the homography at a place of the photo.
    ///
    /// - Parameter point: In the photo's pixels.
    /// - Returns: In the anchor's pixels.
    public func shift(at point: PixelPoint) -> PixelPoint {
        let x = min(Double(columns - 1), max(0, point.x / step))
        let y = min(Double(rows - 1), max(0, point.y / step))
        let (left, top) = (min(Int(x), max(0, columns - 2)), min(Int(y), max(0, rows - 2)))
        let (right, below) = (min(left + 1, columns - 1), min(top + 1, rows - 1))
        let (u, v) = (x - Double(left), y - Double(top))
        func mix(_ values: [Double]) -> Double {
            let upper = values[top * columns + left] * (1 - u) + values[top * columns + right] * u
            let lower = values[below * columns + left] * (1 - u) + values[below * columns + right] * u
            return upper * (1 - v) + lower * v
        }
        return PixelPoint(x: mix(dx), y: mix(dy))
    }
}
