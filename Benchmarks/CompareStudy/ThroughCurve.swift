import GroupComparison
import HealingCurve
import SimulatedClients

/// Darkness as `analyze` tells it: over the fresh load that the expected curve makes of all of a client's photos.
enum ThroughCurve {
    /// Practices: each client takes many times as long as without the curve.
    private static let practices = 150
    /// Clients a group.
    private static let clients = 20
    /// The same photos without those of the first nine days.
    private static let lateDays =
        StudyClient.days.filter { $0 < 0 } + [10] + StudyClient.days.filter { $0 > 10 }

    /// Runs it.
    ///
    /// - Parameters:
    ///   - priors: What the clients of both groups are drawn from.
    ///   - truths: What is true of them.
    /// - Returns: Markdown.
    static func text(_ priors: [CurvePriors], _ truths: [StudyPractice.Truth]) -> String {
        var text = """

            ## Through the expected curve

            `analyze` tells darkness over the fresh load that the expected curve makes of all of a client's photos. The \
            same with that (\(practices) practices, \(clients) clients a group; a share of 95 % has a standard error of \
            1.8 points, the mean difference one of a twelfth of its interval's half width or less). Where the first \
            photo is of day 10, what was fresh comes from the curve more than from the client, and the groups look alike: \
            such clients are left out of a comparison of darkness.

            | first photo | quantity | true A − B | mean told | group A holds | difference holds |
            | --- | --- | ---: | ---: | ---: | ---: |

            """
        for (name, days) in [("day 0", StudyClient.days), ("day 10", lateDays)] {
            let practices = parallel(practices) { number in
                StudyPractice(
                    number: number, priors: priors, clients: clients, days: days, isThroughCurve: true)
            }
            for (index, entry) in StudyQuantity.all.enumerated() where entry.measure == .darkness {
                text += row(name, entry.name, practices, index, truths.map { $0.means[index] })
            }
        }
        return text
    }

    private static func row(
        _ first: String, _ name: String, _ practices: [StudyPractice], _ index: Int, _ truths: [Double]
    ) -> String {
        var own = HeldCounts()
        var difference = HeldCounts()
        var sum = 0.0
        for practice in practices {
            let samples = practice.groups.map { ClientSample($0.compactMap { $0.figures[index] }) }
            own.add(samples[0].interval(level: ComparedGroups.level), truth: truths[0])
            difference.add(
                samples[0].interval(less: samples[1], level: ComparedGroups.level),
                truth: truths[0] - truths[1])
            sum += samples[0].mean - samples[1].mean
        }
        func number(_ value: Double) -> String { "\((value * 10_000).rounded() / 10_000)" }
        return
            "| \(first) | \(name) | \(number(truths[0] - truths[1])) | \(number(sum / Double(practices.count))) "
            + "| \(own.text) | \(difference.text) |\n"
    }
}
