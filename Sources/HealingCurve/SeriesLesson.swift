/// What one series says of the parameters, and how well a curve foretells it.
public struct SeriesLesson: Sendable {
    /// Mean and variance of a parameter, on the scale of the standard normal numbers of the prior that is learned from.
    struct Moment: Sendable {
        var mean: Double
        var variance: Double
    }

    /// A parameter of the client once, one of sessions once for each session.
    var moments: [CurveParameter: [Moment]] = [:]
    /// Logarithm of the probability density of all values, each foretold from those before it.
    var logScore = 0.0
    /// Values held against bands, and those within them, by measure and stage.
    var tallies: [Tally] = []

    /// Values of one measure in one stage.
    struct Tally: Sendable {
        var measure: CurveMeasure
        var stage: HealingStage
        var values: Int
        var held: Int
    }

    /// Draws of each posterior.
    private static let draws = 1_024

    /// What a series says under priors.
    ///
    /// - Parameters:
    ///   - series: The series.
    ///   - priors: The priors as fitted so far.
    ///   - start: The priors whose scale moments are told on.
    init(of series: PracticeSeries, priors: CurvePriors, onScaleOf start: CurvePriors) {
        let fit = SeriesFit(
            sessions: series.sessions, visits: series.visits, priors: priors, draws: Self.draws)
        add(fit.redness, onScaleOf: start)
        add(fit.pigment, onScaleOf: start)
        add(fit.dots, onScaleOf: start)
        add(fit.scabs, onScaleOf: start)
    }

    /// How a series' values lie in their bands.
    ///
    /// - Parameters:
    ///   - priors: The curve.
    ///   - series: The series.
    init(heldAgainst priors: CurvePriors, _ series: PracticeSeries) {
        let told = CurveInference.expectation(
            sessions: series.sessions, visits: series.visits, priors: priors, hasCharts: false)
        for (visit, entry) in zip(series.visits, told.visits) {
            let clock = CurveClock(visits: [visit], sessions: series.sessions.sorted { $0.day < $1.day })
            let stage = HealingStage(day: clock.sinceLast(at: 0) ?? -1)
            for measure in CurveMeasure.allCases {
                guard let upper = entry.upperTails[measure], let lower = entry.lowerTails[measure] else {
                    continue
                }
                let isHeld = upper >= 0.05 && lower >= 0.05
                if let place = tallies.firstIndex(where: { $0.measure == measure && $0.stage == stage }) {
                    tallies[place].values += 1
                    tallies[place].held += isHeld ? 1 : 0
                } else {
                    tallies.append(
                        Tally(measure: measure, stage: stage, values: 1, held: isHeld ? 1 : 0))
                }
            }
        }
    }

    private mutating func add(_ fit: MeasureFit<some CurveModel>, onScaleOf start: CurvePriors) {
        guard let sample = fit.samples.last, !sample.visits.isEmpty else { return }
        logScore += sample.logEvidence
        for (index, parameter) in fit.model.names.enumerated() {
            guard let parameter else { continue }
            let scale = start.scale(parameter)
            let current = fit.model.scales[index]
            var deviations = sample.z[index]
            for row in deviations.indices {
                let values = current.values(deviations[row])
                for lane in 0..<Lanes.scalarCount {
                    deviations[row][lane] = scale.deviation(of: values[lane] * fit.model.unit(of: index))
                }
            }
            let mean = deviations.mean(sample.weights)
            let variance = deviations.map { ($0 - mean) * ($0 - mean) }.mean(sample.weights)
            moments[parameter, default: []].append(Moment(mean: mean, variance: variance))
        }
    }
}
