import PixelMath
import Raster
import SteadyMath

/// One look at the dots against one idea of the bare skin.
struct SurveyPass {
    let absorption: Absorption
    let noise: Double
    let decision: DotDecision
    /// Deviation of one working pixel of bare skin, blur of the point spread.
    let blur: Double?
    private let fitting: SpotFitting
    private let spots: [Spot]
    private let probabilities: [Double]
    private let isSkin: [Bool]

    /// A spot at least this sure is a dot.
    static let leastProbability = 0.5
    /// How far a dot's light reaches, in its standard deviations, where colours of bare skin are told.
    static let dotReach = 3.2
    /// How far around other dark places bare skin begins, in typical standard deviations.
    static let darkReach = 1.5

    init(
        image: WorkingImage, skin: Mask, colours: CellColours, grid: CellGrid, pixelsPerMillimetre: Double?
    ) {
        let background = Background(
            from: colours, skin: skin, width: image.width, height: image.height)
        var absorption = Absorption(of: image, over: background)
        var isSkin = [Bool](repeating: false, count: image.width * image.height)
        for y in 0..<image.height {
            let row = min(y / colours.side, colours.rows - 1) * colours.columns
            for x in 0..<image.width {
                isSkin[y * image.width + x] = skin.members[row + min(x / colours.side, colours.columns - 1)]
            }
        }
        absorption.keep(isSkin)
        self.absorption = absorption
        self.isSkin = isSkin
        let scale = DotScale(
            of: absorption.luminance,
            pixelsPerMillimetre: pixelsPerMillimetre.map { $0 / Double(image.reduction) })
        let (fitting, deviation) = SpotFinding.spots(in: absorption.luminance, scale: scale)
        let noise = Self.noise(of: fitting.residual, where: isSkin)
        let hairs = HairLines(of: fitting.models, typicalSigma: scale.sigma)
        let spots = fitting.models.indices.map {
            Spot(
                $0, of: fitting, absorption: absorption, noise: noise, bandDeviation: deviation, hairs: hairs)
        }
        let decision = DotDecision(
            spots: spots, scale: scale,
            pixelsPerMillimetre: pixelsPerMillimetre.map { $0 / Double(image.reduction) })
        self.noise = noise
        self.decision = decision
        self.fitting = fitting
        self.spots = spots
        probabilities = spots.map { decision.probability($0) }
        blur = PointSpread.sigma(
            of: fitting, chosen: spots.indices.filter { decision.probability(spots[$0]) > 0.9 },
            typicalSigma: decision.typicalSigma)
    }

    private static func noise(of residual: Plane, where isSkin: [Bool]) -> Double {
        var sizes = [Double]()
        var pixel = 0
        while pixel < isSkin.count {
            if isSkin[pixel] { sizes.append(Double(abs(residual.samples[pixel]))) }
            pixel += 7
        }
        return max((Quantile.median(sizes) ?? 0) * 1.4826, 1e-4)
    }

    /// The spots taken for dots, in reading order, in pixels of the photo.
    ///
    /// - Parameters:
    ///   - image: The working image.
    ///   - alone: Whether each is judged by itself, because no region carries dots.
    /// - Returns: The dots by their rows, then columns.
    func dots(image: WorkingImage, alone: Bool) -> [Dot] {
        let step = Double(image.reduction)
        var found = [Dot]()
        for (index, spot) in spots.enumerated() {
            let probability = alone ? decision.probability(spot, alone: true) : probabilities[index]
            guard probability >= Self.leastProbability else { continue }
            let column = Int(spot.model.x.rounded())
            let row = Int(spot.model.y.rounded())
            guard column >= 0, row >= 0, column < image.width, row < image.height,
                isSkin[row * image.width + column]
            else { continue }
            found.append(
                Dot(
                    position: image.photoPoint(x: spot.model.x, y: spot.model.y),
                    diameterInPixels: 2.354_820_045 * spot.model.sigma * step,
                    opticalDensity: -Steady.log10(1 - spot.core),
                    loadInSquarePixels: spot.load * step * step,
                    loadStandardError: spot.loadError * step * step, tone: spot.tone,
                    probability: probability))
        }
        return found.sorted { ($0.position.y, $0.position.x) < ($1.position.y, $1.position.x) }
    }

    /// Places of the pieces of hairs among the spots, in pixels of the photo.
    func hairs(image: WorkingImage) -> [PixelPoint] {
        spots.filter {
            $0.model.ownAxisRatio > HairLines.hairFrom && $0.significance > DotDecision.leastSignificance
        }
        .map { image.photoPoint(x: $0.model.x, y: $0.model.y) }
    }

    /// Colours of the skin without dots, hairs, scabs, glare and what their blur reaches.
    func bareSkin(image: WorkingImage, skin: Mask, grid: CellGrid) -> CellColours {
        var covered = Mask(width: image.width, height: image.height)
        for (spot, probability) in zip(spots, probabilities) where probability >= Self.leastProbability {
            let radius = Self.dotReach * spot.model.sigma
            covered.addDisc(x: spot.model.x, y: spot.model.y, radius: radius)
        }
        let left = withOnlyDots().residual
        var dark = Mask(width: image.width, height: image.height)
        let limit = max(SurveyWork.darkFrom, Float(6 * noise))
        for pixel in 0..<dark.members.count {
            let value = left.samples[pixel]
            dark.members[pixel] = value > limit || value < min(SurveyWork.glareFrom, -limit)
        }
        let reach = max(1, Int((Self.darkReach * decision.typicalSigma).rounded()))
        dark = CellMorphology.grown(dark, by: reach)
        return CellColours(of: image, grid: grid) { pixel in
            isSkin[pixel] && !covered.members[pixel] && !dark.members[pixel]
        }
    }

    /// Share of the skin's pixels that shine.
    var glareFraction: Double {
        var glare = 0
        var total = 0
        for pixel in 0..<isSkin.count where isSkin[pixel] {
            total += 1
            if absorption.luminance.samples[pixel] < min(SurveyWork.glareFrom, Float(-6 * noise)) {
                glare += 1
            }
        }
        return total > 0 ? Double(glare) / Double(total) : 0
    }

    /// Crusts on the skin.
    func crusts(image: WorkingImage, grid: CellGrid) -> [Crust] {
        CrustFinding.crusts(
            in: withOnlyDots().residual, absorption: absorption, typicalSigma: decision.typicalSigma,
            image: image)
    }

    /// The fit with the models of spots that are no dots given back to the residual.
    private func withOnlyDots() -> SpotFitting {
        var copy = fitting
        copy.remove { probabilities[$0] < Self.leastProbability }
        return copy
    }
}

extension Absorption {
    /// Sets what is no skin to 0.
    fileprivate mutating func keep(_ isSkin: [Bool]) {
        luminance.clear(unless: isSkin)
        red.clear(unless: isSkin)
        blue.clear(unless: isSkin)
    }
}

extension Plane {
    fileprivate mutating func clear(unless keep: [Bool]) {
        for pixel in 0..<samples.count where !keep[pixel] { samples[pixel] = 0 }
    }
}

extension Mask {
    /// Adds the pixels within a radius of a point.
    fileprivate mutating func addDisc(x: Double, y: Double, radius: Double) {
        let top = max(0, Int((y - radius).rounded(.up)))
        let bottom = min(height - 1, Int((y + radius).rounded(.down)))
        guard top <= bottom else { return }
        for row in top...bottom {
            let rise = Double(row) - y
            let half = max(radius * radius - rise * rise, 0).squareRoot()
            let left = max(0, Int((x - half).rounded(.up)))
            let right = min(width - 1, Int((x + half).rounded(.down)))
            guard left <= right else { continue }
            for column in left...right { self[column, row] = true }
        }
    }
}
