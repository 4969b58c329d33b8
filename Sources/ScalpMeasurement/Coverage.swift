import Raster

extension PhotoSurvey {
    /// What light and focus change in a coverage, as a share.
    static let sharedErrorOfCoverage = 0.03
    /// What missed pale dots do to a coverage, as a share times the square of the typical dot's significance.
    static let paleErrorOfCoverage = 36.0
    /// What an error of the bare skin's light, shared by all dots, does: a share of one pixel's noise.
    static let backgroundErrorOfCoverage = 0.08

    /// Mean share of light that the pigment takes over a region.
    ///
    /// ```
    /// coverage = Σ load of the region's dots / its area that crusts leave
    /// ```
    /// A dot's load is what is left after its neighbours' share is taken out, so overlaps count once. Under a crust there
    /// is as much pigment as beside it.
    func coverage(of dots: [Dot], in regions: ScalpRegions) -> Measured {
        guard let treated = regions.treated else { return .unknown(.noTreatedRegion) }
        let area = area(of: treated) * (1 - shareUnderCrusts(of: treated))
        guard area > 0 else { return .unknown(.noSkin) }
        let load = dots.reduce(0) { $0 + $1.loadInSquarePixels }
        let share =
            dots.reduce(0) {
                $0 + .pi * (Spot.loadReach * $1.diameterInPixels / 2.354_820_045)
                    * (Spot.loadReach * $1.diameterInPixels / 2.354_820_045)
            } / area
        let value = load / area
        return Self.estimate(
            value, Self.sharedErrorOfCoverage * value, paleShare(Self.paleErrorOfCoverage) * value,
            Self.backgroundErrorOfCoverage * noise * min(share, 1))
    }
}
