/// Rows of text as lines whose columns stand under one another.
enum TextTable {
    private static let gap = "  "

    /// The lines.
    ///
    /// - Parameters:
    ///   - rows: Each as long as the first, which is the heading.
    ///   - numbers: Columns that are set to the right.
    /// - Returns: A line a row, without spaces at its end.
    static func lines(_ rows: [[String]], numbers: Set<Int> = []) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return numbers.contains(column) ? space + row[column] : row[column] + space
            }
            return String(cells.joined(separator: gap).reversed().drop { $0 == " " }.reversed())
        }
    }
}
