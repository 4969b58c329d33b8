import Foundation
import HealingCurve
import SimulatedClients

/// The whole study as a page: `make curve`.
enum StudyPage {
    private static let populations: [(name: String, population: Population)] = [
        ("Drawn from the priors", .priors(.published)),
        ("Drawn from ranges half outside them, free of faults", .halfOutside),
    ]

    /// Runs it all.
    ///
    /// - Parameter clients: Clients of each pattern and population.
    /// - Returns: Markdown.
    /// - Throws: What ``PracticeStudy/run(practices:)`` throws.
    static func text(clients: Int) throws -> String {
        var text = """
            # The expected curve on simulated clients

            Made by `make curve` (\(clients) clients of each pattern and population; faults and practices as said \
            below). What it means stands in [Docs/ExpectedCurve.md](../Docs/ExpectedCurve.md). Photos err by 0.5 EI, \
            3 % (loads, coverage), 2 % (density), 1 % (visible shares) and 0.002 (scabs) in the middle, each by its \
            own factor, disagree by more than they say, and one in two hundred errs four times as much as it says.

            Patterns, days: \
            \(VisitPattern.all.map { "\($0.name) \($0.days.map { String(Int($0)) }.joined(separator: ", "))" }.joined(separator: "; ")).

            """
        for (name, population) in populations {
            let studies = VisitPattern.all.map { ($0.name, study(clients, $0, population)) }
            text += bands(name, studies)
            text += summary(studies)
        }
        text += try faults(clients: clients / 2)
        text += PracticeStudy.text(try PracticeStudy.run(practices: 20))
        return text
    }

    private static func study(_ count: Int, _ pattern: VisitPattern, _ population: Population) -> CurveStudy {
        let results = parallel(count) { index in
            let client = SimulatedClient(
                seed: 10_000 + UInt64(index), days: pattern.days, sessions: pattern.sessions,
                population: population)
            return (client, expectation(client))
        }
        var study = CurveStudy()
        for (client, result) in results { study.add(client, result) }
        return study
    }

    private static func bands(_ name: String, _ studies: [(String, CurveStudy)]) -> String {
        var text =
            "\n## \(name)\n\nTrue values within the 90 % band foretold from earlier photos, % (± one standard "
        text +=
            "error by clients). `narrowed`: of values whose band earlier photos had made less than half as wide as "
        text +=
            "it is without any photo.\n\n| pattern | measure | before | immediate care | initial healing | settling "
        text += "| long term | all | narrowed |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        for (pattern, study) in studies {
            for measure in CurveMeasure.allCases {
                let keys =
                    HealingStage.allCases.map { CurveStudy.key(measure, $0) }
                    + [measure.rawValue, measure.rawValue + " narrowed"]
                let cells = keys.map { study.tallies[$0].map(StudyText.cell) ?? "" }
                text += "| \(pattern) | \(measure.rawValue) | \(cells.joined(separator: " | ")) |\n"
            }
        }
        return text
    }

    private static func summary(_ studies: [(String, CurveStudy)]) -> String {
        func number(_ value: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", value) }
        func middle(_ values: [Double]) -> Double {
            values.isEmpty ? .nan : values.sorted()[values.count / 2]
        }
        var text =
            "\n| pattern | series with attention | codes | values above or below | darkness off, median | "
        text +=
            "its RMS over error | touch-up held | settled off, median | width, redness day 8 | darkness day 42 | "
        text += "day 365 |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        for (pattern, study) in studies {
            let series = Double(study.series)
            let codes = study.findings.filter { $0.key.hasSuffix("!") }.sorted { $0.key < $1.key }
                .map { "\($0.key.dropLast()) \($0.value)" }.joined(separator: ", ")
            let squares = study.darknessOverError.reduce(0) { $0 + $1 * $1 }
            let rms = (squares / Double(max(1, study.darknessOverError.count))).squareRoot()
            func width(_ measure: CurveMeasure, _ day: Double) -> String {
                study.tallies[CurveStudy.key(measure, day: day)].map {
                    "\(number($0.medianWidth, 2)) (\(number($0.medianBest, 2)))"
                } ?? ""
            }
            let cells = [
                pattern, StudyText.percent(Double(study.seriesWithAttention) / series) + " %", codes,
                StudyText.percent(Double(study.outside) / Double(max(1, study.statuses))) + " %",
                StudyText.percent(middle(study.darknessErrors)) + " %", number(rms, 2),
                StudyText.percent(Double(study.touchUpsHeld) / series) + " %",
                StudyText.percent(middle(study.settledErrors)) + " %", width(.redness, 8),
                width(.darkness, 42),
                width(.darkness, 365),
            ]
            text += "| \(cells.joined(separator: " | ")) |\n"
        }
        let all = studies.reduce(0) { $0 + $1.1.series }
        let alarmed = studies.reduce(0) { $0 + $1.1.seriesWithAttention }
        text +=
            "\nAll patterns: attention in \(StudyText.percent(Double(alarmed) / Double(all))) % of \(all) series. "
        text +=
            "Widths in brackets: the least there can be, with all parameters known (scatter of true values alone).\n"
        return text
    }

    private static func faults(clients: Int) throws -> String {
        var text =
            "\n## Faults caught\n\n\(clients) clients from the priors each, dense pattern; a finding of attention "
        text += "with the fault's code.\n\n| fault | by day | caught |\n| --- | --- | --- |\n"
        for line in StudyText.faults(count: clients) {
            text += "| \(line.fault) | \(Int(line.day)) | \(StudyText.percent(line.caught)) % |\n"
        }
        let early = parallel(clients) { index in
            let client = SimulatedClient(
                seed: 70_000 + UInt64(index), days: VisitPattern.dense.days.filter { $0 <= 14 })
            guard let forecast = expectation(client).forecast else { return Double.nan }
            return abs(forecast.settledDarkness.median / client.settledDarkness - 1)
        }.sorted()
        text += "\nSettled darkness foretold from dense photos until day 14: off by "
        return text + "\(StudyText.percent(early[early.count / 2])) % (median).\n"
    }
}
