import PhotoSeries
import Raster

/// A photo drawn in its view's anchor frame, so that each place of the scalp lies where it lies in all the others.
///
/// Light is resampled, not bytes: Lanczos' kernel of three lobes in linear light, as wide as a pixel of the drawing
/// where that is larger than the photo's, so that dots neither vanish nor beat against the pixels. Where the photo
/// shows nothing the drawing is filled with ``unseen``, and so is what the map cannot lead back to.
package struct PictureWarp {
    /// The quiet grey of what a photo does not show.
    package static let unseen: UInt8 = 226

    /// The drawing.
    package let picture: BytePicture
    /// Share of the frame that the photo shows, 0…1.
    package let shownShare: Double

    /// Side of the cells in which the way back is linear, in pixels of the drawing.
    static let cell = 16
    /// Kernels wider than this in the photo's pixels are not laid: a map that shrinks so much is none.
    static let widestScale = 8.0

    /// Draws a photo.
    ///
    /// - Parameters:
    ///   - image: The photo's pixels in linear light, perhaps smaller than the photo.
    ///   - photoWidth: Pixels of the photo in a row, as its map counts them.
    ///   - photoHeight: Rows of the photo, as its map counts them.
    ///   - map: How the photo lies over the anchor.
    ///   - frame: What part of the anchor is drawn, and how large.
    /// - Complexity: O(pixels of image and drawing).
    package init(
        of image: RGBImage, photoWidth: Int, photoHeight: Int, map: PhotoMap, frame: AnchorFrame
    ) {
        let nodes = WayBack(
            map: map, frame: frame,
            scaleX: Double(image.width) / Double(photoWidth),
            scaleY: Double(image.height) / Double(photoHeight))
        let factor = min(
            nodes.wholeReduction(width: image.width, height: image.height), image.width, image.height)
        let source = factor > 1 ? image.reduced(by: factor) : image
        var bytes = [UInt8](repeating: Self.unseen, count: 3 * frame.columns * frame.rows)
        let shown = Self.draw(source, factor: factor, nodes: nodes, frame: frame, into: &bytes)
        picture = BytePicture(width: frame.columns, height: frame.rows, bytes: bytes)
        shownShare = Double(shown) / Double(frame.columns * frame.rows)
    }
}

/// The way from a drawing's pixels back to a picture's, on a grid of corners.
struct WayBack {
    /// Corners in a row.
    let columns: Int
    /// Rows of corners.
    let rows: Int
    /// The picture's pixel at each corner, row by row; not finite where there is no way back.
    let points: [SIMD2<Double>]

    init(map: PhotoMap, frame: AnchorFrame, scaleX: Double, scaleY: Double) {
        let side = PictureWarp.cell
        columns = (frame.columns + side - 1) / side + 1
        rows = (frame.rows + side - 1) / side + 1
        var points: [SIMD2<Double>] = []
        points.reserveCapacity(columns * rows)
        for row in 0..<rows {
            for column in 0..<columns {
                let place = frame.place(x: Double(column * side), y: Double(row * side))
                guard let point = map.point(at: place), map.isSound(at: point) else {
                    points.append(SIMD2(repeating: .nan))
                    continue
                }
                points.append(SIMD2((point.x + 0.5) * scaleX - 0.5, (point.y + 0.5) * scaleY - 0.5))
            }
        }
        self.points = points
    }

    /// A cell's four corners.
    struct Cell {
        var upperLeft, upperRight, lowerLeft, lowerRight: SIMD2<Double>

        /// Whether there is a way back from all of it.
        var isKnown: Bool {
            (upperLeft + upperRight + lowerLeft + lowerRight).x.isFinite
        }

        /// Whether the cell may lie over a picture's pixels, or half a pixel of the drawing beside them.
        func touches(width: Int, height: Int) -> Bool {
            let low = pointwiseMin(pointwiseMin(upperLeft, upperRight), pointwiseMin(lowerLeft, lowerRight))
            let high = pointwiseMax(pointwiseMax(upperLeft, upperRight), pointwiseMax(lowerLeft, lowerRight))
            let rim = 0.5 + scale / 2
            return high.x >= -rim && high.y >= -rim && low.x <= Double(width) - 1 + rim
                && low.y <= Double(height) - 1 + rim
        }

        /// Pixels of the picture for one of the drawing, in the direction in which there are most of them.
        var scale: Double {
            let side = 2 * Double(PictureWarp.cell)
            let a = (upperRight - upperLeft + lowerRight - lowerLeft) / side
            let b = (lowerLeft - upperLeft + lowerRight - upperRight) / side
            let square = (a * a).sum() + (b * b).sum()
            let determinant = a.x * b.y - a.y * b.x
            let inner = max(0, square * square - 4 * determinant * determinant).squareRoot()
            return ((square + inner) / 2).squareRoot()
        }
    }

    /// The cell at a column and a row of cells.
    func cell(_ column: Int, _ row: Int) -> Cell {
        let first = row * columns + column
        return Cell(
            upperLeft: points[first], upperRight: points[first + 1], lowerLeft: points[first + columns],
            lowerRight: points[first + columns + 1])
    }

    /// By how much the picture can be made smaller in whole steps before it is drawn, nothing lost: the smallest
    /// scale of all cells over the picture.
    func wholeReduction(width: Int, height: Int) -> Int {
        var least = Double.infinity
        for row in 0..<rows - 1 {
            for column in 0..<columns - 1 {
                let cell = cell(column, row)
                if cell.isKnown, cell.touches(width: width, height: height) { least = min(least, cell.scale) }
            }
        }
        return least.isFinite ? max(1, Int(min(least, 64))) : 1
    }
}

extension RGBImage {
    /// The picture at a smaller size, each pixel the mean of a square of `factor × factor`.
    fileprivate func reduced(by factor: Int) -> RGBImage {
        RGBImage(
            red: red.reduced(by: factor), green: green.reduced(by: factor), blue: blue.reduced(by: factor))
    }
}
