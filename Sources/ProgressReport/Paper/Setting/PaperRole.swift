/// What a part of a page is, for those who have it read out.
enum PaperRole: Sendable, Equatable {
    case title, heading, part, paragraph
    case list, item
    case table, row, headCell, cell
    /// A picture or drawing with what it shows.
    case figure(String)

    /// PDF's own name (ISO 32000-1, 14.8.4).
    var tag: String {
        switch self {
        case .title: "H1"
        case .heading: "H2"
        case .part: "H3"
        case .paragraph: "P"
        case .list: "L"
        case .item: "LI"
        case .table: "Table"
        case .row: "TR"
        case .headCell: "TH"
        case .cell: "TD"
        case .figure: "Figure"
        }
    }
}
