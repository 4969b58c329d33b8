/// A drawing in its own units, with what it shows in words.
struct PaperDrawing: Sendable {
    /// Its sides.
    var width: Double, height: Double
    /// From back to front.
    var shapes: [PaperShape]
    /// What it shows, for those who don't see it; nil where words beside it say the same.
    var words: String?
}
