import ScalplineApp

/// The table and the findings that `analyze` prints at the end.
enum SummaryText {
    /// Longer lists of skipped files are cut short; their count is told all the same.
    private static let mostSkippedNames = 20
    /// Verdicts that changed are named up to this many; the page and `series.json` name all.
    private static let mostRevisedNamed = 3

    /// The text.
    ///
    /// - Parameter summary: What was done.
    /// - Returns: Lines, the last without a newline.
    static func text(of summary: RunSummary) -> String {
        var rows = [["client", "photos", "measured", "day", "stage", "findings"]]
        for client in summary.clients {
            let findings: String
            if client.failure != nil {
                findings = "client.yaml needs mending"
            } else if client.photos == 0 {
                findings = "no photos"
            } else {
                let attention = client.findings.count { $0.severity == .attention }
                let notes = client.findings.count - attention
                let earlier = client.earlierFindings.count
                let parts = [
                    attention > 0 ? "\(attention) to look at" : "", notes > 0 ? "\(notes) noted" : "",
                    earlier > 0 ? "\(earlier) earlier" : "",
                    client.revised.isEmpty ? "" : "\(client.revised.count) revised",
                ]
                findings = parts.filter { !$0.isEmpty }.joined(separator: ", ")
            }
            rows.append([
                client.id, String(client.photos), String(client.measured),
                client.day.map { String(Int($0.rounded())) } ?? "-", client.stage?.rawValue ?? "-",
                findings.isEmpty ? "none" : findings,
            ])
        }
        var lines = summary.clients.isEmpty ? ["No clients."] : table(rows)
        for client in summary.clients {
            let told =
                client.findings.map { ($0, $0.severity.rawValue) }
                + client.earlierFindings.map { ($0, "earlier") }
            for (finding, word) in told {
                let place = finding.photo.map { "\(client.id)/\($0)" } ?? client.id
                let sure = RunSummary.sureness(of: finding).map { " How sure: \($0)." } ?? ""
                // The message tells the day, as a calendar counts it.
                lines.append("\(word): \(place): \(finding.message)\(sure) [\(finding.code)]")
            }
            if !client.revised.isEmpty { lines.append(revised(client)) }
        }
        lines += troubles(of: summary)
        return lines.map(Console.printable).joined(separator: "\n")
    }

    /// The verdicts on earlier photos that new photos have changed.
    private static func revised(_ client: RunSummary.Client) -> String {
        let count = client.revised.count
        let changes = client.revised.prefix(mostRevisedNamed).map { entry in
            "\(entry.measure.rawValue) of \(entry.photo) was \(entry.before.rawValue), now \(entry.after.rawValue)"
        }
        let more = count - mostRevisedNamed
        return "revised: \(client.id): new photos changed \(count) earlier verdict\(count == 1 ? "" : "s"): "
            + changes.joined(separator: "; ") + (more > 0 ? " and \(more) more" : "")
    }

    /// What could not be measured and why, and what was passed over.
    ///
    /// - Parameter summary: What was done.
    /// - Returns: Lines, not yet made safe for a terminal.
    static func troubles(of summary: RunSummary) -> [String] {
        var lines = summary.problems
        let skipped =
            summary.skipped
            + summary.clients.flatMap { client in
                client.skipped.map { "\(client.id)/\($0)" }
                    + client.excluded.map { "\(client.id)/\($0) (excluded)" }
            }
        if !summary.withoutFolder.isEmpty {
            lines.append(
                "kept in the records, but with no folder any more (\"scalpline forget\" removes them): "
                    + summary.withoutFolder.joined(separator: ", "))
        }
        if !skipped.isEmpty {
            let more = skipped.count - mostSkippedNames
            lines.append(
                "skipped: " + skipped.prefix(mostSkippedNames).joined(separator: ", ")
                    + (more > 0 ? " and \(more) more" : ""))
        }
        return lines
    }

    private static func table(_ rows: [[String]]) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
