import Raster
import SteadyMath

/// Redness (erythema index difference) and what it was made of.
public struct Redness: Sendable, Equatable {
    /// Median erythema index of treated minus reference skin, EI.
    public var difference: Measured
    /// Median erythema index of the treated skin, EI, or nil without treated skin.
    public var erythemaIndex: Double?
    /// Median erythema index of the reference skin, EI, or nil without reference skin.
    public var referenceErythemaIndex: Double?
    /// CIELAB a* (D65) of treated minus reference skin, or nil without one of them.
    public var deltaA: Double?
    /// Individual typology angle of the reference skin, degrees, or nil without reference skin.
    public var individualTypologyAngle: Double?
}

extension PhotoSurvey {
    /// Cells that a median of a region needs.
    static let leastCellsOfRegion = 12
    /// Bare pixels that a cell's colour needs.
    static let leastPixelsOfCell = 6
    /// What wrong gains, other lamps, a tone curve and veiling light do to a difference, as a share of it
    /// (MEASURES.md, Redness).
    static let sharedErrorOfRedness = 0.07
    /// The same for a difference of 0: a colour gradient of the light over the photo, EI.
    static let leastErrorOfRedness = 0.3
    /// Cells over which skin's blotches hang together, so that neighbours do not count anew.
    static let cellsOfBlotch = 6.0

    /// Redness of treated over reference skin.
    ///
    /// ```
    /// EI = 100 · (log10 R − log10 G)
    /// redness = median EI over treated cells − median EI over reference cells
    /// ```
    /// Colours are means of linear light over the bare pixels of a cell, so noise does not bend the logarithm.
    func redness(in regions: ScalpRegions) -> Redness {
        let treated = regions.treated.flatMap { regionColour($0) }
        let reference = regions.reference.flatMap { regionColour($0) }
        let difference: Measured
        if regions.treated == nil {
            difference = .unknown(.noTreatedRegion)
        } else if let treated, let reference {
            let value = treated.erythemaIndex - reference.erythemaIndex
            let shared = Self.sharedErrorOfRedness * value
            let squares =
                treated.error * treated.error + reference.error * reference.error + shared * shared
                + Self.leastErrorOfRedness * Self.leastErrorOfRedness
            difference = .known(Estimate(value: value, standardError: squares.squareRoot()))
        } else {
            difference = .unknown(treated == nil ? .noTreatedRegion : .noReference)
        }
        var deltaA: Double?
        if let treated, let reference { deltaA = treated.lab.a - reference.lab.a }
        return Redness(
            difference: difference, erythemaIndex: treated?.erythemaIndex,
            referenceErythemaIndex: reference?.erythemaIndex, deltaA: deltaA,
            individualTypologyAngle: reference?.lab.individualTypologyAngle)
    }

    /// Colour of a region's bare skin.
    struct RegionColour {
        /// Median erythema index, EI.
        let erythemaIndex: Double
        /// Standard error of that median from the skin's own blotches, EI.
        let error: Double
        /// CIELAB of the median colour.
        let lab: Lab
    }

    /// Colour of a region's bare skin, or nil where too little of it is bare.
    func regionColour(_ region: Mask) -> RegionColour? {
        var indices = [Double]()
        var (reds, greens, blues) = ([Double](), [Double](), [Double]())
        for cell in 0..<colours.count where region.members[cell] {
            guard colours.pixels[cell] >= Self.leastPixelsOfCell else { continue }
            let (red, green) = (max(colours.red[cell], 1e-3), max(colours.green[cell], 1e-3))
            indices.append(100 * Steady.log10(red / green))
            reds.append(colours.red[cell])
            greens.append(colours.green[cell])
            blues.append(colours.blue[cell])
        }
        guard indices.count >= Self.leastCellsOfRegion, let middle = Quantile.median(indices),
            let deviation = Quantile.robustDeviation(indices), let red = Quantile.median(reds),
            let green = Quantile.median(greens), let blue = Quantile.median(blues)
        else { return nil }
        let independent = max(Double(indices.count) / Self.cellsOfBlotch, 1)
        // A median scatters 1.2533 times as much as a mean.
        return RegionColour(
            erythemaIndex: middle, error: 1.2533 * deviation / independent.squareRoot(),
            lab: Lab(red: red, green: green, blue: blue))
    }
}
