import Raster
import ScalpMeasurement

/// Draws on a small copy of a photo what was found in it: rings about dots and the outlines of regions.
package struct OverlayDrawing {
    /// A colour with its opacity.
    package struct Ink: Sendable {
        /// Gamma-coded sRGB.
        var red: UInt8, green: UInt8, blue: UInt8
        /// 0…1.
        var opacity: Double

        /// Dots that count.
        package static let dot = Ink(red: 255, green: 140, blue: 0, opacity: 0.85)
        /// Edge of the treated region.
        package static let treated = Ink(red: 0, green: 190, blue: 255, opacity: 0.9)
        /// Edge of the reference region.
        package static let reference = Ink(red: 120, green: 230, blue: 90, opacity: 0.9)
        /// A place that lost its dots.
        package static let lost = Ink(red: 255, green: 0, blue: 160, opacity: 0.95)
    }

    /// Width of all lines, in pixels of the small copy: seen on a phone, and finer than a dot.
    private static let lineWidth = 1.2
    /// Width of outlines of regions: the small picture in a report shows them too.
    private static let outlineWidth = 2.4
    /// Rings keep this far from a dot's edge, in pixels of the small copy.
    private static let ringGap = 1.6

    /// The small copy with what has been drawn on it.
    package private(set) var picture: BytePicture
    /// Pixels of the small copy for a pixel of the photo.
    private let scale: Double

    /// Begins on a small copy.
    ///
    /// - Parameters:
    ///   - picture: The small copy.
    ///   - photoWidth: Pixels in a row of the photo itself.
    package init(on picture: BytePicture, photoWidth: Int) {
        self.picture = picture
        scale = Double(picture.width) / Double(photoWidth)
    }

    /// Rings dots.
    package mutating func ring(_ dots: [Dot]) {
        for dot in dots {
            let radius = dot.diameterInPixels / 2 * scale + Self.ringGap
            circle(at: place(dot.position), radius: max(radius, 2), .dot)
        }
    }

    /// Marks a place that lost its dots.
    ///
    /// - Parameters:
    ///   - centre: Its middle in the photo's pixels.
    ///   - area: Its area in the photo's px².
    package mutating func markLostPatch(at centre: PixelPoint, area: Double) {
        let radius = (max(area, 0) / .pi).squareRoot() * scale
        for extra in [0, 1.5] { circle(at: place(centre), radius: radius + extra, .lost) }
    }

    /// Outlines a region with a smooth line; where the region runs out of the photo there is no line.
    ///
    /// - Parameters:
    ///   - mask: The region, by cells.
    ///   - grid: Where the cells lie in the photo.
    ///   - ink: Its colour.
    ///   - isDashed: Whether the line is broken, so that it is told from others without colour.
    package mutating func outline(_ mask: Mask, on grid: CellGrid, _ ink: Ink, isDashed: Bool = false) {
        for (index, segment) in RegionContour(of: mask).segments.enumerated() where !isDashed || index % 6 < 4
        {
            line(from: corner(segment.start, on: grid), to: corner(segment.end, on: grid), ink)
        }
    }

    /// A place in cells, cell centres being whole, as one of the small copy.
    private func corner(_ cell: PixelPoint, on grid: CellGrid) -> PixelPoint {
        let side = Double(grid.side)
        return place(PixelPoint(x: (cell.x + 0.5) * side - 0.5, y: (cell.y + 0.5) * side - 0.5))
    }

    private func place(_ point: PixelPoint) -> PixelPoint {
        PixelPoint(x: (point.x + 0.5) * scale - 0.5, y: (point.y + 0.5) * scale - 0.5)
    }

    private mutating func circle(at centre: PixelPoint, radius: Double, _ ink: Ink) {
        let reach = radius + Self.lineWidth
        paint(
            x: centre.x - reach...centre.x + reach, y: centre.y - reach...centre.y + reach, ink,
            width: Self.lineWidth
        ) { x, y in
            let (dx, dy) = (x - centre.x, y - centre.y)
            return abs((dx * dx + dy * dy).squareRoot() - radius)
        }
    }

    private mutating func line(from start: PixelPoint, to end: PixelPoint, _ ink: Ink) {
        let reach = Self.outlineWidth
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let square = dx * dx + dy * dy
        paint(
            x: min(start.x, end.x) - reach...max(start.x, end.x) + reach,
            y: min(start.y, end.y) - reach...max(start.y, end.y) + reach, ink,
            width: Self.outlineWidth
        ) { x, y in
            let along = square > 0 ? ((x - start.x) * dx + (y - start.y) * dy) / square : 0
            let t = min(max(along, 0), 1)
            let (ex, ey) = (x - start.x - t * dx, y - start.y - t * dy)
            return (ex * ex + ey * ey).squareRoot()
        }
    }

    /// Lays ink on the pixels of a box, by their distance from a line.
    private mutating func paint(
        x: ClosedRange<Double>, y: ClosedRange<Double>, _ ink: Ink, width: Double,
        distance: (Double, Double) -> Double
    ) {
        let columns = Self.pixels(x, count: picture.width)
        let rows = Self.pixels(y, count: picture.height)
        for row in rows {
            for column in columns {
                let inside = width / 2 + 0.5 - distance(Double(column), Double(row))
                let share = min(max(inside, 0), 1) * ink.opacity
                guard share > 0 else { continue }
                let index = 3 * (row * picture.width + column)
                mix(ink.red, share, at: index)
                mix(ink.green, share, at: index + 1)
                mix(ink.blue, share, at: index + 2)
            }
        }
    }

    private mutating func mix(_ colour: UInt8, _ share: Double, at index: Int) {
        let old = Double(picture.bytes[index])
        picture.bytes[index] = UInt8((old + (Double(colour) - old) * share).rounded())
    }

    private static func pixels(_ range: ClosedRange<Double>, count: Int) -> Range<Int> {
        let first = max(0, min(range.lowerBound, Double(count)).rounded(.down))
        let last = min(Double(count - 1), max(range.upperBound, -1).rounded(.up))
        return first <= last ? Int(first)..<Int(last) + 1 : 0..<0
    }
}
