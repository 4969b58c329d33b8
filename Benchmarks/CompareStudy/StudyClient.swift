import GroupComparison
import HealingCurve
import SimulatedClients
import SteadyMath

/// One simulated client as the study looks at it.
struct StudyClient: Sendable {
    /// The client's own figure of each of ``StudyQuantity/all``; nil where the photos do not tell it.
    var figures: [Double?]
    /// Darkness left in each photo after settling.
    var settled: [Double]

    /// Photos, in days; the days of each client are moved by up to a twelfth.
    static let days: [Double] = [-1, 0, 1, 3, 7, 14, 28, 42, 90, 180, 270, 400]

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - seed: Fixes everything.
    ///   - priors: What clients are drawn from.
    ///   - days: Photos, in days, before they are moved.
    ///   - isThroughCurve: Whether darkness is told as `analyze` tells it, over the fresh load that the expected curve
    ///     makes of all photos, and not over the first photo's load.
    init(seed: UInt64, priors: CurvePriors, days: [Double] = Self.days, isThroughCurve: Bool = false) {
        var random = SeededRandom(seed: seed ^ 0xC0_FFEE)
        let days = days.map { $0 > 0.5 ? $0 * random.uniform(11.0 / 12...13.0 / 12) : $0 }
        let client = SimulatedClient(seed: seed, days: days, population: .priors(priors))
        var visits: [ComparedMeasure: [ComparedVisit]] = [:]
        let fresh = client.visits.first { $0.day >= 0 }?.loads.first ?? nil
        let told =
            isThroughCurve
            ? CurveInference.expectation(
                sessions: client.sessions, visits: client.visits, priors: .published, hasCharts: false
            ).visits.map { $0.relativeDarkness.first ?? nil } : nil
        for (index, visit) in client.visits.enumerated() where visit.day >= 0 {
            func add(_ measure: ComparedMeasure, _ value: CurveValue?) {
                guard let value else { return }
                visits[measure, default: []].append(
                    ComparedVisit(day: visit.day, value: value.value, standardError: value.standardError))
            }
            if let told {
                add(.darkness, told[index])
            } else if let fresh, let load = visit.loads.first ?? nil {
                add(
                    .darkness,
                    CurveValue(
                        value: load.value / fresh.value, standardError: load.standardError / fresh.value))
            }
            add(.coverage, visit.values[.coverage])
            add(.density, visit.values[.density])
            add(.redness, visit.values[.redness])
        }
        figures = StudyQuantity.all.map { entry in
            ClientFigure.of(entry.quantity, measure: entry.measure, visits: visits[entry.measure] ?? [])?
                .value
        }
        settled = (visits[.darkness] ?? []).filter { $0.day >= ClientFigure.settledDay - 10 }.map(\.value)
    }
}
