import HealingCurve
import ProgressReport

extension CurveGuide {
    /// The guide as tables for a terminal.
    ///
    /// - Parameter published: The published curve's guide where this is a practice's own, to tell what differs.
    /// - Returns: Lines, the last without a newline.
    public func text(besides published: CurveGuide? = nil) -> String {
        var lines = [
            file.map { "The expected curve of \($0)" } ?? "The expected curve as published",
            "What is held to be likely of a client before any photo is seen. Nine clients in ten lie between 5 % and "
                + "95 %.",
        ]
        if published != nil {
            lines.append("Where it differs, the published curve stands in the line below, marked <.")
        }
        lines.append("")
        lines += Self.aligned(parameterRows(published), textColumns: [0, 1, 5])
        lines += ["", "What that means for a new client, by days since the session (5 %, median, 95 %):", ""]
        lines += Self.aligned(dayRows(published), textColumns: [])
        lines += ["", "Touch-up due (coverage under 70 % of settled): " + years(touchUp)]
        if let published, years(published.touchUp) != years(touchUp) {
            lines.append("                                    published: " + years(published.touchUp))
        }
        return lines.joined(separator: "\n")
    }

    private func years(_ band: ExpectedBand) -> String {
        func year(_ days: Double) -> String {
            NumberText.rounded(days / Self.daysOfYear, decimals: 1, keepsZeros: true) ?? ""
        }
        return
            "\(year(band.low)) to \(year(band.high)) years after the last session, median \(year(band.median))"
    }

    private func parameterRows(_ published: CurveGuide?) -> [[String]] {
        var rows = [["parameter", "meaning", "5 %", "median", "95 %", "unit"]]
        for parameter in CurveParameter.allCases {
            let unit = CurveWords.unit(parameter)
            func points(_ priors: CurvePriors) -> [String] {
                let prior = priors[parameter]
                return [prior.low, prior.median, prior.high].map {
                    NumberText.significant($0 * unit.factor, digits: 3) ?? ""
                }
            }
            rows.append(
                [parameter.rawValue, CurveWords.meaning(parameter)] + points(priors) + [unit.name])
            if let published, published.priors[parameter] != priors[parameter] {
                rows.append(["<", "published"] + points(published.priors) + [""])
            }
        }
        return rows
    }

    private func dayRows(_ published: CurveGuide?) -> [[String]] {
        var rows = [["day"] + Quantity.allCases.flatMap { ["", CurveWords.column($0).heading, ""] }]
        for (index, day) in table.enumerated() {
            let own = Self.cells(day)
            rows.append([NumberText.rounded(day.day, decimals: 0) ?? ""] + own)
            if let published {
                let other = Self.cells(published.table[index])
                if other != own { rows.append(["<"] + other) }
            }
        }
        return rows
    }

    private static func cells(_ day: Day) -> [String] {
        Quantity.allCases.flatMap { quantity -> [String] in
            let column = CurveWords.column(quantity)
            let band = day.bands[quantity] ?? ExpectedBand(low: 0, median: 0, high: 0)
            return [band.low, band.median, band.high].map {
                NumberText.rounded($0 * column.factor, decimals: column.decimals, keepsZeros: true) ?? ""
            }
        }
    }

    /// Rows as lines whose columns stand under one another, numbers to the right.
    ///
    /// A heading may reach over the empty cells beside it.
    private static func aligned(_ rows: [[String]], textColumns: Set<Int>) -> [String] {
        let count = rows.first?.count ?? 0
        let isWide = { (row: Int, column: Int) in
            row == 0 && column > 0 && column + 1 < count && rows[0][column - 1].isEmpty
                && rows[0][column + 1].isEmpty
        }
        let widths = (0..<count).map { column in
            rows.indices.filter { !isWide($0, column) }.map { rows[$0][column].count }.max() ?? 0
        }
        // Between two measures a wider gap than between the points of one.
        let gaps = (0..<count).map { column in
            textColumns.isEmpty && column > 0 && column % 3 == 1 ? 4 : 2
        }
        return rows.enumerated().map { number, row in
            var line = ""
            var column = 0
            while column < count {
                let gap = column == 0 ? 0 : gaps[column]
                if column + 2 < count, isWide(number, column + 1) {
                    let width = widths[column] + widths[column + 1] + widths[column + 2] + 4
                    line +=
                        String(repeating: " ", count: gap) + padded(row[column + 1], to: width, isText: false)
                    column += 3
                    continue
                }
                line += String(repeating: " ", count: gap)
                line += padded(row[column], to: widths[column], isText: textColumns.contains(column))
                column += 1
            }
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    private static func padded(_ text: String, to width: Int, isText: Bool) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return isText ? text + space : space + text
    }
}
