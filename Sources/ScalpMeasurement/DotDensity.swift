import Raster

/// Dots per area of treated skin.
public struct DotDensity: Sendable, Equatable, Codable {
    /// Dots per cm² with a scale, per megapixel without; corrected for `completeness` where that is known.
    public var value: Measured
    /// Dots counted.
    public var count: Int
    /// Share of the true dots that the count is expected to hold, as crusts hide some, 0…1; nil without a region.
    public var completeness: Double?
    /// Area of the treated region in cm², or nil without a scale or a region.
    public var areaSquareCentimetres: Double?
    /// Area of the treated region in megapixels of the photo, or nil without a region.
    public var areaMegapixels: Double?
}

extension PhotoSurvey {
    /// What focus and light change in a count from photo to photo, as a share.
    static let sharedErrorOfDensity = 0.02
    /// What texture hides or feigns of a count, as a share times the square of the typical dot's significance:
    /// 4 % where the typical dot is 30 deviations of the texture deep.
    static let paleErrorOfDensity = 36.0
    /// How far the edge of the region may lie wrong, in cells.
    static let edgeErrorInCells = 0.25

    /// Dots per area of a region.
    ///
    /// The error holds what another photo of the same scalp would change: spots near the decision, the
    /// region's edge, and a share for focus and light. The dots of one scalp are what they are, so there is no
    /// counting error of independent events in it.
    func density(of dots: [Dot], in regions: ScalpRegions, scale: PhotoScale?) -> DotDensity {
        guard let treated = regions.treated else {
            return DotDensity(
                value: .unknown(.noTreatedRegion), count: dots.count, completeness: nil,
                areaSquareCentimetres: nil, areaMegapixels: nil)
        }
        let pixels = area(of: treated)
        let squareCentimetres = scale.map {
            pixels / ($0.pixelsPerMillimetre * $0.pixelsPerMillimetre) / 100
        }
        let megapixels = pixels / 1e6
        let area = squareCentimetres ?? megapixels
        // Under a crust there are as many dots as beside it.
        let completeness = 1 - shareUnderCrusts(of: treated)
        let value: Measured
        if quality.problems.contains(.lowResolution) {
            value = .unknown(.lowResolution)
        } else if quality.problems.contains(.blurred) {
            value = .unknown(.blurred)
        } else if area > 0 {
            let density = Double(dots.count) / (area * completeness)
            let doubtful =
                dots.reduce(0) { $0 + $1.probability * (1 - $1.probability) }.squareRoot()
                / (area * completeness)
            let rim = Self.edgeErrorInCells * Double(edge(of: treated)) / Double(max(treated.count, 1))
            value = Self.estimate(
                density, doubtful, rim * density, Self.sharedErrorOfDensity * density,
                paleShare(Self.paleErrorOfDensity) * density,
                Self.sharedErrorOfScabs * (1 - completeness) * density)
        } else {
            value = .unknown(.noSkin)
        }
        return DotDensity(
            value: value, count: dots.count, completeness: completeness,
            areaSquareCentimetres: squareCentimetres,
            areaMegapixels: megapixels)
    }
}
