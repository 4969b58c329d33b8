import PixelMath
import Raster
import SteadyMath

/// One look at the dots against one idea of the bare skin.
struct SurveyPass {
    /// The photo held against the skin that was taken for bare.
    let absorption: Absorption
    let noise: Double
    let decision: DotDecision
    /// Deviation of one working pixel of bare skin, blur of the point spread.
    let blur: Double?
    /// Crusts on the skin.
    let crusts: [Crust]
    /// The skin without dots, hairs, scabs, glare and what their blur reaches, in pixels of the first look's coarse image.
    let bare: Mask
    /// What the bare skin lacked of the light that it was taken for.
    let offset: BilinearGrid
    /// What it tells the next look.
    let told: LookStart.Earlier
    private let spots: [Spot]
    private let probabilities: [Double]
    private let isSkin: [Bool]

    /// A spot at least this sure is a dot.
    static let leastProbability = 0.5

    /// Least deviation of a pixel: eight-bit steps.
    static let leastNoise = 1e-4

    /// Looks at a photo.
    ///
    /// - Parameters:
    ///   - image: The working image.
    ///   - grid: The cells.
    ///   - start: What it begins with.
    ///   - pixelsPerMillimetre: Pixels of the photo per millimetre, or nil.
    ///   - crew: Who works on it.
    /// - Complexity: O(pixels + spots).
    init(
        image: WorkingImage, grid: CellGrid, from start: LookStart, pixelsPerMillimetre: Double?,
        crew: SideBySide
    ) {
        let absorption = start.absorption
        let isCoarseSkin = start.skin.spread(over: start.coarse, grid: grid)
        let isSkin = absorption.isSkin
        self.isSkin = isSkin
        let workingScale = pixelsPerMillimetre.map { $0 / Double(image.reduction) }
        let lines =
            start.earlier?.lines ?? LineShare(in: absorption.luminance, sigma: start.scale.sigma, crew: crew)
        let scale = start.scale.without(lines)
        let crusts = CrustFinding.crusts(
            in: absorption, typicalSigma: scale.sigma, image: image, coarse: start.coarse,
            isSkin: isCoarseSkin)
        let shade = CrustShade(of: crusts, in: absorption, typicalSigma: scale.sigma)
        let clear = shade.taken(from: absorption.luminance)
        let (fitting, deviation) = SpotFinding.spots(
            in: clear, scale: scale, from: start.earlier?.models ?? [])
        told = LookStart.Earlier(lines: lines, models: fitting.models)
        let noise = max(
            fitting.residual.robustDeviation(every: 7) { pixel, _ in isSkin[pixel] }, Self.leastNoise)
        let hairs = HairLines(
            of: fitting.models, typicalSigma: scale.sigma, absorption: clear)
        // What a neighbour has taken over is no spot any more.
        let seen = fitting.models.indices.filter { fitting.models[$0].amplitude > 0 }
        let onCrust = CrustFinding.mask(of: crusts, image: image)
        var spots = crew.map(seen.count) {
            Spot(
                seen[$0], of: fitting, absorption: absorption, noise: noise, bandDeviation: deviation,
                hairs: hairs, lines: lines, shade: shade, crusts: onCrust)
        }
        let firstDecision = DotDecision(spots: spots, scale: scale, pixelsPerMillimetre: workingScale)
        // What the bare skin between the dots is off, the skin under them is off as well.
        let bare = BareSkin(
            at: start.coarse, residual: fitting.residual, spots: spots, isDot: spots.map(firstDecision.isDot),
            shade: shade, noise: noise, typicalSigma: firstDecision.typicalSigma, isSkin: isCoarseSkin,
            times: start.coarse.reduction / image.reduction)
        let offset = bare.meanResidual(over: grid, in: start.coarse, side: grid.side(in: image))
        for index in spots.indices {
            let (x, y) = (spots[index].model.x, spots[index].model.y)
            guard let pixel = image.pixel(x: x, y: y), isSkin[pixel.y * image.width + pixel.x] else {
                continue
            }
            spots[index].rebase(on: Double(offset.value(x: pixel.x, y: pixel.y)))
        }
        let decision = DotDecision(spots: spots, scale: scale, pixelsPerMillimetre: workingScale)
        self.offset = offset
        self.bare = bare.mask
        self.absorption = absorption
        self.crusts = crusts
        self.noise = noise
        self.decision = decision
        self.spots = spots
        let probabilities = spots.map { decision.probability($0) }
        self.probabilities = probabilities
        blur = PointSpread.sigma(
            of: fitting, chosen: zip(seen, probabilities).filter { $1 > 0.9 }.map(\.0),
            typicalSigma: decision.typicalSigma, offset: offset)
    }

    /// The typical size of what the bare skin lacked at the dots, over the typical dot's depth; 0 without dots.
    var unexpectedSkin: Double {
        guard let population = decision.population else { return 0 }
        let sizes = spots.indices.filter { probabilities[$0] >= Self.leastProbability }.map { index in
            let (x, y) = (Int(spots[index].model.x), Int(spots[index].model.y))
            return abs(Double(offset.value(x: max(x, 0), y: max(y, 0))))
        }
        return (Quantile.of(sizes, 0.75) ?? 0) / population.core
    }

    /// The spots taken for dots, in reading order, in pixels of the photo.
    ///
    /// - Parameter image: The working image.
    /// - Returns: The dots by their rows, then columns.
    func dots(image: WorkingImage) -> [Dot] {
        let step = Double(image.reduction)
        var found = [Dot]()
        for (index, spot) in spots.enumerated() {
            let probability = probabilities[index]
            guard probability >= Self.leastProbability else { continue }
            guard let pixel = image.pixel(x: spot.model.x, y: spot.model.y),
                isSkin[pixel.y * image.width + pixel.x]
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

    /// Clear spots on skin that are taken for no dots (hairs, pores, freckles), the clearest first, in pixels of the photo.
    ///
    /// - Parameters:
    ///   - image: The working image.
    ///   - most: How many at most.
    /// - Returns: Their middles.
    func landmarks(image: WorkingImage, most: Int) -> [PixelPoint] {
        spots.indices.filter { index in
            let spot = spots[index]
            guard !spot.isUnderCrust, spot.significance >= DotDecision.leastSignificance,
                probabilities[index] < Self.leastProbability
            else { return false }
            return image.pixel(x: spot.model.x, y: spot.model.y).map { isSkin[$0.y * image.width + $0.x] }
                ?? false
        }
        .sorted {
            spots[$0].significance != spots[$1].significance
                ? spots[$0].significance > spots[$1].significance : $0 < $1
        }
        .prefix(most).map { image.photoPoint(x: spots[$0].model.x, y: spots[$0].model.y) }
    }

    /// All spots on skin with what the rule weighs; none without a population.
    func candidates(image: WorkingImage) -> [SpotCandidate] {
        guard let population = decision.population else { return [] }
        return spots.filter { !$0.isUnderCrust }.map { spot in
            SpotCandidate(
                position: image.photoPoint(x: spot.model.x, y: spot.model.y),
                features: DotFeatures(of: spot, in: population))
        }
    }
}

extension Mask {
    /// A mask of cells, pixel by pixel.
    ///
    /// - Parameters:
    ///   - image: The pixels.
    ///   - grid: The cells.
    /// - Returns: Whether each pixel's cell belongs.
    /// - Complexity: O(pixels).
    func spread(over image: WorkingImage, grid: CellGrid) -> [Bool] {
        let side = grid.side(in: image)
        var pixels = [Bool]()
        pixels.reserveCapacity(image.width * image.height)
        for cells in 0..<grid.rows {
            var row = [Bool]()
            row.reserveCapacity(image.width)
            for column in 0..<grid.columns {
                let pixels = CellSums.pixels(of: column, of: grid.columns, side: side, within: image.width)
                row.append(contentsOf: repeatElement(self[column, cells], count: pixels.count))
            }
            for _ in CellSums.pixels(of: cells, of: grid.rows, side: side, within: image.height) {
                pixels.append(contentsOf: row)
            }
        }
        return pixels
    }
}
