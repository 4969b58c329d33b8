/// A line of a CSV table, quoted as RFC 4180 says, ended by a newline.
package struct CSVRow {
    private var text = ""
    private var isEmpty = true

    /// Starts a line.
    package init() {}

    /// Adds a cell with text of our own.
    package mutating func add(_ cell: String?) {
        if !isEmpty { text += "," }
        isEmpty = false
        text += Self.quoted(cell ?? "")
    }

    /// Adds a cell with text from outside: a folder's, a file's or a view's name.
    ///
    /// A spreadsheet runs a cell that begins with `= + - @`, a tab or a carriage return as a formula, even in
    /// quotes. Such a cell gets an apostrophe in front, which spreadsheets take for "this is text"; whoever
    /// joins tables by such a name strips it. Other names stay as they are.
    package mutating func addForeign(_ cell: String?) {
        let text = cell ?? ""
        let hazards: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r"]
        let isHazard = text.unicodeScalars.first.map(hazards.contains) ?? false
        add(isHazard ? "'" + text : text)
    }

    /// The line, with its newline.
    package var line: String { text + "\n" }

    private static func quoted(_ cell: String) -> String {
        let special: (Unicode.Scalar) -> Bool = { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
        guard cell.unicodeScalars.contains(where: special) else { return cell }
        var result = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { result += "\"" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}
