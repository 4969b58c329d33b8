import PhotoSeries
import Raster

/// A part of a view's anchor photo, drawn at a size of its own.
package struct AnchorFrame: Sendable, Equatable {
    /// Left edge of the drawing in the anchor's pixels; the anchor's own is −0.5.
    package var left: Double
    /// Upper edge in the anchor's pixels.
    package var top: Double
    /// Width in the anchor's pixels; below 0 where the drawing is the mirror image of the anchor.
    package var width: Double
    /// Height in the anchor's pixels.
    package var height: Double
    /// Pixels of the drawing in a row, at least 1.
    package let columns: Int
    /// Rows of the drawing, at least 1.
    package let rows: Int

    /// The whole anchor, or a part of it, pixel by pixel.
    ///
    /// - Parameters:
    ///   - left: First column of the part.
    ///   - top: First row of the part.
    ///   - columns: Pixels in a row, at least 1.
    ///   - rows: Rows, at least 1.
    package init(left: Int = 0, top: Int = 0, columns: Int, rows: Int) {
        self.left = Double(left) - 0.5
        self.top = Double(top) - 0.5
        width = Double(columns)
        height = Double(rows)
        self.columns = max(1, columns)
        self.rows = max(1, rows)
    }

    /// The same part at another size.
    ///
    /// - Parameters:
    ///   - longSide: Pixels of the drawing's longer side.
    ///   - mayGrow: Whether the drawing may have more pixels than the anchor.
    /// - Returns: The frame.
    package func drawn(longSide: Int, mayGrow: Bool = false) -> AnchorFrame {
        let longest = max(abs(width), height)
        let scale = mayGrow ? Double(longSide) / longest : min(1, Double(longSide) / longest)
        return AnchorFrame(
            left: left, top: top, width: width, height: height,
            columns: max(1, Int((abs(width) * scale).rounded())),
            rows: max(1, Int((height * scale).rounded())))
    }

    /// Makes a frame of its parts.
    ///
    /// - Parameters:
    ///   - left: Left edge in the anchor's pixels.
    ///   - top: Upper edge in the anchor's pixels.
    ///   - width: In the anchor's pixels; below 0 to draw a mirror image, of which `left` is the right edge.
    ///   - height: In the anchor's pixels, above 0.
    ///   - columns: Pixels of the drawing in a row, at least 1.
    ///   - rows: Rows of the drawing, at least 1.
    package init(left: Double, top: Double, width: Double, height: Double, columns: Int, rows: Int) {
        precondition(width != 0 && height > 0 && columns >= 1 && rows >= 1)
        self.left = left
        self.top = top
        self.width = width
        self.height = height
        self.columns = columns
        self.rows = rows
    }

    /// The mirror image of the same part, where the anchor itself is a mirror image of what the others show.
    ///
    /// - Parameter isMirrored: Whether to mirror at all.
    /// - Returns: The frame.
    package func mirrored(_ isMirrored: Bool = true) -> AnchorFrame {
        guard isMirrored else { return self }
        return AnchorFrame(
            left: left + width, top: top, width: -width, height: height, columns: columns, rows: rows)
    }

    /// Whether most of a view's registered photos are mirror images of the anchor: then it is the anchor that was
    /// taken through a mirror, as selfies are.
    ///
    /// - Parameter registrations: Those of the view's registered photos.
    /// - Returns: Whether the drawing is to be mirrored.
    package static func isMirrored(_ registrations: [Registration]) -> Bool {
        2 * registrations.count { $0.mirrored } > registrations.count
    }

    /// Where a pixel of the drawing lies in the anchor's pixels.
    package func place(x: Double, y: Double) -> PixelPoint {
        PixelPoint(
            x: left + (x + 0.5) * width / Double(columns), y: top + (y + 0.5) * height / Double(rows))
    }

    /// Where a place of the anchor lies in the drawing's pixels.
    package func pixel(of place: PixelPoint) -> PixelPoint {
        PixelPoint(
            x: (place.x - left) / width * Double(columns) - 0.5,
            y: (place.y - top) / height * Double(rows) - 0.5)
    }
}
