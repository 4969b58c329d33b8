import HealingCurve
import SimulatedClients

/// The whole study as a page: `make compare-study`.
enum StudyPage {
    /// Clients that the truth is found from.
    private static let truthClients = 400_000

    /// Runs it all.
    ///
    /// - Parameter practices: Simulated practices.
    /// - Returns: Markdown.
    /// - Throws: ``CurvePriorError`` where the other group's priors cannot be.
    static func text(practices: Int) throws -> String {
        let other = try CurvePriors.published
            .replacing(.darknessSettledShare, with: CurvePrior(low: 0.36, median: 0.50, high: 0.70))
            .replacing(
                .darknessFading, with: CurvePrior(low: 0.08, median: 0.14, high: 0.25, isLogarithmic: true)
            )
            .replacing(
                .freshCoverage, with: CurvePrior(low: 0.013, median: 0.04, high: 0.12, isLogarithmic: true)
            )
            .replacing(
                .rednessTimeConstant, with: CurvePrior(low: 1.3, median: 2.3, high: 4.2, isLogarithmic: true))
        let priors = [CurvePriors.published, other]
        let truths = priors.map { StudyPractice.Truth(priors: $0, clients: truthClients) }
        let results = parallel(practices) { number in
            let practice = StudyPractice(number: number, priors: priors)
            let alike = StudyPractice(number: number + 1 << 19, priors: [.published, .published])
            return (practice.tally(truths, number: number), readings(practice), readings(alike))
        }
        var tally = PracticeTally()
        var differing: [Int: StudyReadings] = [:]
        var alike: [Int: StudyReadings] = [:]
        for (counts, own, same) in results {
            tally.add(counts)
            for (size, readings) in own { differing[size, default: StudyReadings()].add(readings) }
            for (size, readings) in same { alike[size, default: StudyReadings()].add(readings) }
        }
        return head(practices, truths) + tables(tally) + told(differing, alike)
            + ThroughCurve.text(priors, truths)
    }

    private static func readings(_ practice: StudyPractice) -> [Int: StudyReadings] {
        var readings: [Int: StudyReadings] = [:]
        for size in StudyPractice.sizes {
            readings[size, default: StudyReadings()].add(practice.groups, size: size)
        }
        return readings
    }

    private static func head(_ practices: Int, _ truths: [StudyPractice.Truth]) -> String {
        func value(_ index: Int, _ group: Int) -> String {
            "\((truths[group].means[index] * 10_000).rounded() / 10_000)"
        }
        var text = """
            # Comparing groups: do the intervals hold?

            Made by `make compare-study` (\(practices) simulated practices). Each practice has two groups of clients of \
            twelve photos (days \(StudyClient.days.map { "\(Int($0))" }.joined(separator: ", ")), moved by up to a \
            twelfth). Clients of group A are drawn from the expected curve's priors; those of group B settle paler, fade \
            faster, have more pigment and stay red for longer. Photos err as in [curve.md](curve.md): 3 % in loads and \
            coverage, 2 % in density, 0.5 EI, each by its own factor, beyond what they say, and one in two hundred four \
            times as much; true values scatter from visit to visit by 3 %, 2 % and 0.3 EI. What is true is the mean over \
            \(truthClients) drawn clients' own curves (of logarithms for coverage and density):

            | quantity | A | B |
            | --- | ---: | ---: |

            """
        for (index, entry) in StudyQuantity.all.enumerated() {
            text += "| \(entry.name) | \(value(index, 0)) | \(value(index, 1)) |\n"
        }
        return text
    }

    private static func tables(_ tally: PracticeTally) -> String {
        var text =
            "\nPer cent of the 95 % intervals that hold what is true, by clients a group. A share of 95 % over so many practices has a standard error of a third of a point.\n"
        for isDifference in [false, true] {
            text +=
                "\n## \(isDifference ? "Difference of the groups" : "Group A")\n\n| quantity | interval | "
            text += StudyPractice.sizes.map { "\($0) clients" }.joined(separator: " | ") + " |\n| --- | --- |"
            text += StudyPractice.sizes.map { _ in " ---: |" }.joined() + "\n"
            for name in StudyQuantity.all.map(\.name) + [StudyPractice.settled] {
                for method in PracticeTally.Method.allCases {
                    let cells = StudyPractice.sizes.map { size in
                        tally.counts[
                            PracticeTally.Key(
                                name: name, method: method, isDifference: isDifference, clients: size)
                        ]?.text
                    }
                    guard cells.contains(where: { $0 != nil }) else { continue }
                    text += "| \(name) | \(method.rawValue) | "
                    text += cells.map { $0 ?? "–" }.joined(separator: " | ") + " |\n"
                }
            }
        }
        return text
    }

    private static func told(_ differing: [Int: StudyReadings], _ alike: [Int: StudyReadings]) -> String {
        var text = """

            ## What is said of darkness

            Per cent of practices of which at least one of the four comparisons of darkness is told as a difference: with \
            its interval for all comparisons together ("differ"), and with its own alone ("unsure" is what only that \
            tells). Where both groups are drawn from the same priors, each is a false one.

            | clients a group | same: differ | same: own interval | A and B: differ | A and B: own interval |
            | ---: | ---: | ---: | ---: | ---: |

            """
        for size in StudyPractice.sizes {
            guard let same = alike[size], let own = differing[size] else { continue }
            text +=
                "| \(size) | \(same.text(same.differ)) | \(same.text(same.alone)) | \(own.text(own.differ)) "
            text += "| \(own.text(own.alone)) |\n"
        }
        return text
    }
}
