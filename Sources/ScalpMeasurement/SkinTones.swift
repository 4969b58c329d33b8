import SteadyMath

/// Colour of each cell's bare skin as logarithms, so that the light's strength and its colour are only added.
///
/// A channel without light counts as 0.001.
struct SkinTones {
    /// Cells in a row.
    let columns: Int
    /// Rows of cells.
    let rows: Int
    /// Erythema index, `100 log10 R/G`, EI.
    private(set) var redness: [Double] = []
    /// `100 log10 G/B`.
    private(set) var blueness: [Double] = []
    /// `100 log10 G`.
    private(set) var brightness: [Double] = []

    private static let leastLight = 1e-3

    /// Reads the tones of all cells.
    ///
    /// - Complexity: O(cells).
    init(of colours: CellColours) {
        (columns, rows) = (colours.columns, colours.rows)
        redness.reserveCapacity(colours.count)
        blueness.reserveCapacity(colours.count)
        brightness.reserveCapacity(colours.count)
        for cell in 0..<colours.count {
            let red = max(colours.red[cell], Self.leastLight)
            let green = max(colours.green[cell], Self.leastLight)
            let blue = max(colours.blue[cell], Self.leastLight)
            let tones = 100 * Steady.log10(SIMD4(red / green, green / blue, green, 1))
            redness.append(tones.x)
            blueness.append(tones.y)
            brightness.append(tones.z)
        }
    }
}
