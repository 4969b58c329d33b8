import Foundation
import HealingCurve
import SimulatedClients
import SteadyMath

/// Practices whose clients' redness takes 30 % longer: what the curve learns of them.
enum PracticeStudy {
    private static let slower = 1.3

    /// What was learned of one practice.
    struct Learned: Sendable {
        /// The fitted median of the time constant over the true one, less 1.
        var error: Double
        /// Gain of the log score over twenty clients who were held back.
        var gain: Double
        /// Share of the way to the truth that three clients move the median.
        var ofThree: Double
    }

    static func run(practices: Int) throws -> [Learned] {
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
        let truth = published.median * slower
        return parallel(practices) { index in
            let first = 1_000_000 + 1_000 * index
            let fit = CurveLearning.practiceAlone(clients(first..<first + 40), from: .published)
            let few = CurveLearning.practiceAlone(clients(first..<first + 3), from: .published)
            let held = clients(first + 500..<first + 520)
            let own = CurveLearning.logScores(held, priors: fit).reduce(0, +)
            let usual = CurveLearning.logScores(held, priors: .published).reduce(0, +)
            return Learned(
                error: fit[.rednessTimeConstant].median / truth - 1, gain: own - usual,
                ofThree: (few[.rednessTimeConstant].median - published.median)
                    / (truth - published.median))
        }
    }

    static func text(_ practices: [Learned]) -> String {
        let errors = practices.map { abs($0.error) }.sorted()
        let moves = practices.map(\.ofThree).sorted()
        return """

            ## Practices whose clients' redness takes 30 % longer

            \(practices.count) practices of 40 clients (three in five dense, one in five without a photo before, one in \
            five with two sessions): the fitted median of τ is off by \(StudyText.percent(errors[errors.count / 2])) % \
            (median; worst \(StudyText.percent(errors[errors.count - 1])) %). Twenty held-back clients are foretold better than by the \
            published priors in \(practices.count { $0.gain > 0 }) of \(practices.count) practices (log score, mean gain \
            \(String(format: "%.1f", practices.map(\.gain).reduce(0, +) / Double(practices.count)))). Three clients move the \
            median by \(StudyText.percent(moves[moves.count / 2], 0)) % of the way (at most \(StudyText.percent(moves[moves.count - 1], 0)) %).

            """
    }
}
