import PixelMath
import Raster

/// Fits Gaussians to spots, neighbours together.
///
/// The plane `residual` always holds the absorption minus all models. A spot is refitted by adding its own model
/// back and letting the second moments under a matching Gaussian window settle (adaptive moments, Bernstein &
/// Jarvis 2002, doi 10.1086/338085); so touching dots share their light out (Stetson 1987).
struct SpotFitting {
    /// Absorption minus all models.
    private(set) var residual: Plane
    /// The models, in the order in which they were added.
    var models: [SpotModel] = []
    /// Standard deviation of the population's typical dot, px.
    let typicalSigma: Double
    /// A spot's width stays within these factors of the typical one in each direction.
    static let narrowest = 0.35
    static let widest = 2.6
    /// A spot this many deviations of the texture deep tells its own width as much as the population does.
    static let ownWidthFrom = 16.0
    /// Deviation of the texture, once it is known; until then every spot tells its own width.
    var texture = 0.0
    /// Patches reach this many standard deviations from a spot's middle.
    static let reach = 3.5
    /// Rounds of the moments in one refit.
    static let rounds = 4

    init(absorption: Plane, typicalSigma: Double) {
        residual = absorption
        self.typicalSigma = typicalSigma
    }

    /// Adds a spot at a pixel, with the typical width and the light that is there.
    mutating func add(x: Int, y: Int) {
        let variance = typicalSigma * typicalSigma
        add(SpotModel(x: Double(x), y: Double(y), amplitude: 0, xx: variance, yy: variance, xy: 0))
    }

    /// Adds a spot of a given shape, with the light that is there.
    mutating func add(_ shape: SpotModel) {
        var model = shape
        model.amplitude = max(0, amplitude(of: model))
        models.append(model)
        paint(model, sign: -1)
    }

    /// Refits every spot's amplitude once, in order; places and shapes stay.
    mutating func sweepAmplitudes() {
        for index in models.indices {
            paint(models[index], sign: 1)
            models[index].amplitude = amplitude(of: models[index])
            paint(models[index], sign: -1)
        }
    }

    /// Refits every spot once, in order.
    mutating func sweep() {
        for index in models.indices {
            paint(models[index], sign: 1)
            models[index] = refitted(models[index])
            paint(models[index], sign: -1)
        }
    }

    /// Reads the shape that each spot's own light has; the fits stay as they are.
    mutating func readOwnShapes() {
        for index in models.indices {
            paint(models[index], sign: 1)
            let free = refitted(models[index], drawn: false)
            models[index].own = SIMD3(free.xx, free.yy, free.xy)
            paint(models[index], sign: -1)
        }
    }

    /// Takes spots away, and gives their light back to the residual.
    mutating func remove(where isUnwanted: (Int) -> Bool) {
        var kept = [SpotModel]()
        for index in models.indices {
            if isUnwanted(index) {
                paint(models[index], sign: 1)
            } else {
                kept.append(models[index])
            }
        }
        models = kept
    }

    /// Takes a grid away from what the skin has left over.
    mutating func lower(by offset: BilinearGrid, where isSkin: [Bool]) {
        residual.lower(by: offset, where: isSkin)
    }

    /// The light under an aperture around a spot's middle, its neighbours taken out.
    ///
    /// - Returns: `Σ` of the absorption over the aperture, px², and its pixels.
    func aperture(_ index: Int, radius: Double) -> (sum: Double, pixels: Double) {
        let model = models[index]
        var sum = 0.0
        var pixels = 0.0
        let inverse = model.inverse
        forPatch(x: model.x, y: model.y, radius: radius + 1) { pixel, dx, dy in
            // A pixel on the rim counts by how far it lies inside.
            let share = min(max(radius + 0.5 - (dx * dx + dy * dy).squareRoot(), 0), 1)
            guard share > 0 else { return }
            let power = dx * dx * inverse.xx + dy * dy * inverse.yy + 2 * dx * dy * inverse.xy
            let own = model.amplitude * GaussianTable.value(halfSquare: power / 2)
            sum += share * (Double(residual.samples[pixel]) + own)
            pixels += share
        }
        return (sum, pixels)
    }

    /// Mean absorption within a small radius of a spot's middle, its neighbours taken out.
    func core(_ index: Int, radius: Double) -> Double {
        let (sum, pixels) = aperture(index, radius: radius)
        return pixels > 0 ? sum / pixels : models[index].amplitude
    }

    /// `Σ residual²` within a radius of a place.
    func squareLeft(x: Double, y: Double, radius: Double) -> Double {
        var sum = 0.0
        forPatch(x: x, y: y, radius: radius) { pixel, dx, dy in
            guard dx * dx + dy * dy <= radius * radius else { return }
            let value = Double(residual.samples[pixel])
            sum += value * value
        }
        return sum
    }

    private func amplitude(of model: SpotModel) -> Double {
        var top = 0.0
        var bottom = 0.0
        let inverse = model.inverse
        forPatch(x: model.x, y: model.y, radius: 2 * model.sigma) { pixel, dx, dy in
            let power = dx * dx * inverse.xx + dy * dy * inverse.yy + 2 * dx * dy * inverse.xy
            let weight = GaussianTable.value(halfSquare: power / 2)
            top += weight * Double(residual.samples[pixel])
            bottom += weight * weight
        }
        return bottom > 0 ? top / bottom : 0
    }

    func refitted(_ start: SpotModel, drawn: Bool = true) -> SpotModel {
        var model = start
        let least = Self.narrowest * typicalSigma
        let most = Self.widest * typicalSigma
        for _ in 0..<Self.rounds {
            let inverse = model.inverse
            var (sum, sx, sy, sxx, syy, sxy, square) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
            let radius = min(Self.reach * max(model.xx, model.yy).squareRoot(), Self.reach * most)
            forPatch(x: model.x, y: model.y, radius: radius) { pixel, dx, dy in
                let power = dx * dx * inverse.xx + dy * dy * inverse.yy + 2 * dx * dy * inverse.xy
                let window = GaussianTable.value(halfSquare: power / 2)
                let value = window * Double(residual.samples[pixel])
                sum += value
                sx += value * dx
                sy += value * dy
                sxx += value * dx * dx
                syy += value * dy * dy
                sxy += value * dx * dy
                square += window * window
            }
            guard sum > 0, square > 0 else {
                model.amplitude = max(0, square > 0 ? sum / square : 0)
                return model
            }
            // Under a Gaussian window of the same shape the middle moves by half of what it is off, and the
            // moments come out at half of the spot's own.
            let step = 2.0
            let limit = typicalSigma
            let mx = min(max(step * sx / sum, -limit), limit)
            let my = min(max(step * sy / sum, -limit), limit)
            model.x += mx
            model.y += my
            // The paler a spot, the more its width is the population's: texture around it would widen it.
            let clarity = drawn && texture > 0 ? model.amplitude / (Self.ownWidthFrom * texture) : .infinity
            let own = clarity.isFinite ? clarity * clarity / (1 + clarity * clarity) : 1
            let typical = (1 - own) * typicalSigma * typicalSigma
            let moments = (
                xx: 2 * (sxx / sum - (sx / sum) * (sx / sum)), yy: 2 * (syy / sum - (sy / sum) * (sy / sum)),
                xy: 2 * (sxy / sum - (sx / sum) * (sy / sum))
            )
            let bounded = Self.bounded(
                xx: typical + own * moments.xx, yy: typical + own * moments.yy, xy: own * moments.xy,
                least: least, most: most)
            (model.xx, model.yy, model.xy) = bounded
            model.amplitude = max(0, amplitude(of: model))
        }
        let (dx, dy) = (model.x - start.x, model.y - start.y)
        // A spot that runs away to a neighbour stays where it was.
        if dx * dx + dy * dy > 4 * typicalSigma * typicalSigma {
            var still = start
            still.amplitude = max(0, amplitude(of: start))
            return still
        }
        return model
    }

    /// Holds both standard deviations of a covariance within limits.
    static func bounded(
        xx: Double, yy: Double, xy: Double, least: Double, most: Double
    ) -> (Double, Double, Double) {
        let mean = (xx + yy) / 2
        let half = (((xx - yy) / 2) * ((xx - yy) / 2) + xy * xy).squareRoot()
        let long = min(max(mean + half, least * least), most * most)
        let short = min(max(mean - half, least * least), most * most)
        guard half > 1e-12 else { return (long, long, 0) }
        let (newMean, newHalf) = ((long + short) / 2, (long - short) / 2)
        return (
            newMean + newHalf * ((xx - yy) / 2) / half, newMean - newHalf * ((xx - yy) / 2) / half,
            newHalf * xy / half
        )
    }

    mutating func paint(_ model: SpotModel, sign: Double) {
        guard model.amplitude != 0 else { return }
        let inverse = model.inverse
        let radius = Self.reach * max(model.xx, model.yy).squareRoot()
        let patch = bounds(x: model.x, y: model.y, radius: radius)
        for py in patch.rows {
            for px in patch.columns {
                let (dx, dy) = (Double(px) - model.x, Double(py) - model.y)
                let power = dx * dx * inverse.xx + dy * dy * inverse.yy + 2 * dx * dy * inverse.xy
                residual.samples[py * residual.width + px] += Float(
                    sign * model.amplitude * GaussianTable.value(halfSquare: power / 2))
            }
        }
    }

    private func bounds(
        x: Double, y: Double, radius: Double
    ) -> (columns: Range<Int>, rows: Range<Int>) {
        func range(_ middle: Double, _ count: Int) -> Range<Int> {
            let from = min(max(Int((middle - radius).rounded(.up)), 0), count)
            let to = min(max(Int((middle + radius).rounded(.down)) + 1, from), count)
            return from..<to
        }
        return (range(x, residual.width), range(y, residual.height))
    }

    private func forPatch(
        x: Double, y: Double, radius: Double, _ body: (_ pixel: Int, _ dx: Double, _ dy: Double) -> Void
    ) {
        let patch = bounds(x: x, y: y, radius: radius)
        for py in patch.rows {
            for px in patch.columns {
                body(py * residual.width + px, Double(px) - x, Double(py) - y)
            }
        }
    }
}
