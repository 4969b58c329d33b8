import Raster
import SteadyMath

/// A fitted dark spot with what tells a dot of pigment from its look-alikes.
struct Spot {
    /// The fit, working pixels.
    let model: SpotModel
    /// Geometric mean of its own shape's standard deviations, working px.
    let width: Double
    /// Longer over shorter standard deviation of its own shape.
    let axisRatio: Double
    /// Light that it takes, `Σ (1 − Y/B)`, working px².
    private(set) var load: Double
    /// Standard error of the load from the photo's noise and the background's, working px².
    let loadError: Double
    /// Mean absorption of its core.
    private(set) var core: Double
    /// Absorption in red over absorption in luminance: about 1 for ink and hair, well below for blood and
    /// melanin.
    private(set) var redShare: Double
    /// `OD_B − OD_R` of its core.
    let tone: Double
    /// How many deviations of the texture its amplitude is.
    let significance: Double
    /// Whether another spot's light reaches its core.
    let hasCloseNeighbour: Bool
    /// Whether it lies on the line of a hair.
    let isAlongHair: Bool
    /// How dark it is half way to a close neighbour, over the paler of the two; 0 without one.
    let bridge: Double
    /// Share of its darkness that lies on a line.
    let lineShare: Double
    /// Whether its middle lies on a crust.
    let isUnderCrust: Bool
    /// Pixels over which its load was gathered.
    private let pixels: Double
    /// Absorption of its core in red.
    private let red: Double
    /// The same in luminance.
    private var grey: Double

    /// Radius in standard deviations within which all of a dot's light lies (98.9 % of a Gaussian, all of a
    /// disc).
    static let loadReach = 3.0
    /// The same in the population's standard deviations, beyond which a wide spot's aperture would gather the
    /// texture that made it wide.
    static let widestAperture = 3.8
    /// Radius in standard deviations over which colours are told.
    static let colourReach = 1.5
    /// Radius in standard deviations of what is called the core.
    static let coreReach = 0.5
    /// Largest absorption that is told apart from black, so that an optical density stays finite.
    static let darkest = 0.98

    /// Reads a fitted spot.
    ///
    /// - Parameters:
    ///   - index: Which spot of the fitting.
    ///   - fitting: All spots of the photo, fitted together.
    ///   - absorption: In luminance, red and blue.
    ///   - noise: Deviation of the absorption of a single pixel of bare skin.
    ///   - bandDeviation: Deviation of the matched band's texture.
    ///   - hairs: The hairs among the photo's spots.
    ///   - lines: How much of each place's darkness lies on lines.
    ///   - shade: How dark crusts make the skin around them.
    ///   - crusts: The crusts.
    init(
        _ index: Int, of fitting: SpotFitting, absorption: Absorption, noise: Double, bandDeviation: Double,
        hairs: HairLines, lines: LineShare, shade: CrustShade, crusts: Mask
    ) {
        model = fitting.models[index]
        width = model.ownSigma
        axisRatio = model.ownAxisRatio
        let sigma = model.sigma
        let widest = Self.widestAperture * fitting.typicalSigma
        let (whole, middle) = fitting.apertures(
            index, outer: min(Self.loadReach * sigma, widest), inner: max(0.8, Self.coreReach * sigma))
        load = whole.sum
        pixels = whole.pixels
        // Noise pixel by pixel, and an error of the background that all pixels share.
        let shared = Self.backgroundShare * noise * pixels
        loadError = (pixels * noise * noise + shared * shared).squareRoot()
        core = min(middle.pixels > 0 ? middle.sum / middle.pixels : model.amplitude, Self.darkest)
        let blue: Double
        (red, grey, blue) = Self.means(
            of: absorption, less: shade, around: model, radius: Self.colourReach * sigma)
        redShare = grey > 1e-3 ? red / grey : 0
        tone = Steady.log10((1 - min(red, Self.darkest)) / (1 - min(blue, Self.darkest)))
        hasCloseNeighbour = hairs.hasCloseNeighbour[index]
        isAlongHair = hairs.isAlongHair[index]
        bridge = hairs.bridges[index]
        lineShare = lines.at(x: model.x, y: model.y)
        let column = min(max(Int(model.x.rounded()), 0), crusts.width - 1)
        let row = min(max(Int(model.y.rounded()), 0), crusts.height - 1)
        isUnderCrust = crusts[column, row]
        significance = model.amplitude / max(bandDeviation, 1e-6)
    }

    /// How much of the noise of one pixel the background under a dot shares.
    static let backgroundShare = 0.15

    /// Means of the absorption in red, luminance and blue over a disc, without what a crust takes.
    private static func means(
        of absorption: Absorption, less shade: CrustShade, around model: SpotModel, radius: Double
    ) -> (red: Double, grey: Double, blue: Double) {
        guard var means = absorption.means(around: model, radius: radius) else { return (0, 0, 0) }
        let crust = shade.mean(around: model, radius: radius)
        means.red -= Double(crust.y)
        means.grey -= Double(crust.x)
        means.blue -= Double(crust.z)
        return means
    }

    /// The spot where the bare skin turns out darker than it was taken for, or brighter.
    ///
    /// - Parameter offset: Share of missing light that is the skin's.
    mutating func rebase(on offset: Double) {
        load = (load - offset * pixels) / (1 - offset)
        core = min((core - offset) / (1 - offset), Self.darkest)
        grey = (grey - offset) / (1 - offset)
        redShare = grey > 1e-3 ? red / grey : 0
    }
}
