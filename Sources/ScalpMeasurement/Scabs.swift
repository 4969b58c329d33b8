import Raster

/// Crusts on treated skin.
public struct Scabs: Sendable, Equatable {
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

    /// Crusts over a region.
    func scabs(in regions: ScalpRegions) -> Scabs {
        guard let treated = regions.treated else {
            return Scabs(areaFraction: .unknown(.noTreatedRegion), count: 0)
        }
        let inside = crusts.filter { crust in
            guard let cell = grid.cell(at: crust.centre) else { return false }
            return treated[cell.column, cell.row]
        }
        let pixels = area(of: treated)
        guard pixels > 0 else { return Scabs(areaFraction: .unknown(.noSkin), count: 0) }
        let fraction = inside.reduce(0) { $0 + $1.areaInSquarePixels } / pixels
        return Scabs(
            areaFraction: Self.estimate(fraction, Self.sharedErrorOfScabs * fraction, Self.leastErrorOfScabs),
            count: inside.count)
    }
}
