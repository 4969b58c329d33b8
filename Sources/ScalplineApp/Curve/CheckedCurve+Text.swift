import HealingCurve
import ProgressReport

extension CheckedCurve {
    /// What holds, as a table and a sentence for a terminal.
    public var text: String {
        let clients = selection.clients.count
        var lines = [
            "\(clients) client\(clients == 1 ? "" : "s"), \(selection.series.count) with a series that can be compared, "
                + "held against \(file ?? "the published curve")."
        ]
        let reasons = selection.without.map { "  \($0.clients.count) \($0.reason.words)" }
        if !reasons.isEmpty { lines += ["Left out:"] + reasons }
        if !rows.isEmpty {
            lines += ["", "Values that lay where the earlier photos of their client foretold:", ""]
            lines += table
        }
        lines += ["", advice]
        if isFitted, let file {
            lines.append(
                "\(file) was learned from clients: on those same clients it holds better than it will on new ones."
            )
        }
        return lines.joined(separator: "\n")
    }

    private var table: [String] {
        func percent(_ share: Double) -> String {
            (NumberText.rounded(100 * share, decimals: 0) ?? "") + " %"
        }
        var cells = [["measure", "stage", "clients", "values", "held", "error", "goal", "bands"]]
        for row in rows {
            cells.append([
                row.measure.rawValue, row.stage.rawValue, String(row.clients), String(row.values),
                percent(row.share), "± " + percent(row.standardError), percent(Self.goal),
                Self.verdict(row).words,
            ])
        }
        return TextTable.lines(cells, numbers: [2, 3, 4, 5, 6])
    }

    private var advice: String {
        let verdicts = rows.map(Self.verdict)
        let tooNarrow = verdicts.contains(.tooNarrow)
        let tooWide = verdicts.contains(.tooWide)
        let fit = "scalpline curve fit INPUT --output our-curve.yaml"
        if tooNarrow {
            return
                "Where bands are too narrow, the curve calls clients outside the expected range who are usual for you"
                + (tooWide ? "; where they are too wide, it overlooks some" : "") + ". Learn your own: \(fit)"
        }
        if tooWide {
            return
                "Where bands are too wide, the curve is more careful than it need be and overlooks what is unusual. "
                + "Your own, learned from your clients, may be sharper: \(fit)"
        }
        if verdicts.contains(.asItShouldBe) {
            return "The curve holds on your clients where there are enough values: nothing to do."
        }
        return
            "There are too few values to say anything. Come back with more clients; until then keep this curve."
    }
}
