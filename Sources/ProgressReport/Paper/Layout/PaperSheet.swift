/// A sheet and where on it things stand, in points.
struct PaperSheet: Sendable, Equatable {
    /// Its sides.
    let width: Double, height: Double
    /// White to the left and right.
    let side = 44.0
    /// White above.
    let top = 36.0
    /// White below.
    let bottom = 30.0

    /// Makes a sheet.
    init(_ paper: Studio.Paper) {
        switch paper {
        // 210 × 297 mm.
        case .a4: (width, height) = (595.276, 841.89)
        case .letter: (width, height) = (612, 792)
        }
    }

    /// Width of what stands on it.
    var innerWidth: Double { width - 2 * side }
    /// Height of what stands on it, head and foot included.
    var innerHeight: Double { height - top - bottom }
}
