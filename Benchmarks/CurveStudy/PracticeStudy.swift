import Foundation
import HealingCurve
import SimulatedClients
import SteadyMath

/// Practices whose clients' redness takes 30 % longer: what the curve learns of them.
enum PracticeStudy {
    private static let slower = 1.3

    static func run(practices: Int) throws {
        let published = CurvePriors.published[.rednessTimeConstant]
        let slow = try CurvePriors.published.replacing(
            .rednessTimeConstant,
            with: CurvePrior(
                low: published.low * slower, median: published.median * slower,
                high: published.high * slower, isLogarithmic: true))
        @Sendable func clients(_ seeds: Range<Int>) -> [PracticeSeries] {
            seeds.map { seed in
                let pattern = VisitPattern.all[[0, 0, 0, 3, 4][seed % 5]]
                let client = SimulatedClient(
                    seed: UInt64(seed), days: pattern.days, sessions: pattern.sessions,
                    population: .priors(slow))
                return PracticeSeries(client: "\(seed)", sessions: client.sessions, visits: client.visits)
            }
        }
        let results = parallel(practices) { index in
            let first = 1_000_000 + 1_000 * index
            let fit = CurveLearning.practiceAlone(clients(first..<first + 40), from: .published)
            let few = CurveLearning.practiceAlone(clients(first..<first + 3), from: .published)
            let held = clients(first + 500..<first + 520)
            let own = CurveLearning.logScores(held, priors: fit).reduce(0, +)
            let usual = CurveLearning.logScores(held, priors: .published).reduce(0, +)
            return (
                median: fit[.rednessTimeConstant].median, few: few[.rednessTimeConstant].median,
                gain: own - usual
            )
        }
        let truth = published.median * slower
        let errors = results.map { abs($0.median / truth - 1) }.sorted()
        let gains = results.map(\.gain)
        let most = results.map { ($0.few - published.median) / (truth - published.median) }
        print("median error of tau's median \(StudyText.percent(errors[errors.count / 2])) %")
        print("foretold better \(gains.count { $0 > 0 }) of \(practices); gains " + gains.map { String(format: "%.1f", $0) }.joined(separator: " "))
        print("three clients move it by " + most.map { StudyText.percent($0, 0) }.joined(separator: " ") + " % of the way")
    }
}
