import PhotoSeries
import Raster
import ScalpMeasurement

extension PhotoMeasurement {
    /// The measurement with areas and loads told in another photo's pixels, where no scale in millimetres is known.
    ///
    /// - Parameter areaFactor: Pixels of the other photo for a pixel of this one.
    /// - Returns: The same where a scale is known.
    func inPixels(ofAnchor areaFactor: Double) -> PhotoMeasurement {
        guard scale == nil, areaFactor > 0, areaFactor.isFinite else { return self }
        var told = self
        told.density.value = density.value.scaled(by: 1 / areaFactor)
        told.density.areaMegapixels = density.areaMegapixels.map { $0 * areaFactor }
        told.darkness.pigmentLoad = darkness.pigmentLoad.scaled(by: areaFactor)
        return told
    }
}

extension Measured {
    fileprivate func scaled(by factor: Double) -> Measured {
        switch self {
        case .known(let known):
            .known(Estimate(value: known.value * factor, standardError: known.standardError * factor))
        case .unknown: self
        }
    }
}

extension Homography {
    /// How many pixels of the anchor a pixel of the photo covers at a place (the map's Jacobian there).
    ///
    /// ```
    /// |det H| / |h₃₁ x + h₃₂ y + h₃₃|³
    /// ```
    ///
    /// - Parameter point: A place in the photo.
    /// - Returns: Above 0, or 0 where the map is not one to one.
    func areaFactor(at point: PixelPoint) -> Double {
        let h = elements
        let determinant =
            h[0] * (h[4] * h[8] - h[5] * h[7]) - h[1] * (h[3] * h[8] - h[5] * h[6])
            + h[2] * (h[3] * h[7] - h[4] * h[6])
        let depth = abs(h[6] * point.x + h[7] * point.y + h[8])
        return depth > 0 ? abs(determinant) / (depth * depth * depth) : 0
    }
}

extension ScalpRegions {
    /// The middle of the treated cells in pixels, or of the photo where there are none.
    var treatedCentre: PixelPoint {
        var (x, y, count) = (0.0, 0.0, 0.0)
        if let treated {
            for row in 0..<treated.height {
                for column in 0..<treated.width where treated[column, row] {
                    let centre = grid.centre(column: column, row: row)
                    x += centre.x
                    y += centre.y
                    count += 1
                }
            }
        }
        guard count > 0 else {
            return PixelPoint(x: Double(grid.photoWidth - 1) / 2, y: Double(grid.photoHeight - 1) / 2)
        }
        return PixelPoint(x: x / count, y: y / count)
    }
}
