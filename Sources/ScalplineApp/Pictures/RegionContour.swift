import Raster

/// A region's edge as short straight pieces, smoothed over neighbouring cells.
///
/// The mask is averaged over 5 × 5 cells (cells at the photo's rim repeat outwards, so that a region which runs out
/// of the photo is not closed along the rim), and the line where the average is a half is drawn cell by cell
/// (marching squares). A hole or a speck of a few cells vanishes: the line is for the eye, not for measuring.
struct RegionContour {
    /// A piece of the edge, in cells; the centre of cell (0, 0) is (0, 0).
    struct Segment {
        var start: PixelPoint
        var end: PixelPoint
    }

    /// The pieces, row by row.
    private(set) var segments: [Segment] = []

    /// Cells on each side that are averaged.
    private static let reach = 2

    /// Follows a region's edge.
    ///
    /// - Parameter mask: The region.
    /// - Complexity: O(cells).
    init(of mask: Mask) {
        guard mask.width > 0, mask.height > 0 else { return }
        let field = Self.smooth(mask)
        func value(_ column: Int, _ row: Int) -> Double {
            let x = min(max(column, 0), mask.width - 1)
            let y = min(max(row, 0), mask.height - 1)
            return field[y * mask.width + x]
        }
        // One cell further than the mask on every side: the line reaches the photo's rim.
        for row in -1..<mask.height {
            for column in -1..<mask.width {
                let corners = [
                    (column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1),
                ].map { (x: $0.0, y: $0.1, level: value($0.0, $0.1) - 0.5) }
                var crossings: [PixelPoint] = []
                for index in 0..<4 {
                    let (a, b) = (corners[index], corners[(index + 1) % 4])
                    guard (a.level < 0) != (b.level < 0) else { continue }
                    let t = a.level / (a.level - b.level)
                    crossings.append(
                        PixelPoint(
                            x: Double(a.x) + t * Double(b.x - a.x), y: Double(a.y) + t * Double(b.y - a.y)))
                }
                for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
                    segments.append(Segment(start: crossings[pair], end: crossings[pair + 1]))
                }
            }
        }
    }

    private static func smooth(_ mask: Mask) -> [Double] {
        let (width, height) = (mask.width, mask.height)
        let span = Double(2 * reach + 1)
        var rows = [Double](repeating: 0, count: width * height)
        for row in 0..<height {
            for column in 0..<width {
                var sum = 0.0
                for step in -reach...reach where mask[min(max(column + step, 0), width - 1), row] { sum += 1 }
                rows[row * width + column] = sum / span
            }
        }
        var field = rows
        for row in 0..<height {
            for column in 0..<width {
                var sum = 0.0
                for step in -reach...reach {
                    sum += rows[min(max(row + step, 0), height - 1) * width + column]
                }
                field[row * width + column] = sum / span
            }
        }
        return field
    }
}
