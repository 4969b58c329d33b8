import KernelTable
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
    private(set) var models: [SpotModel] = []
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
    /// The moments are told from what lies within this many: the spot's light under its window falls twice as steeply.
    static let reachOfMoments = 2.8
    /// The amplitude is told from what lies within this many.
    static let reachOfAmplitude = 2.0
    /// Rounds of the moments in one refit, at most.
    static let rounds = 3
    /// The same where a spot's own shape is read, which begins far from a hair's.
    static let roundsOfOwnShape = 6
    /// A round that changes a spot by less than this (shift over width, change of variance over variance) is the last.
    static let settled = 0.02
    /// A spot whose refit changes its light by less than this share leaves its neighbours as they are.
    static let quiet = 0.1
    /// An own shape that differs from the fit's by less than this share needs no rounds of its own.
    static let alike = 0.08
    /// Where spots have changed lately: what lies elsewhere need not be fitted again.
    private var unrest: Unrest

    init(absorption: Plane, typicalSigma: Double) {
        residual = absorption
        self.typicalSigma = typicalSigma
        unrest = Unrest(
            width: absorption.width, height: absorption.height, cell: Self.reach * typicalSigma)
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
        take(model)
    }

    /// Takes a spot as it is, its light out of the residual.
    mutating func take(_ model: SpotModel) {
        models.append(model)
        paint(model, sign: -1)
        unrest.mark(x: model.x, y: model.y)
    }

    /// Refits every spot's amplitude once, in order; places and shapes stay.
    mutating func sweepAmplitudes() {
        for index in models.indices {
            paint(models[index], sign: 1)
            models[index].amplitude = amplitude(of: models[index])
            paint(models[index], sign: -1)
        }
    }

    /// Refits every spot once, in order, that has changed since the last sweep or has a neighbour that has.
    mutating func sweep() {
        unrest.turn()
        for index in models.indices {
            let before = models[index]
            guard unrest.reaches(x: before.x, y: before.y) else { continue }
            let after = refitted(before)
            models[index] = after
            paint(after, sign: -1)
            if after.differs(from: before, by: Self.quiet) { unrest.mark(x: after.x, y: after.y) }
        }
    }

    /// Reads the shape that each spot's own light has, where it is not known yet; the fits stay as they are.
    mutating func readOwnShapes() {
        for index in models.indices where !models[index].isOwnKnown {
            models[index].own = refitted(models[index], drawn: false).own
            models[index].isOwnKnown = true
            paint(models[index], sign: -1)
        }
    }

    /// Puts one model in another's place; the residual is the caller's to keep.
    mutating func replace(_ index: Int, by model: SpotModel, and another: SpotModel) {
        models[index] = model
        models.append(another)
        unrest.mark(x: model.x, y: model.y)
        unrest.mark(x: another.x, y: another.y)
    }

    /// The light under apertures around a spot's middle, its neighbours taken out.
    ///
    /// - Parameters:
    ///   - index: Which spot.
    ///   - outer: Radius of the wider aperture, px.
    ///   - inner: Radius of the narrower.
    /// - Returns: `Σ` of the absorption over each, px², and its pixels.
    func apertures(_ index: Int, outer: Double, inner: Double) -> (
        outer: (sum: Double, pixels: Double), inner: (sum: Double, pixels: Double)
    ) {
        let model = models[index]
        let patch = residual.patch(of: model, radius: outer + 1)
        let sums = residual.apertures(
            in: patch, adding: model.amplitude, outer: outer, inner: inner)
        return (
            (Double(sums.outer), Double(sums.outerPixels)), (Double(sums.inner), Double(sums.innerPixels))
        )
    }

    /// `Σ residual²` within a radius of a place.
    func squareLeft(x: Double, y: Double, radius: Double) -> Double {
        var sum = 0.0
        let patch = residual.patch(
            of: SpotModel(x: x, y: y, amplitude: 0, xx: 1, yy: 1, xy: 0), radius: radius)
        for row in patch.top..<patch.bottom {
            for column in patch.left..<patch.right {
                let (dx, dy) = (Double(column) - x, Double(row) - y)
                guard dx * dx + dy * dy <= radius * radius else { continue }
                let value = Double(residual[column, row])
                sum += value * value
            }
        }
        return sum
    }

    private func amplitude(of model: SpotModel) -> Double {
        let patch = residual.patch(of: model, radius: Self.reachOfAmplitude * model.sigma)
        let (sum, square) = residual.match(in: patch)
        return square > 0 ? Double(sum) / Double(square) : 0
    }

    /// Puts a spot's light back into the residual and fits the spot anew.
    ///
    /// - Parameters:
    ///   - start: The spot as it is; its light is in the residual when this returns.
    ///   - drawn: Whether a pale spot's shape is drawn towards the population's.
    /// - Returns: The spot as it fits now.
    mutating func refitted(_ start: SpotModel, drawn: Bool = true) -> SpotModel {
        var model = start
        var sums = residual.paintedMoments(start.amplitude, in: window(of: model))
        var (before, seen) = (SIMD3<Double>.zero, SIMD3<Double>.zero)
        for round in 1...(drawn ? Self.rounds : Self.roundsOfOwnShape) {
            if round > 1 { sums = residual.moments(in: window(of: model, reach: Self.reachOfMoments)) }
            guard sums.sum > 0, sums.square > 0 else {
                model.amplitude = 0
                return model
            }
            // Under a Gaussian window of the same shape the middle moves by half of what it is off, and the
            // moments come out at half of the spot's own.
            let times = 2 / Double(sums.sum)
            let (x, y) = (times * Double(sums.x), times * Double(sums.y))
            seen = SIMD3(
                times * Double(sums.xx) - x * x / 2, times * Double(sums.yy) - y * y / 2,
                times * Double(sums.xy) - x * y / 2)
            let mx = min(max(x, -typicalSigma), typicalSigma)
            let my = min(max(y, -typicalSigma), typicalSigma)
            model.x += mx
            model.y += my
            // The paler a spot, the more its width is the population's: texture around it would widen it.
            let clarity = drawn && texture > 0 ? model.amplitude / (Self.ownWidthFrom * texture) : .infinity
            let own = clarity.isFinite ? clarity * clarity / (1 + clarity * clarity) : 1
            let typical = (1 - own) * typicalSigma * typicalSigma
            let shape = bounded(SIMD3(typical, typical, 0) + own * seen)
            before = SIMD3(model.xx, model.yy, model.xy)
            let isSettled =
                mx * mx + my * my < Self.settled * Self.settled * (before.x + before.y)
                && Self.size(shape - before) < Self.settled * (before.x + before.y)
            (model.xx, model.yy, model.xy) = (shape.x, shape.y, shape.z)
            model.amplitude = Double(sums.sum) / Double(sums.square)
            if isSettled { break }
        }
        // Each round halves what a shape is off: the next one would go half as far again.
        model.own = bounded(before + 1.5 * (seen - before))
        model.isOwnKnown = Self.size(seen - before) < Self.alike * (before.x + before.y)
        let (dx, dy) = (model.x - start.x, model.y - start.y)
        // A spot that runs away to a neighbour stays where it was.
        if dx * dx + dy * dy > 4 * typicalSigma * typicalSigma { model = start }
        // What the last round has changed, the amplitude does not know yet.
        model.amplitude = max(0, amplitude(of: model))
        return model
    }

    private func window(of model: SpotModel, reach: Double = Self.reach) -> Patch {
        let variance = min(max(model.xx, model.yy), Self.widest * Self.widest * typicalSigma * typicalSigma)
        return residual.patch(of: model, radius: reach * variance.squareRoot())
    }

    /// The size of a change of a covariance.
    private static func size(_ change: SIMD3<Double>) -> Double {
        abs(change.x) + abs(change.y) + 2 * abs(change.z)
    }

    /// Holds both standard deviations of a covariance (xx, yy, xy) within what a dot of the population may have.
    private func bounded(_ covariance: SIMD3<Double>) -> SIMD3<Double> {
        let typical = typicalSigma * typicalSigma
        let least = Self.narrowest * Self.narrowest * typical
        let most = Self.widest * Self.widest * typical
        let (mean, slant) = ((covariance.x + covariance.y) / 2, (covariance.x - covariance.y) / 2)
        let half = (slant * slant + covariance.z * covariance.z).squareRoot()
        if mean - half >= least && mean + half <= most { return covariance }
        let long = min(max(mean + half, least), most)
        let short = min(max(mean - half, least), most)
        guard half > 1e-12 else { return SIMD3(long, long, 0) }
        let (middle, times) = ((long + short) / 2, (long - short) / 2 / half)
        return SIMD3(middle + times * slant, middle - times * slant, times * covariance.z)
    }

    mutating func paint(_ model: SpotModel, sign: Double) {
        guard model.amplitude != 0 else { return }
        residual.paint(sign * model.amplitude, in: window(of: model))
    }
}

/// Which parts of a picture hold spots that have changed in this sweep or the one before.
private struct Unrest {
    private let cell: Double
    private let columns: Int
    private let rows: Int
    private var sweep: Int32 = 0
    /// The last sweep in which each cell was marked.
    private var marked: [Int32]

    init(width: Int, height: Int, cell: Double) {
        self.cell = cell
        columns = Int(Double(width) / cell) + 1
        rows = Int(Double(height) / cell) + 1
        marked = Array(repeating: -2, count: columns * rows)
    }

    private func place(_ position: Double, _ count: Int) -> Int {
        min(max(Int(position / cell), 0), count - 1)
    }

    mutating func turn() { sweep += 1 }

    /// Marks all that the light of a changed spot reaches.
    mutating func mark(x: Double, y: Double) {
        let (column, row) = (place(x, columns), place(y, rows))
        for r in max(0, row - 1)...min(rows - 1, row + 1) {
            for c in max(0, column - 1)...min(columns - 1, column + 1) { marked[r * columns + c] = sweep }
        }
    }

    func reaches(x: Double, y: Double) -> Bool {
        marked[place(y, rows) * columns + place(x, columns)] >= sweep - 1
    }
}
