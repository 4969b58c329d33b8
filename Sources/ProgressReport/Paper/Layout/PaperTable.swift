/// Rows and columns.
struct PaperTable: Sendable {
    /// A cell: words, or a drawing above words.
    struct Cell: Sendable {
        var words: PaperText
        var drawing: PaperDrawing?
        /// Columns that it takes.
        var span = 1
    }

    /// Shares of the width.
    var columns: [Double]
    /// The head, which stands again on each page; empty for none.
    var head: [PaperText] = []
    /// The rows; the first cell of each is the row's name.
    var rows: [[Cell]]
    /// Room above and below a cell's words.
    var padding = 3.0
    /// Room between two columns.
    static let gap = 6.0
}
