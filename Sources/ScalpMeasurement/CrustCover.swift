import Raster

extension PhotoSurvey {
    /// Whether crusts lie over places.
    ///
    /// - Parameter places: In pixels of the photo.
    /// - Returns: For each place whether a crust lies there; nil where the photo does not show its skin.
    /// - Complexity: O(pixels of crusts + places).
    package func isUnderCrust(at places: [PixelPoint]) -> [Bool?] {
        let covered = Set(crusts.flatMap(\.workingPixels))
        let step = Double(absorption.reduction)
        return places.map { place in
            guard let cell = grid.cell(at: place) else { return nil }
            let (x, y) = ((place.x + 0.5) / step - 0.5, (place.y + 0.5) / step - 0.5)
            if covered.contains(Int(y.rounded()) * absorption.width + Int(x.rounded())) { return true }
            return skin[cell.column, cell.row] ? false : nil
        }
    }
}
