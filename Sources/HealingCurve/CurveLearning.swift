import SteadyMath

/// Learns a practice's own priors from its finished series.
///
/// Each parameter's clients are held to be normal on the scale of the prior that one starts from, with a mean and a
/// spread of the practice's own. Both are found by expectation maximisation over the series' posteriors; they are
/// shrunk to the prior one starts from as if some clients of it had been seen too, and, at the end, by how
/// likely it is that the practice differs in that parameter at all: so few clients move little, and chance in one of
/// twenty parameters moves nothing.
///
/// - SeeAlso: Morris 1983, doi 10.1080/01621459.1983.10477920 (parametric empirical Bayes); Mitchell & Beauchamp 1988,
///   doi 10.1080/01621459.1988.10478694 (spike and slab).
public enum CurveLearning {
    /// Does a piece of work for each of a number of series and returns the results in order.
    public typealias Each = (Int, @escaping @Sendable (Int) -> SeriesLesson) -> [SeriesLesson]

    /// One series after the other.
    public static let inTurn: @Sendable (Int, @escaping @Sendable (Int) -> SeriesLesson) -> [SeriesLesson] = {
        count, work in (0..<count).map(work)
    }

    /// Clients of the prior that the mean is shrunk by.
    private static let clientsOfMean = 4.0
    /// Clients of the prior that the spread is shrunk by.
    private static let clientsOfSpread = 10.0
    /// Rounds of expectation maximisation at most.
    private static let rounds = 6
    /// A round that moves no mean by more than this is the last one.
    private static let settledMove = 0.02
    /// How likely a practice is held to differ in a parameter.
    private static let likelyDifference = 0.2
    /// How far practices that differ do so: one standard deviation of the mean, and of the spread's logarithm.
    private static let meanDifference = 0.5
    private static let spreadDifference = 0.4
    /// A parameter stays what it was where a difference in mean and in spread is less likely than this.
    private static let worthTelling = 0.25
    /// Parts that series are divided into to hold one back in turn.
    private static let folds = 5

    /// Refits the priors.
    ///
    /// - Parameters:
    ///   - series: Finished series, one a client.
    ///   - priors: The priors to start from.
    ///   - each: Does the work on all series.
    /// - Returns: The fitted priors, what moved, and whether they foretell clients that were held back better.
    /// - Complexity: About forty passes over the series, each as dear as following them once.
    public static func fit(
        _ series: [PracticeSeries], from priors: CurvePriors, each: Each = inTurn
    ) -> PracticeFit {
        let practice = practice(series, from: priors, each: each)
        var fit = PracticeFit(
            priors: practice.priors, series: series.count, moves: practice.moves, heldBack: nil)
        fit.heldBack = heldBack(series, from: priors, each: each)
        return fit
    }

    /// The fitted priors without what holding back tells.
    ///
    /// - Parameters: As ``fit(_:from:each:)``.
    package static func practiceAlone(_ series: [PracticeSeries], from priors: CurvePriors) -> CurvePriors {
        practice(series, from: priors, each: inTurn).priors
    }

    /// Logarithm of how well a curve foretells each of some series, values in turn from those before them.
    ///
    /// - Parameters:
    ///   - series: The series.
    ///   - priors: The curve.
    ///   - each: Does the work on all series.
    /// - Returns: One number a series; only differences between curves mean something.
    public static func logScores(
        _ series: [PracticeSeries], priors: CurvePriors, each: Each = inTurn
    ) -> [Double] {
        each(series.count) { SeriesLesson(of: series[$0], priors: priors, onScaleOf: priors) }
            .map(\.logScore)
    }

    /// Where a practice's clients lie on the scale of the prior that one starts from.
    private struct Place {
        var mean = 0.0
        var spread = 1.0
        /// Clients' worth of values that tell it.
        var told = 0.0
    }

    private static func practice(
        _ series: [PracticeSeries], from start: CurvePriors, each: Each
    ) -> (priors: CurvePriors, moves: [PracticeFit.Move]) {
        var places = [CurveParameter: Place](
            uniqueKeysWithValues: CurveParameter.allCases.map { ($0, Place()) })
        for _ in 0..<(series.isEmpty ? 0 : rounds) {
            let current = moved(start, places)
            let lessons = each(series.count) {
                SeriesLesson(of: series[$0], priors: current, onScaleOf: start)
            }
            var most = 0.0
            for parameter in CurveParameter.allCases {
                let moments = lessons.flatMap { $0.moments[parameter] ?? [] }
                guard !moments.isEmpty, let place = places[parameter] else { continue }
                let next = updated(place, moments)
                most = max(most, abs(next.mean - place.mean))
                places[parameter] = next
            }
            if most < settledMove { break }
        }
        var moves: [PracticeFit.Move] = []
        for parameter in CurveParameter.allCases {
            guard var place = places[parameter] else { continue }
            let ofMean = difference(
                place.mean / place.spread, told: place.told, usual: meanDifference)
            let ofSpread = difference(
                Steady.log(place.spread), told: 2 * place.told, usual: spreadDifference)
            if max(ofMean, ofSpread) < worthTelling { place = Place(told: place.told) }
            place.mean *= ofMean
            place.spread = Steady.exp(ofSpread * Steady.log(place.spread))
            places[parameter] = place
            moves.append(
                PracticeFit.Move(
                    parameter: parameter, before: start[parameter],
                    after: moved(start[parameter], place, bounds: parameter.bounds, start.scale(parameter)),
                    clientsTelling: place.told,
                    probabilityOfDifference: 1 - (1 - ofMean) * (1 - ofSpread)))
        }
        return (moved(start, places), moves)
    }

    private static func updated(_ place: Place, _ moments: [SeriesLesson.Moment]) -> Place {
        let count = Double(moments.count)
        var sum = 0.0
        for moment in moments { sum += moment.mean }
        var next = Place()
        next.mean = sum / (count + clientsOfMean)
        var square = 0.0
        for moment in moments {
            let off = moment.mean - next.mean
            square += off * off + moment.variance
            next.told += max(0, 1 - moment.variance / (place.spread * place.spread))
        }
        next.spread = ((square + clientsOfSpread) / (count + clientsOfSpread)).squareRoot()
        return next
    }

    /// Probability that a practice differs, by how far what was found lies from none in its own standard errors.
    private static func difference(_ found: Double, told: Double, usual: Double) -> Double {
        guard told > 0 else { return 0 }
        let ratio = told * usual * usual
        let square = found * found * told
        let factor = Steady.exp(min(300, square / 2 * ratio / (1 + ratio))) / (1 + ratio).squareRoot()
        let odds = factor * likelyDifference / (1 - likelyDifference)
        return odds / (1 + odds)
    }

    private static func moved(_ start: CurvePriors, _ places: [CurveParameter: Place]) -> CurvePriors {
        var priors = start
        for (parameter, place) in places {
            let prior = moved(start[parameter], place, bounds: parameter.bounds, start.scale(parameter))
            if let replaced = try? priors.replacing(parameter, with: prior) { priors = replaced }
        }
        return priors
    }

    /// A prior moved on its own scale; the same one where nothing that can be would come of it.
    private static func moved(
        _ prior: CurvePrior, _ place: Place, bounds: ClosedRange<Double>, _ scale: PriorScale
    ) -> CurvePrior {
        if place.mean == 0, place.spread == 1 { return prior }
        func point(_ z: Double) -> Double { scale.values(Lanes(repeating: place.mean + place.spread * z))[0] }
        let z = CurvePrior.normal95
        let moved = CurvePrior(
            low: point(-z), median: point(0), high: point(z), isLogarithmic: prior.isLogarithmic)
        return moved.low < moved.high && (!moved.isLogarithmic || moved.low > 0) ? moved : prior
    }

    /// Fits to all but a part of the series, and foretells that part; each part in its turn.
    private static func heldBack(
        _ series: [PracticeSeries], from priors: CurvePriors, each: Each
    ) -> PracticeFit.HeldBack? {
        guard series.count >= 2 * folds else { return nil }
        var gains: [Double] = []
        for fold in 0..<folds {
            let learned = series.indices.filter { $0 % folds != fold }.map { series[$0] }
            let held = series.indices.filter { $0 % folds == fold }.map { series[$0] }
            let fitted = practice(learned, from: priors, each: each).priors
            let own = logScores(held, priors: fitted, each: each)
            let published = logScores(held, priors: priors, each: each)
            gains += zip(own, published).map { $0 - $1 }
        }
        let count = Double(gains.count)
        let mean = gains.reduce(0, +) / count
        let square = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return PracticeFit.HeldBack(
            series: gains.count, gain: mean, standardError: (square / (count * (count - 1))).squareRoot(),
            better: gains.count { $0 > 0 })
    }
}
