import GroupComparison
import ProgressReport

extension ComparisonReport {
    /// Clients that are named in a list; more are counted.
    private static let mostNamed = 12

    /// The comparison as tables and sentences for a terminal.
    public var text: String {
        var lines = [ComparisonWords.title(self), ComparisonWords.meaning(groups.measure), ""]
        lines += ComparisonWords.conclusions(self)
        if !groups.groups.isEmpty { lines += [""] + figures }
        if !groups.differences.isEmpty { lines += [""] + differences }
        let warnings = ComparisonWords.warnings(self)
        if !warnings.isEmpty { lines += ["", "Beside the \(factor.rawValue):"] + warnings.map { "  " + $0 } }
        let cautions = ComparisonWords.cautions(self)
        if !cautions.isEmpty { lines += [""] + cautions }
        if !leftOut.isEmpty { lines += ["", "Left out:"] + exclusions }
        return lines.joined(separator: "\n")
    }

    private var figures: [String] {
        var rows = [[factor.rawValue, "when", "clients", "photos", "value", "95 % interval", "unit"]]
        for group in groups.groups {
            for (index, figure) in group.figures.enumerated() {
                let measure = groups.measure
                rows.append([
                    index == 0 ? group.name : "", ComparisonWords.name(figure.quantity), "\(figure.clients)",
                    "\(figure.photos)",
                    figure.value.map { ComparisonWords.number($0, figure.quantity, of: measure) } ?? "",
                    figure.interval.map { ComparisonWords.range($0, figure.quantity, of: measure) }
                        ?? figure.reason.map(ComparisonWords.words) ?? "",
                    figure.value == nil ? "" : ComparisonWords.unit(figure.quantity, of: measure),
                ])
            }
        }
        return TextTable.lines(rows, numbers: [2, 3, 4])
    }

    private var differences: [String] {
        let measure = groups.measure
        var rows = [["difference", "when", "value", "95 % interval", "for all together", "unit", "reading"]]
        var last: [String] = []
        for difference in groups.differences {
            let quantity = difference.quantity
            let word = ComparisonWords.isRatio(quantity, of: measure) ? "over" : "less"
            let pair = [difference.first, word, difference.second]
            func range(_ interval: ClosedRange<Double>?) -> String {
                interval.map { ComparisonWords.range($0, quantity, of: measure, isDifference: true) } ?? ""
            }
            rows.append([
                pair == last ? "" : pair.joined(separator: " "), ComparisonWords.name(quantity),
                difference.value.map {
                    ComparisonWords.number($0, quantity, of: measure, isDifference: true)
                } ?? "", range(difference.interval), range(difference.intervalTogether),
                difference.value == nil ? "" : ComparisonWords.differenceUnit(quantity, of: measure),
                ComparisonWords.reading(difference),
            ])
            last = pair
        }
        return TextTable.lines(rows, numbers: [2])
    }

    private var exclusions: [String] {
        Exclusion.allCases.compactMap { reason in
            let clients = leftOut.filter { $0.reason == reason }.map(\.client)
            guard !clients.isEmpty else { return nil }
            let named = clients.prefix(Self.mostNamed).joined(separator: ", ")
            let more = clients.count > Self.mostNamed ? " and \(clients.count - Self.mostNamed) more" : ""
            return "  \(clients.count) \(ComparisonWords.words(reason, factor: factor)): \(named)\(more)"
        }
    }
}
