/// What a page is made of, before anything is measured.
indirect enum PaperBlock: Sendable {
    /// A column beside others.
    struct Column: Sendable {
        /// Its share of the width.
        var share: Double
        /// What stands in it, from the top.
        var blocks: [PaperBlock]
    }

    /// How a card looks.
    struct Look: Sendable {
        var fill: Studio.Colour?
        var border: Studio.Colour?
        /// A bar along its left side.
        var bar: Studio.Colour?
        /// From its edges to what stands in it.
        var padding = 9.0
    }

    /// A paragraph or heading; headings stay with what follows.
    case text(PaperText, PaperRole = .paragraph)
    /// Room between two blocks.
    case space(Double)
    /// Sentences with a dot before each.
    case list([PaperText])
    /// Columns side by side, never divided.
    case columns([Column], gap: Double)
    /// Blocks in a box; divided only where it is higher than half a page.
    case card([PaperBlock], Look)
    /// A drawing of its own size, made as wide as the column where it is not too wide already.
    case drawing(PaperDrawing, mostWidth: Double = .infinity)
    /// A picture as wide as the column and at most so high, with marks on it in shares of its width.
    case picture(PaperPicture, mostHeight: Double, words: String, marks: [PaperShape] = [])
    /// Rows and columns.
    case table(PaperTable)
    /// Blocks that no page break divides.
    case together([PaperBlock])
    /// A block that is not the last of a page: what it introduces follows.
    case leading(PaperBlock)
}
