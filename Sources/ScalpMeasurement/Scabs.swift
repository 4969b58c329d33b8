import Raster

/// Crusts on treated skin.
public struct Scabs: Sendable, Equatable, Codable {
    /// Share of the treated skin under crusts, 0…1.
    public var areaFraction: Measured
    /// How many.
    public var count: Int
}

extension PhotoSurvey {
    /// What light and focus change in the area of crusts, as a share.
    static let sharedErrorOfScabs = 0.2
    /// Area fraction that can be overlooked or mistaken.
    static let leastErrorOfScabs = 0.0015

    /// The crusts whose middle lies in a region.
    private func crusts(in region: Mask) -> [Crust] {
        crusts.filter { crust in
            guard let cell = grid.cell(at: crust.centre) else { return false }
            return region[cell.column, cell.row]
        }
    }

    /// Share of a region that its crusts hide, 0…0.5: more of a region that shows dots is not hidden.
    func shareUnderCrusts(of region: Mask) -> Double {
        let pixels = area(of: region)
        guard pixels > 0 else { return 0 }
        return min(crusts(in: region).reduce(0) { $0 + $1.areaInSquarePixels } / pixels, 0.5)
    }

    /// Crusts over a region.
    func scabs(in regions: ScalpRegions) -> Scabs {
        guard let treated = regions.treated else {
            return Scabs(areaFraction: .unknown(.noTreatedRegion), count: 0)
        }
        guard area(of: treated) > 0 else { return Scabs(areaFraction: .unknown(.noSkin), count: 0) }
        let fraction = shareUnderCrusts(of: treated)
        return Scabs(
            areaFraction: Self.estimate(fraction, Self.sharedErrorOfScabs * fraction, Self.leastErrorOfScabs),
            count: crusts(in: treated).count)
    }
}
