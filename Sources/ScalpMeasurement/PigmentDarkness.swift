import Raster

/// How dark the dots of the treated region are.
public struct PigmentDarkness: Sendable, Equatable, Codable {
    /// Mean load of a dot: mm² of perfect black with a scale, px² without.
    public var pigmentLoad: Measured
    /// Median optical density of a dot's core.
    public var opticalDensity: Measured
    /// Median `OD_B − OD_R` of the dots.
    public var tone: Measured
}

extension PhotoSurvey {
    /// Fewer dots than this give no mean.
    static let leastDotsOfMean = 20
    /// What focus, light and the edge of dots change in a load from photo to photo, as a share.
    static let sharedErrorOfLoad = 0.03
    /// What missed pale dots and shared light do to a mean load, as a share times the square of the typical dot's
    /// significance.
    static let paleErrorOfLoad = 50.0
    /// What focus, light and the edge of dots change in an optical density: blur lowers it.
    static let sharedErrorOfOpticalDensity = 0.04
    /// The same for the tone: white balance and the halved resolution of colour.
    static let sharedErrorOfTone = 0.01

    /// How dark the dots of a region are: mean load, median optical density and tone of its dots.
    func darkness(of dots: [Dot], in regions: ScalpRegions, scale: PhotoScale?) -> PigmentDarkness {
        guard regions.treated != nil else {
            return PigmentDarkness(
                pigmentLoad: .unknown(.noTreatedRegion), opticalDensity: .unknown(.noTreatedRegion),
                tone: .unknown(.noTreatedRegion))
        }
        guard dots.count >= Self.leastDotsOfMean else {
            return PigmentDarkness(
                pigmentLoad: .unknown(.tooFewDots), opticalDensity: .unknown(.tooFewDots),
                tone: .unknown(.tooFewDots))
        }
        let pixelsPerUnit = scale.map { $0.pixelsPerMillimetre * $0.pixelsPerMillimetre } ?? 1
        let count = Double(dots.count)
        let mean = dots.reduce(0) { $0 + $1.loadInSquarePixels } / count / pixelsPerUnit
        let noise = dots.reduce(0) { $0 + $1.loadStandardError * $1.loadStandardError }.squareRoot() / count
        return PigmentDarkness(
            pigmentLoad: Self.estimate(
                mean, noise / pixelsPerUnit, Self.sharedErrorOfLoad * mean,
                paleShare(Self.paleErrorOfLoad) * mean),
            opticalDensity: Self.medianEstimate(
                dots.map(\.opticalDensity), relative: Self.sharedErrorOfOpticalDensity, absolute: 0),
            tone: Self.medianEstimate(
                dots.map(\.tone), relative: 0, absolute: Self.sharedErrorOfTone))
    }

    /// What a share times the square of the typical dot's significance comes to in this photo, at most 1.
    func paleShare(_ factor: Double) -> Double {
        min(factor / max(typicalSignificance * typicalSignificance, 1), 1)
    }

    /// An estimate whose independent errors add in squares.
    static func estimate(_ value: Double, _ errors: Double...) -> Measured {
        let square = errors.reduce(0) { $0 + $1 * $1 }
        return .known(Estimate(value: value, standardError: square.squareRoot()))
    }

    private static func medianEstimate(
        _ values: [Double], relative: Double, absolute: Double
    ) -> Measured {
        guard let (middle, deviation) = Quantile.middleAndDeviation(values) else {
            return .unknown(.tooFewDots)
        }
        return estimate(
            middle, 1.2533 * deviation / Double(values.count).squareRoot(), relative * middle, absolute)
    }
}
