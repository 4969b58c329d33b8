/// A line, an area or a word of a drawing, in the drawing's own units.
enum PaperShape: Sendable {
    /// A place.
    struct Place: Sendable, Equatable {
        var x: Double, y: Double
    }

    /// How a line looks.
    struct Pen: Sendable, Equatable {
        var colour: Studio.Colour
        var width: Double
        var dash = 0.0, gap = 0.0
    }

    /// A rectangle, filled and outlined where asked for.
    case rectangle(
        x: Double, y: Double, width: Double, height: Double, radius: Double = 0, fill: Studio.Colour? = nil,
        pen: Pen? = nil)
    /// A circle, filled and outlined where asked for.
    case circle(Place, radius: Double, fill: Studio.Colour? = nil, pen: Pen? = nil)
    /// A line through places, or the area inside it.
    case line([Place], isClosed: Bool = false, fill: Studio.Colour? = nil, pen: Pen? = nil)
    /// A word whose letters stand on a line; it begins, has its middle or ends at the place.
    case word(ShapedText, Place, PaperStyle.Alignment)
    /// Shapes of which only what lies in a box is seen.
    indirect case clipped(x: Double, y: Double, width: Double, height: Double, [PaperShape])
}
