import Raster
import SteadyMath

/// Redness (erythema index difference) and what it was made of.
public struct Redness: Sendable, Equatable, Codable {
    /// Erythema index of treated less reference skin, EI, freed from the light's gradient and the camera's gain.
    public var difference: Measured
    /// Erythema index of the treated skin, EI, or nil without treated skin: that of the reference skin and the
    /// difference together; without reference skin the median as the photo shows it.
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
    /// What the places of 6 mm leave out of the step's error: the largest blotches, and light that is no plane.
    static let scatterOfStep = 2.0
    /// What a fitted gradient leaves of the light's colour in the difference, over the gradient itself.
    static let shareOfGradient = 0.6
    /// Error of a difference of 0, EI times the side of a cell in pixels: a JPEG's halved colour mixes that of ink
    /// and hairs into the skin beside them, a pixel or two wide.
    static let leastErrorTimesSide = 1.0
    /// Cells by which the skin's edge is left out where the skin's own blotches are read.
    static let edgeOfBlotches = 2

    /// Redness of treated over reference skin.
    ///
    /// ```
    /// EI = 100 · (log10 R − log10 G)
    /// redness = step of EI between treated and reference cells over an even gradient of the light · gain
    /// ```
    /// Colours are means of linear light over the bare pixels of a cell, so noise does not bend the logarithm. The
    /// gain is the camera's (``BloodGain``).
    func redness(in regions: ScalpRegions) -> Redness {
        let tones = SkinTones(of: colours)
        let treated = regions.treated.flatMap { regionColour($0, of: tones) }
        let reference = regions.reference.flatMap { regionColour($0, of: tones) }
        let difference: Measured
        if regions.treated == nil {
            difference = .unknown(.noTreatedRegion)
        } else if treated != nil, reference != nil, let estimate = rednessStep(in: regions, of: tones) {
            difference = .known(estimate)
        } else {
            difference = .unknown(treated == nil ? .noTreatedRegion : .noReference)
        }
        var deltaA: Double?
        if let treated, let reference { deltaA = treated.lab.a - reference.lab.a }
        // Told in the reference's light and freed from the gain, so that the two differ by the difference.
        let index = difference.estimate.flatMap { estimate in
            reference.map { $0.erythemaIndex + estimate.value }
        }
        return Redness(
            difference: difference, erythemaIndex: index ?? treated?.erythemaIndex,
            referenceErythemaIndex: reference?.erythemaIndex, deltaA: deltaA,
            individualTypologyAngle: reference?.lab.individualTypologyAngle)
    }

    /// The step in redness with the camera's gain, or nil without cells.
    private func rednessStep(in regions: ScalpRegions, of tones: SkinTones) -> Estimate? {
        guard let red = step(in: regions, of: tones.redness), let blue = step(in: regions, of: tones.blueness)
        else { return nil }
        var gain = BloodGain.unknown
        var inner = skin
        for _ in 0..<Self.edgeOfBlotches { inner = CellMorphology.withoutEdge(inner) }
        let bare = inner.members.indices.map {
            inner.members[$0] && colours.pixels[$0] >= Self.leastPixelsOfCell
        }
        if let slopes = SkinSlopes(of: tones, where: bare) {
            gain = BloodGain(
                slopes: slopes, redness: red.step, blueness: blue.step, bluenessError: blue.error)
        }
        let value = red.step * Steady.exp(gain.log)
        let scatter = Self.scatterOfStep * red.error
        let light = Self.shareOfGradient * red.gradient
        let camera = gain.error * value
        let least = Self.leastErrorTimesSide / Double(grid.side / absorption.reduction)
        let squares = scatter * scatter + light * light + camera * camera + least * least
        return Estimate(value: value, standardError: squares.squareRoot())
    }

    private func step(in regions: ScalpRegions, of values: [Double]) -> StepOverLight? {
        var cells = [StepOverLight.Cell]()
        for cell in 0..<colours.count where colours.pixels[cell] >= Self.leastPixelsOfCell {
            let isTreated = regions.treated?.members[cell] ?? false
            guard isTreated || regions.reference?.members[cell] ?? false else { continue }
            cells.append(
                StepOverLight.Cell(
                    column: cell % colours.columns, row: cell / colours.columns, isTreated: isTreated,
                    value: values[cell]))
        }
        return StepOverLight(over: cells, columns: colours.columns, rows: colours.rows)
    }

    /// Colour of a region's bare skin.
    struct RegionColour {
        /// Median erythema index, EI.
        let erythemaIndex: Double
        /// CIELAB of the median colour.
        let lab: Lab
    }

    /// Colour of a region's bare skin, or nil where too little of it is bare.
    private func regionColour(_ region: Mask, of tones: SkinTones) -> RegionColour? {
        let cells = (0..<colours.count).filter {
            region.members[$0] && colours.pixels[$0] >= Self.leastPixelsOfCell
        }
        guard cells.count >= Self.leastCellsOfRegion,
            let redness = Quantile.median(cells.map { tones.redness[$0] }),
            let red = Quantile.median(cells.map { colours.red[$0] }),
            let green = Quantile.median(cells.map { colours.green[$0] }),
            let blue = Quantile.median(cells.map { colours.blue[$0] })
        else { return nil }
        return RegionColour(erythemaIndex: redness, lab: Lab(red: red, green: green, blue: blue))
    }
}
