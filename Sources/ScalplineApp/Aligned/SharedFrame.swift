import PhotoSeries
import Raster

/// The part of the anchor's picture that a view's photos share.
package struct SharedFrame {
    /// Cells along the anchor's longer side.
    private static let cells = 96.0
    /// A cell counts for the frame where more than this share of the photos shows it, and against it elsewhere.
    private static let mostOf = 0.6

    private let shares: [Double]
    private let columns: Int
    private let rows: Int
    private let side: Double
    private let anchorWidth: Int
    private let anchorHeight: Int

    /// Looks where a view's photos lie.
    ///
    /// - Parameters:
    ///   - photos: The registered photos with their sizes in their own pixels.
    ///   - anchorWidth: Pixels of the anchor in a row.
    ///   - anchorHeight: Rows of the anchor.
    /// - Complexity: O(photos), a few thousand steps each.
    package init(
        of photos: [(map: PhotoMap, width: Int, height: Int)], anchorWidth: Int, anchorHeight: Int
    ) {
        side = max(1, Double(max(anchorWidth, anchorHeight)) / Self.cells)
        columns = max(1, Int((Double(anchorWidth) / side).rounded(.down)))
        rows = max(1, Int((Double(anchorHeight) / side).rounded(.down)))
        self.anchorWidth = anchorWidth
        self.anchorHeight = anchorHeight
        var counts = [Int](repeating: 0, count: columns * rows)
        for photo in photos {
            // A cell is shown where all its corners are.
            var corners: [Bool] = []
            for row in 0...rows {
                for column in 0...columns {
                    let place = PixelPoint(x: Double(column) * side - 0.5, y: Double(row) * side - 0.5)
                    let point = photo.map.point(at: place)
                    corners.append(point.map { Self.contains($0, photo.width, photo.height) } ?? false)
                }
            }
            for row in 0..<rows {
                for column in 0..<columns {
                    let corner = row * (columns + 1) + column
                    if corners[corner], corners[corner + 1], corners[corner + columns + 1],
                        corners[corner + columns + 2]
                    {
                        counts[row * columns + column] += 1
                    }
                }
            }
        }
        let total = Double(max(1, photos.count))
        shares = counts.map { Double($0) / total }
    }

    /// The rectangle that most photos share.
    ///
    /// Of all rectangles the one in which the cells that most photos show outweigh the others by most; the whole
    /// anchor where the photos share nothing.
    package var most: AnchorFrame { frame { $0 - Self.mostOf } }

    /// The largest rectangle that every photo shows whole; nil where there is none.
    package var common: AnchorFrame? {
        guard shares.contains(where: { $0 >= 1 }) else { return nil }
        // One missing cell outweighs all others.
        let veto = -Double(shares.count) - 1
        return frame { $0 >= 1 ? 1 : veto }
    }

    /// The rectangle whose cells' worths sum to the most; the first of several.
    private func frame(worth: (Double) -> Double) -> AnchorFrame {
        let worths = shares.map(worth)
        var best = (sum: 0.0, top: 0, bottom: rows - 1, left: 0, right: columns - 1)
        for top in 0..<rows {
            var sums = [Double](repeating: 0, count: columns)
            for bottom in top..<rows {
                var run = 0.0
                var start = 0
                for column in 0..<columns {
                    sums[column] += worths[bottom * columns + column]
                    if run <= 0 {
                        run = 0
                        start = column
                    }
                    run += sums[column]
                    // Sums of the same cells in another order may differ in their last bits.
                    if run > best.sum + 1e-9 { best = (run, top, bottom, start, column) }
                }
            }
        }
        let isWhole = best.left == 0 && best.right == columns - 1 && best.top == 0 && best.bottom == rows - 1
        if isWhole { return AnchorFrame(columns: anchorWidth, rows: anchorHeight) }
        let left = Int((Double(best.left) * side).rounded(.up))
        let top = Int((Double(best.top) * side).rounded(.up))
        let right = min(anchorWidth, Int((Double(best.right + 1) * side).rounded(.down)))
        let bottom = min(anchorHeight, Int((Double(best.bottom + 1) * side).rounded(.down)))
        return AnchorFrame(
            left: left, top: top, columns: max(1, right - left), rows: max(1, bottom - top))
    }

    private static func contains(_ point: PixelPoint, _ width: Int, _ height: Int) -> Bool {
        // A hundredth of a pixel for what the way back leaves over.
        point.x >= -0.51 && point.y >= -0.51 && point.x <= Double(width) - 0.49
            && point.y <= Double(height) - 0.49
    }
}
