import PixelMath
import Raster

extension PhotoSurvey {
    /// Cells over which the light of bare skin is smoothed: noise goes, a highlight of a few millimetres stays.
    private static let skinLightInCells = 2.0

    /// The light of the bare skin around places, without dots, hairs, scabs and glare.
    ///
    /// - Parameter places: In pixels of the photo.
    /// - Returns: For each place linear red, green and blue; nil where the photo does not show its skin.
    /// - Complexity: O(cells + places).
    package func skinLight(at places: [PixelPoint]) -> [SIMD3<Double>?] {
        let weights = (0..<colours.count).map { skin.members[$0] ? Float(colours.pixels[$0]) : 0 }
        let channels = CellSmoothing.means(
            of: [colours.red, colours.green, colours.blue], weights: weights, columns: colours.columns,
            rows: colours.rows, sigma: Self.skinLightInCells)
        return places.map { place in
            guard let cell = grid.cell(at: place), skin[cell.column, cell.row] else { return nil }
            return SIMD3(
                Double(channels[0][cell.column, cell.row]), Double(channels[1][cell.column, cell.row]),
                Double(channels[2][cell.column, cell.row]))
        }
    }
}
