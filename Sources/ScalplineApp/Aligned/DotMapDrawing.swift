import ProgressReport
import Raster

/// Draws dots on a pale picture: filled where they are kept, open where they have gone, small and grey where nothing is
/// known; the shape tells the session.
///
/// Filled against open tells kept from lost without colour, on paper as on a screen.
package struct DotMapDrawing {
    /// What has become of a dot.
    package enum Fate: Sendable { case kept, lost, unseen }

    /// Share of the photo's contrast that the pale picture keeps.
    private static let kept = 0.3
    /// A mark's radius over the dots' spacing, and its bounds in pixels of the drawing.
    private static let radiusInSpacings = 0.27
    private static let radii = 2.2...6.0
    /// Width of an open mark's line over its radius, and its least in pixels.
    private static let lineInRadii = 0.45
    private static let finestLine = 1.3
    /// Radius of a dot that the photo does not show, in pixels of the drawing.
    private static let unseenRadius = 1.3

    /// The drawing.
    package private(set) var picture: BytePicture
    private let radius: Double

    /// Begins on a picture.
    ///
    /// - Parameters:
    ///   - picture: The photo in the map's frame.
    ///   - spacing: The dots' spacing in pixels of the drawing, above 0.
    package init(on picture: BytePicture, spacing: Double) {
        var bytes = picture.bytes
        for index in stride(from: 0, to: bytes.count, by: 3) {
            // Luma of BT.601, rounded: a grey ground under coloured dots.
            let luma =
                (299 * Int(bytes[index]) + 587 * Int(bytes[index + 1]) + 114 * Int(bytes[index + 2]) + 500)
                / 1_000
            let pale = UInt8((255 - Double(255 - luma) * Self.kept).rounded())
            bytes[index] = pale
            bytes[index + 1] = pale
            bytes[index + 2] = pale
        }
        self.picture = BytePicture(width: picture.width, height: picture.height, bytes: bytes)
        radius = min(max(spacing * Self.radiusInSpacings, Self.radii.lowerBound), Self.radii.upperBound)
    }

    /// Draws a dot.
    ///
    /// - Parameters:
    ///   - place: Its middle in pixels of the drawing.
    ///   - mark: The shape of its session.
    ///   - fate: What has become of it.
    package mutating func draw(at place: PixelPoint, mark: DotMap.Mark, fate: Fate) {
        let radius = radius
        switch fate {
        case .kept: lay(place, mark.colour) { x, y in Self.distance(mark, x, y, radius) }
        case .lost:
            let half = max(radius * Self.lineInRadii, Self.finestLine) / 2
            lay(place, DotMap.lostColour) { x, y in
                abs(Self.distance(mark, x, y, radius - half / 2)) - half
            }
        case .unseen:
            lay(place, DotMap.unseenColour) { x, y in (x * x + y * y).squareRoot() - Self.unseenRadius }
        }
    }

    /// Distance from a shape's edge in pixels, negative inside; the shapes have about one area.
    private static func distance(_ mark: DotMap.Mark, _ x: Double, _ y: Double, _ radius: Double) -> Double {
        switch mark {
        case .disc: (x * x + y * y).squareRoot() - radius
        case .square: max(abs(x), abs(y)) - 0.89 * radius
        // Up the picture is towards smaller rows.
        case .triangle: max(0.866 * abs(x) - 0.5 * y, y) - 0.72 * radius
        case .diamond: 0.7071 * (abs(x) + abs(y)) - 0.89 * radius
        }
    }

    private mutating func lay(
        _ place: PixelPoint, _ colour: (red: UInt8, green: UInt8, blue: UInt8),
        distance: (Double, Double) -> Double
    ) {
        // The triangle's corners reach furthest: 1.44 radii.
        let reach = radius * 1.5 + 2
        guard place.x > -reach, place.y > -reach, place.x < Double(picture.width) + reach,
            place.y < Double(picture.height) + reach
        else { return }
        let columns = max(0, Int(place.x - reach))...min(picture.width - 1, max(0, Int(place.x + reach)))
        let rows = max(0, Int(place.y - reach))...min(picture.height - 1, max(0, Int(place.y + reach)))
        for row in rows {
            for column in columns {
                let share = min(
                    max(0.5 - distance(Double(column) - place.x, Double(row) - place.y), 0), 1)
                guard share > 0 else { continue }
                let index = 3 * (row * picture.width + column)
                for (channel, value) in [colour.red, colour.green, colour.blue].enumerated() {
                    let old = Double(picture.bytes[index + channel])
                    picture.bytes[index + channel] = UInt8((old + (Double(value) - old) * share).rounded())
                }
            }
        }
    }
}
